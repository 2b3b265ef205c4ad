import { expect, test } from 'vitest';
import { libraryBoundaries, libraryObligations, libraryOperation, libraryTakes } from '../../tests/library.ts';
import { shapeCases } from '../boundaries/request-shape.ts';

const ids = new Set(libraryObligations.obligations.map(({ id }) => id));

/**
 * What the document limits, written down by hand from its YAML: the labels of the cases on either side of each limit.
 */
const LIMITS = [
  { id: 'request/days/minimum', accepted: ['days.number-7', 'days.number-14'], refused: ['days.number-0'] },
  { id: 'request/days/maximum', accepted: ['days.number-49', 'days.number-56'], refused: ['days.number-63'] },
  { id: 'request/days/multipleOf', accepted: ['days.number-7'], refused: ['days.number-8'] },
  { id: 'request/fee/minimum', accepted: ['fee.number-0.01'], refused: ['fee.number--0.01'] },
  { id: 'request/fee/exclusiveMinimum', accepted: ['fee.number-0.01'], refused: ['fee.number-0', 'fee.number--0.01'] },
  {
    id: 'request/fee/exclusiveMaximum',
    accepted: ['fee.number-0.57'],
    refused: ['fee.number-0.58', 'fee.number-0.59'],
  },
  { id: 'request/fee/multipleOf', accepted: ['fee.number-0.01'], refused: ['fee.number-0.015'] },
  { id: 'request/reason/enum', accepted: ['reason.is-study', 'reason.is-value-2'], refused: ['reason.not-listed'] },
  { id: 'request/minProperties', accepted: ['body.members-4'], refused: ['body.members-2'] },
  { id: 'request/maxProperties', accepted: ['body.members-11', 'body.members-12'], refused: ['body.members-13'] },
  { id: 'request/shelf/minLength', accepted: ['shelf.length-2', 'shelf.length-3'], refused: ['shelf.length-1'] },
  {
    id: 'request/shelf/maxLength',
    accepted: ['shelf.length-8', 'shelf.astral-8'],
    refused: ['shelf.length-9', 'shelf.astral-9'],
  },
  { id: 'request/copies/minItems', accepted: ['copies.items-2', 'copies.items-3'], refused: ['copies.items-1'] },
  { id: 'request/copies/maxItems', accepted: ['copies.items-3'], refused: ['copies.items-4'] },
  { id: 'request/copies/uniqueItems', accepted: ['copies.distinct'], refused: ['copies.repeated'] },
  { id: 'request/copies/*/format', accepted: ['copies.item.typical'], refused: ['copies.item.off-format'] },
  { id: 'request/from/format', accepted: ['from.typical'], refused: ['from.off-format'] },
  {
    id: 'request/labels/minProperties',
    accepted: ['labels.members-1', 'labels.members-2'],
    refused: ['labels.members-0'],
  },
  { id: 'request/labels/*/maxLength', accepted: ['labels.item.length-5'], refused: ['labels.item.length-6'] },
  {
    id: 'request/medium/paper/weight/minimum',
    accepted: ['medium.paper.weight.number-1.5'],
    refused: ['medium.paper.weight.number-1'],
  },
  {
    id: 'request/medium/paper/additionalProperties',
    accepted: ['medium.paper.typical'],
    refused: ['medium.paper.unknown-member'],
  },
  {
    id: 'request/medium/audio/required',
    accepted: ['medium.audio.typical'],
    refused: ['medium.audio.without-minutes'],
  },
  {
    id: 'request/medium/audio/minutes/maximum',
    accepted: ['medium.audio.minutes.number-6000'],
    refused: ['medium.audio.minutes.number-6001'],
  },
  {
    id: 'request/medium/audio/reader/maxLength',
    accepted: ['medium.audio.reader.length-20'],
    refused: ['medium.audio.reader.length-21'],
  },
  {
    id: 'request/medium/audio/reader/pattern',
    accepted: ['medium.audio.reader.shortest'],
    refused: ['medium.audio.reader.off-pattern'],
  },
  { id: 'request/book/pattern', accepted: ['book.shortest'], refused: ['book.off-pattern'] },
  { id: 'request/part_of/name/maxLength', accepted: ['part_of.name.length-40'], refused: ['part_of.name.length-41'] },
];

