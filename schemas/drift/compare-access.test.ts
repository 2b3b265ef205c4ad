import { expect, test } from 'vitest';
import { drift, inShort, type Json, type Parts } from '../../tests/drifting.ts';

const secured = (security: readonly Json[], more: Json = {}): Parts => ({
  operation: { security },
  document: {
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        card: {
          type: 'oauth2',
          description: 'A card.',
          flows: { clientCredentials: { tokenUrl: '/token', scopes: { a: 'A.', b: 'B.' } } },
          ...more,
        },
      },
    },
  },
});
test('a way asks for more or less, and a scheme is defined otherwise', () => {
  expect(drift(secured([]), secured([{ key: [] }]))).toMatchInlineSnapshot(`
    "breaking access-demanded key at access: null → "key"
      nowhere → P/security/0/key
      security/key/missing security/key/malformed"
  `);
  expect(drift(secured([{ card: ['a'] }]), secured([{ card: ['a', 'b'] }]))).toMatchInlineSnapshot(`
    "breaking access-demanded card b at access: null → "card b"
      nowhere → P/security/0/card
      security/card/missing security/card/malformed security/card/expired security/scope/a security/scope/b"
  `);
  expect(
    drift(secured([{ card: ['a'] }, { key: [] }]), secured([{ card: ['a', 'b'] }, { key: [] }])),
  ).toMatchInlineSnapshot(`
    "breaking access-demanded card b (one of several) at access: null → "card b"
      nowhere → P/security/0/card
      security/card/missing security/card/malformed security/card/expired security/scope/a security/scope/b"
  `);
  expect(drift(secured([{ card: ['a'] }]), secured([{ card: ['a'] }], { description: 'Another.', 'x-own': 1 }))).toBe(
    '',
  );
  const flows = (tokenUrl: string, scope: string): Json => ({
    flows: { clientCredentials: { tokenUrl, scopes: { a: scope } } },
  });
  expect(drift(secured([{ card: ['a'] }], flows('/a', 'A')), secured([{ card: ['a'] }], flows('/a', 'B')))).toBe('');
  expect(
    drift(secured([{ card: ['a'] }], flows('/a', 'A')), secured([{ card: ['a'] }], flows('/b', 'A'))),
  ).toMatchInlineSnapshot(`
    "breaking access-changed card at access: "{\\"flows\\":{\\"clientCredentials\\":{\\"scopes\\":null,\\"tokenUrl\\":\\"/a\\"}},\\"type\\":\\"oauth2\\"}" → "{\\"flows\\":{\\"clientCredentials\\":{\\"scopes\\":null,\\"tokenUrl\\":\\"/b\\"}},\\"type\\":\\"oauth2\\"}"
      /components/securitySchemes/card → /components/securitySchemes/card"
  `);
  expect(
    drift(secured([{ card: ['a'] }]), secured([{ card: ['a'] }], { type: 'openIdConnect' })),
  ).toMatchInlineSnapshot(`
    "breaking access-changed card at access: "{\\"flows\\":{\\"clientCredentials\\":{\\"scopes\\":null,\\"tokenUrl\\":\\"/token\\"}},\\"type\\":\\"oauth2\\"}" → "{\\"flows\\":{\\"clientCredentials\\":{\\"scopes\\":null,\\"tokenUrl\\":\\"/token\\"}},\\"type\\":\\"openIdConnect\\"}"
      /components/securitySchemes/card → /components/securitySchemes/card"
  `);
});

const [key, a, ab] = [{ key: [] }, { card: ['a'] }, { card: ['a', 'b'] }];

test.each<[string, before: readonly Json[], after: readonly Json[], differences: readonly string[]]>([
  ['one more way', [key], [key, a], ['widening access-added card a at access: null → "card a"']],
  ['one way less', [key, a], [key], ['breaking access-removed card a at access: "card a" → null']],
  [
    'also without credentials',
    [key],
    [key, {}],
    ['widening access-added no credentials at access: null → "no credentials"'],
  ],
  [
    'not without credentials any more',
    [key, {}],
    [key],
    ['breaking access-removed no credentials at access: "no credentials" → null'],
  ],
  ['nothing is asked for any more', [key], [], ['widening access-eased key at access: "key" → null']],
  [
    'nothing of several ways is asked for any more',
    [key, a],
    [],
    [
      'widening access-eased key at access: "key" → null',
      'widening access-eased card a at access: "card a" → null',
      'widening access-added no credentials at access: null → "no credentials"',
    ],
  ],
  [
    'any of several ways is asked for',
    [],
    [key, a],
    [
      'breaking access-removed no credentials at access: "no credentials" → null',
      'widening access-added key at access: null → "key"',
      'widening access-added card a at access: null → "card a"',
    ],
  ],
  [
    'of two schemes one is enough',
    [{ key: [], card: ['b', 'a'] }],
    [key, ab],
    [
      'widening access-eased card a b and key at access: "card a b and key" → null',
      'widening access-added key at access: null → "key"',
      'widening access-added card a b at access: null → "card a b"',
    ],
  ],
  [
    'two schemes instead of one',
    [key],
    [{ key: [], card: [] }],
    ['breaking access-demanded card at access: null → "card"'],
  ],
  [
    'a way by another scheme',
    [key, a],
    [key, { token: [] }],
    [
      'breaking access-demanded token (one of several) at access: null → "token"',
      'widening access-eased card (one of several) at access: "card" → null',
      'widening access-eased card a (one of several) at access: "card a" → null',
    ],
  ],
  [
    'two ways that each ask for something else of their schemes',
    [a, { token: ['x'] }],
    [{ token: ['x', 'y'] }, { card: [] }],
    [
      'breaking access-demanded token y (one of several) at access: null → "token y"',
      'widening access-eased card a (one of several) at access: "card a" → null',
    ],
  ],
  [
    'one scheme instead of two, or another',
    [{ key: [], card: [] }],
    [{ token: [] }, key],
    [
      'widening access-eased card and key at access: "card and key" → null',
      'widening access-added token at access: null → "token"',
      'widening access-added key at access: null → "key"',
    ],
  ],
  [
    'the same in another order, one of them twice',
    [a, key, { card: ['a', 'b'], key: [] }, { card: ['b'] }],
    [{ card: ['b'] }, { key: [], card: ['b', 'a'] }, key, key, a],
    [],
  ],
])('%s', (_, before, after, differences) => {
  expect(inShort(drift(secured(before), secured(after)))).toBe(differences.join('\n'));
});

test('a way that comes or goes is cited, with all that it obliges to; none is where nothing is said of access', () => {
  expect(drift(secured([a]), secured([a, key]))).toMatchInlineSnapshot(`
    "widening access-added key at access: null → "key"
      nowhere → P/security/1
      security/key/missing security/key/malformed"
  `);
  const { document } = secured([]);
  expect(drift({ ...(document && { document }) }, secured([key, a]))).toContain(
    '"no credentials" → null\n  nowhere → nowhere',
  );
  expect(drift(secured([]), secured([key, a]))).toContain('"no credentials" → null\n  P/security → nowhere');
});
