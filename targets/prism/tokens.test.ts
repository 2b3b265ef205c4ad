import { expect, it } from 'vitest';
import { createTokenStore, TOKEN_LIFETIME_S } from './tokens.ts';

const bearer = ({ accessToken }: { accessToken: string }): string => `Bearer ${accessToken}`;

it('issues the same token until it expires, each merchant its own', () => {
  let now = 0;
  const tokens = createTokenStore(() => now);
  const first = tokens.issue('a');
  now = TOKEN_LIFETIME_S * 1000 - 1;
  expect(tokens.issue('a')).toBe(first);
  expect(tokens.issue('b')).not.toEqual(first);
  expect(tokens.accessOf(bearer(first))).toEqual({ kind: 'merchant', clientId: 'a', scoped: true });
  now += 1;
  expect(tokens.accessOf(bearer(first))).toEqual({ kind: 'none', why: 'expired' });
  expect(tokens.issue('a')).not.toEqual(first);
});

it('issues tokens out of the ordinary beside the usual one', () => {
  const tokens = createTokenStore();
  const usual = tokens.issue('a');
  expect(tokens.accessOf(bearer(tokens.issueSpecial('a', 'expired')))).toEqual({
    kind: 'none',
    why: 'expired',
  });
  expect(tokens.accessOf(bearer(tokens.issueSpecial('a', 'unscoped')))).toMatchObject({ clientId: 'a', scoped: false });
  expect(tokens.issue('a')).toBe(usual);
});

it.each([
  undefined,
  '',
  'Bearer',
  'Bearer ',
  'Bearer unknown',
  'Basic abc',
  'Bearer a b',
])('gives no access for %j', (header) => {
  expect(createTokenStore().accessOf(header)).toEqual({ kind: 'none', why: header ? 'unknown' : 'missing' });
});