test.each(LIMITS)('$id has cases on both sides', ({ id, accepted, refused }) => {
  const own = libraryBoundaries.cases.filter(({ obligations }) => obligations.includes(id));
  expect(own.filter((one) => one.accepted).map((one) => one.id)).toEqual(expect.arrayContaining(accepted));
  expect(own.filter(({ broken }) => broken.includes(id)).map((one) => one.id)).toEqual(expect.arrayContaining(refused));
});

test('only what forbids nothing is one-sided', () => {
  expect(libraryBoundaries.oneSided).toEqual([
    { obligation: 'request/shelf/nullable', missing: 'refused', reason: 'it permits null and forbids nothing' },
    { obligation: 'request/labels/additionalProperties', missing: 'accepted', reason: 'no member is forbidden' },
    { obligation: 'request/labels/additionalProperties', missing: 'refused', reason: 'no member is forbidden' },
  ]);
});

test('a second validator agrees with every case', () => {
  expect(libraryBoundaries.cases.length).toBeGreaterThan(150);
  for (const { id, instance, accepted } of libraryBoundaries.cases)
    expect([id, libraryTakes(instance)]).toEqual([id, accepted]);
});

test('ids of cases are unique, and a case that is refused for one reason alone says which', () => {
  const { cases } = libraryBoundaries;
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  expect(cases.find(({ id }) => id === 'copies.items-4')).toMatchObject({
    pointer: '/copies',
    refusedBy: ['maxItems'],
  });
  expect(cases.find(({ id }) => id === 'labels.item.length-6')).toMatchObject({
    pointer: '/labels/x_other',
    value: 'xxxxxx',
  });
});

test('a case breaks only what refuses it, not what it stands at the boundary of', () => {
  const zero = libraryBoundaries.cases.find(({ id }) => id === 'fee.number-0');
  expect(zero?.obligations).toEqual(['request/fee/minimum', 'request/fee/exclusiveMinimum']);
  expect(zero?.broken).toEqual(['request/fee/exclusiveMinimum']);
});

test('what has no rule is named: keywords, headers, a range of statuses, media types that are not read', () => {
  const named = libraryObligations.unruled.map(({ keyword }) => keyword).sort();
  expect(named).toEqual(['4XX', 'application/x-www-form-urlencoded', 'headers', 'not', 'readOnly', 'text/html']);
});

test.each([
  'status/201',
  'status/400',
  'status/404',
  'status/default',
  'request/required',
  'parameter/library_id/required',
  'parameter/X-Request-Id/required',
  'parameter/library_id/pattern',
  'parameter/page/minimum',
  'parameter/page/maximum',
  'parameter/X-Request-Id/format',
  'parameter/dry_run/default',
  'request/type~2',
  'request/required~2',
  'request/required~3',
  'security/key/missing',
  'security/card/expired',
  'security/scope/loans:write',
  'media-type/400/application/problem+json',
  'media-type/request/application/json',
  'response/receipt/id/format',
  'response/problem/issue/maxLength',
])('%s is derived', (id) => expect(ids).toContain(id));

test('a status of a range, and one of default, are covered by theirs', () => {
  expect(libraryOperation.statusContract(418)?.schemaPointer).toContain('/responses/4XX/content/');
  expect(libraryOperation.statusContract(503)).toMatchObject({ listed: false, schemaPointer: null });
});

test('the request is wrong as a whole in every way but the media types that are documented', () => {
  const cases = shapeCases(libraryOperation);
  expect(cases.map(({ id }) => id)).not.toContain('media-type.form');
  for (const { obligations } of cases) for (const id of obligations) expect(ids).toContain(id);
  const conforming = cases.find(({ id }) => id === 'media-type.charset')?.text ?? '';
  expect(libraryTakes(JSON.parse(conforming))).toBe(true);
});
