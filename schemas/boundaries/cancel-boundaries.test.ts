import { expect, test } from 'vitest';
import { CANCEL_SPEC, cancelObligations } from '../../suites/cancel/cancel-contract.ts';
import { requestBoundaries, requestScenarios } from '../../suites/cancel/request.scenarios.ts';
import { secondOpinion } from '../../tests/library.ts';

const { cases, oneSided } = requestBoundaries;
const accepts = (id: string): boolean | undefined => cases.find((one) => one.id === id)?.accepted;
const scenario = (id: string) => requestScenarios.find((one) => one.id === `cancel.request.${id}`);

test.each(
  ['subject', 'note'].flatMap((member) => [
    ...['typical', 'length-0', 'length-1', 'length-3999', 'length-4000', 'astral-4000'].map(
      (label) => [`${member}.${label}`, true] as const,
    ),
    ...['length-4001', 'astral-4001', 'null', 'number', 'boolean', 'array', 'object'].map(
      (label) => [`${member}.${label}`, false] as const,
    ),
  ]),
)('%s is accepted: %s', (id, accepted) => expect(accepts(id)).toBe(accepted));

test.each(
  ['send_to_invoicer', 'send_to_recipient'].flatMap((member) => [
    ...['true', 'false'].map((label) => [`${member}.${label}`, true] as const),
    ...['null', 'number', 'string', 'array', 'object'].map((label) => [`${member}.${label}`, false] as const),
  ]),
)('%s is accepted: %s', (id, accepted) => expect(accepts(id)).toBe(accepted));

test.each([
  ...['typical', 'items-0', 'items-1', 'items-100'].map((label) => [label, true] as const),
  ...['items-101', 'null', 'number', 'string', 'boolean', 'object'].map((label) => [label, false] as const),
  ...['typical', 'shortest', 'length-253', 'length-254', 'local-64', 'local-65', 'ip-literal', 'quoted', 'plus'].map(
    (label) => [`item.${label}`, true] as const,
  ),
  ...[
    'length-2',
    'length-3',
    'length-4',
    'length-255',
    'non-ascii',
    'no-at',
    'two-ats',
    'no-domain',
    'no-dot',
    'off-pattern',
  ].map((label) => [`item.${label}`, false] as const),
  ...['null', 'number', 'boolean', 'array', 'object'].map((label) => [`item.${label}`, false] as const),
])('additional_recipients.%s is accepted: %s', (label, accepted) =>
  expect(accepts(`additional_recipients.${label}`)).toBe(accepted));

test.each(['null', 'number', 'string', 'boolean', 'array'])('a body of %s is refused', (label) =>
  expect(accepts(`body.${label}`)).toBe(false));

test.each(
  ['missing', 'empty', 'malformed', 'not-json', 'white-space']
    .map((label) => `body.${label}`)
    .concat(['plain', 'form', 'xml', 'none', 'charset', 'case'].map((label) => `media-type.${label}`))
    .concat(['unknown-member', 'unassociated-recipient']),
)('there is a scenario of %s', (id) => expect(scenario(id)).toBeDefined());

test('labels tell the truth: lengths are in code points, sizes in items', () => {
  for (const { id, value } of cases) {
    const [, kind, size] = /\.(length|astral|items)-(\d+)$/.exec(id) ?? [];
    if (kind === 'items') expect((value as unknown[]).length, id).toBe(Number(size));
    else if (kind) expect([...(value as string)].length, id).toBe(Number(size));
    if (kind === 'astral') expect((value as string).length, id).toBe(2 * Number(size));
  }
});

test('the shortest address has 5 characters, and the local parts of 64 and 65 have as many', () => {
  const addressOf = (label: string) =>
    String(cases.find(({ id }) => id === `additional_recipients.item.${label}`)?.value);
  expect(addressOf('shortest')).toHaveLength(5);
  for (const length of [64, 65]) expect(addressOf(`local-${length}`).indexOf('@')).toBe(length);
});

test('the schema takes a local part of 65, the prose does not: the contract leaves it undefined', () => {
  expect(scenario('additional_recipients.item.local-65')).toMatchObject({
    origin: 'undefined',
    expected: { status: [204, 400] },
  });
  expect(scenario('additional_recipients.item.local-64')).toMatchObject({ expected: { status: 204 } });
});

test('accepted addresses stand on the invoice already; only the stranger does not', () => {
  for (const { id, when, given, expected } of requestScenarios) {
    const recipients = (when.body as { additional_recipients?: unknown } | null | undefined)?.additional_recipients;
    if ('status' in expected && expected.status === 204 && Array.isArray(recipients) && recipients.length > 0)
      expect(given.recipients, id).toEqual(recipients);
  }
  expect(scenario('unassociated-recipient')).toMatchObject({ origin: 'undefined', given: { state: 'SENT' } });
});

/** Reserved by RFC 2606 and RFC 5737, or a top-level domain of one letter, which nobody can register. */
const UNREACHABLE = /@(?:(?:[a-z.]+\.)?example(?:\.com)?|\[192\.0\.2\.\d+\]|[^@.]+\.[a-z]|)$/i;

test('no address can reach a person', () => {
  const addresses =
    JSON.stringify(requestScenarios.map(({ when, given }) => [when.body, given.recipients])).match(
      /[^"\\\s]*@[^"\\\s]*/g,
    ) ?? [];
  expect(addresses.length).toBeGreaterThan(200);
  for (const address of addresses) expect(address).toMatch(UNREACHABLE);
});

test('every one-sided obligation has a derived reason', () => {
  const reasons = Object.fromEntries(
    oneSided.map(({ obligation, reason }) => [obligation.replace('request/', ''), reason]),
  );
  expect(reasons).toEqual({
    'subject/pattern': 'every string matches the pattern',
    'subject/minLength': 'no string has fewer than 0 characters',
    'note/pattern': 'every string matches the pattern',
    'note/minLength': 'no string has fewer than 0 characters',
    'send_to_invoicer/default': 'a 204 has no body, so no exchange shows what was assumed',
    'send_to_recipient/default': 'a 204 has no body, so no exchange shows what was assumed',
    'additional_recipients/minItems': 'no array has fewer than 0 items',
    'additional_recipients/*/format': expect.stringContaining('no definition of it is published'),
    'additional_recipients/*/minLength': 'every value at its boundary is refused by pattern',
  });
});

test('every keyword of the request has cases on both sides, or is one-sided', () => {
  const known = new Set(oneSided.map(({ obligation }) => obligation));
  for (const { id, keyword } of cancelObligations.obligations.filter(({ group }) => group === 'request'))
    if (keyword && !known.has(id)) {
      expect(
        cases.some(({ accepted, obligations }) => accepted && obligations.includes(id)),
        id,
      ).toBe(true);
      expect(
        cases.some(({ broken }) => broken.includes(id)),
        id,
      ).toBe(true);
    }
});

test('a second validator agrees with every case', () => {
  const takes = secondOpinion(CANCEL_SPEC, '#/components/schemas/notification');
  for (const { id, instance, accepted } of cases) expect([id, takes(instance)]).toEqual([id, accepted]);
});
