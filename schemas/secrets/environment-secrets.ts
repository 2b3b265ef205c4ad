import { keepClient, keepSecret } from './known-secrets.ts';

/** Variables whose values are secrets, by their names; a client's id is kept as well: it is half of what opens an account. */
const SECRET_NAME = /^PAYPAL_(?:\w+_)?(?:CLIENT_ID|SECRET|PASSWORD|SIGNATURE|TOKEN|USERID)$/;

/** Keeps the secrets that an environment holds: each process that writes anything does so first. */
export function keepEnvironmentSecrets(environment: Readonly<NodeJS.ProcessEnv> = process.env): void {
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || !SECRET_NAME.test(name)) continue;
    keepSecret(value);
    const clientSecret = environment[name.replace(/_ID$/, '_SECRET')];
    if (name.endsWith('CLIENT_ID') && clientSecret !== undefined) keepClient({ clientId: value, clientSecret });
  }
}
