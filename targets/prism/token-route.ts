import { stamped } from './errors.ts';
import { merchantOf } from './merchants.ts';
import type { Route } from './route.ts';
import { jsonAnswer } from './wire.ts';

const refused = (status: number, error: string, error_description: string) =>
  Promise.resolve(stamped(jsonAnswer(status, { error, error_description })));

/** `POST /v1/oauth2/token`, with the sandbox's own wording for an unknown client. */
export const tokenRoute: Route = {
  method: 'POST',
  path: /^\/v1\/oauth2\/token$/,
  answer({ headers, text }, _, { books }) {
    const merchant = merchantOf(headers.authorization, books.merchants);
    if (merchant === undefined) return refused(401, 'invalid_client', 'Client Authentication failed');
    if (new URLSearchParams(text).get('grant_type') !== 'client_credentials')
      return refused(400, 'unsupported_grant_type', 'Grant Type is unsupported');
    const { accessToken, scope, expiresAt } = books.tokens.issue(merchant.clientId);
    const answer = jsonAnswer(200, {
      scope,
      access_token: accessToken,
      token_type: 'Bearer',
      app_id: 'APP-80W284485P519543T',
      expires_in: Math.round((expiresAt - Date.now()) / 1000),
      nonce: `${new Date().toISOString()}${accessToken.slice(-16)}`,
    });
    return Promise.resolve(stamped(answer));
  },
};
