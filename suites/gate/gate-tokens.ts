import type { HttpClient } from '../../clients/http-client.ts';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { isAnswered } from '../../schemas/exchange.ts';
import { keepSecret } from '../../schemas/secrets/known-secrets.ts';
import type { Merchant, Target } from '../../targets/target.ts';
import type { GateToken } from './gate-scenario.ts';

async function usual(client: HttpClient, { clientId, clientSecret }: Merchant): Promise<string> {
  const exchange = await client.send({
    operation: 'oauth2.token',
    method: 'POST',
    path: '/v1/oauth2/token',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: 'grant_type=client_credentials',
    authorization: { scheme: 'basic', user: clientId, password: clientSecret },
    credential: 'merchant',
  });
  if (isAnswered(exchange) && exchange.response.status === 200) return JSON.parse(exchange.response.body).access_token;
  throw new SuiteError('DEFECT', 'The prism target gives no token', { hint: 'Report it.' });
}

/** The tokens that clients are given, each made once. Every one of them is kept as a secret. */
export function gateTokens(client: HttpClient, target: Target): (kind: GateToken) => Promise<string> {
  const { merchant, foreign = merchant } = target.merchants;
  const made = new Map<GateToken, Promise<string>>();
  const make = (kind: GateToken): Promise<string> => {
    if (kind === 'merchant' || kind === 'foreign') return usual(client, kind === 'merchant' ? merchant : foreign);
    return target.specialToken(kind);
  };
  return async (kind) => {
    const token = made.get(kind) ?? make(kind);
    made.set(kind, token);
    keepSecret(await token);
    return token;
  };
}
