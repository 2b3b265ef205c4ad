import { withoutSecrets } from './known-secrets.ts';
import { maskAddresses } from './mail-addresses.ts';
import { isSensitive, REDACTED, redactNamed } from './sensitive-names.ts';

/** A text fit to be written: without known secrets in any form, without values whose names say that they are secret, addresses masked. */
export const redactText = (text: string): string => maskAddresses(redactNamed(withoutSecrets(text, REDACTED)));

/** A header pair or a member whose name makes its value secret. */
const namedValue = (name: string, value: unknown): unknown =>
  typeof value === 'string' && isSensitive(name) ? REDACTED : redactedValue(value);

function redactedValue(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) {
    if (value.length === 2 && typeof value[0] === 'string')
      return [redactText(value[0]), namedValue(value[0], value[1])];
    return value.map(redactedValue);
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [redactText(name), namedValue(name, member)]),
  );
}

/** A JSON value fit to be written: every text in it redacted, and of header pairs and members those that their names give away. */
export const redacted = <T>(value: T): T => redactedValue(value) as T;
