import { randomBytes } from 'node:crypto';

/** How long a token lives, in seconds: the sandbox's `expires_in`, as recorded from it. */
export const TOKEN_LIFETIME_S = 32_400;

/** The scope that tokens carry, as recorded from the sandbox; it is not the one the contract names. */
const INVOICING_SCOPE = 'https://uri.paypal.com/services/invoicing';

/** A token out of the ordinary: no longer valid, or without the scope that invoicing needs. */
export type SpecialKind = 'expired' | 'unscoped';

/** What the service knows of a token. */
export interface Token {
  readonly accessToken: string;
  readonly clientId: string;
  readonly scope: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** What a bearer may do: nothing (and why not), or act for a merchant, within the scope of invoicing or outside of it. */
export type Access =
  | { readonly kind: 'none'; readonly why: 'missing' | 'unknown' | 'expired' }
  | { readonly kind: 'merchant'; readonly clientId: string; readonly scoped: boolean };

/** The tokens that the service issued. */
export interface TokenStore {
  /** The merchant's token: the same one until it expires. */
  issue(clientId: string): Token;
  /** A new token of the merchant's that is out of the ordinary; it does not take the place of the usual one. */
  issueSpecial(clientId: string, kind: SpecialKind): Token;
  /** What an Authorization header allows. */
  accessOf(authorization: string | undefined): Access;
}

/** An empty store. `now` is the time in milliseconds since the epoch. */
export function createTokenStore(now: () => number = Date.now): TokenStore {
  const tokens = new Map<string, Token>();
  const usual = new Map<string, Token>();
  const add = (clientId: string, scope: string, expiresAt: number): Token => {
    const token = { accessToken: `A21AA${randomBytes(36).toString('base64url')}`, clientId, scope, expiresAt };
    tokens.set(token.accessToken, token);
    return token;
  };
  const lifetime = (): number => now() + TOKEN_LIFETIME_S * 1000;
  return {
    issue(clientId) {
      const known = usual.get(clientId);
      if (known !== undefined && known.expiresAt > now()) return known;
      const token = add(clientId, `${INVOICING_SCOPE} openid`, lifetime());
      usual.set(clientId, token);
      return token;
    },
    issueSpecial: (clientId, kind) =>
      kind === 'expired' ? add(clientId, INVOICING_SCOPE, now() - 1) : add(clientId, 'openid', lifetime()),
    accessOf(authorization) {
      if (!authorization) return { kind: 'none', why: 'missing' };
      const token = tokens.get(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
      if (token === undefined) return { kind: 'none', why: 'unknown' };
      if (token.expiresAt <= now()) return { kind: 'none', why: 'expired' };
      return { kind: 'merchant', clientId: token.clientId, scoped: token.scope.includes(INVOICING_SCOPE) };
    },
  };
}
