import { describe, expect, test } from 'vitest';
import { answered, expecting } from '../../tests/judging.ts';
import { loadOperation } from '../contract/operation.ts';
import { specFromText } from '../contract/spec.ts';
import type { Answer } from '../exchange.ts';
import { fingerprintOf, placeOf } from '../finding.ts';
import type { Expected } from './check.ts';
import { judgeExchange } from './judge.ts';
import { essenceOf, isJson } from './media-type.ts';
import { editDistance, nearestFirst } from './nearest.ts';
import { unknownPlaces } from './unknown-members.ts';

type Json = Readonly<Record<string, unknown>>;
const members = (properties: Json, more: Json = {}): Json => ({ type: 'object', properties, ...more });
const one = (...values: readonly string[]): Json => ({ type: 'string', enum: values });

/** What is found in a 400 whose body has this schema, and the media types. */
function found(
  schema: Json,
  body: unknown,
  more: Partial<Answer> & { types?: readonly string[]; expected?: Expected; components?: Json } = {},
) {
  const { types = ['application/json'], expected, components = {}, ...answer } = more;
  const content = Object.fromEntries(types.map((type) => [type, { schema }]));
  const paths = {
    '/a': { post: { operationId: 'a', responses: { 400: { description: '', content }, 204: { description: '' } } } },
  };
  const document = { openapi: '3.0.3', info: { title: 'A', version: '1' }, paths, components: { schemas: components } };
  const operation = loadOperation(specFromText('a.json', JSON.stringify(document)), 'a');
  return judgeExchange(answered(400, body, { headers: [['Content-Type', types[0] ?? '']], ...answer }), {
    operation,
    ...(expected && { expected }),
  });
}
const short = (...args: Parameters<typeof found>): readonly string[] =>
  found(...args).map(
    ({ kind, pointer, expected, clause }) =>
      `${kind} ${pointer}: ${expected} (${clause.pointer.split('/schema').at(-1)})`,
  );

describe('what a check of its own judges the schema does not say again', () => {
  test('names and messages, where they are pinned', () => {
    const pinned = members({ name: one('A', 'B'), message: one('C', 'D') });
    expect(short(pinned, { name: 'X', message: 'Y' })).toEqual([
      'wrong-name /name: A or B (/properties/name/enum)',
      'wrong-message /message: "C" or "D" (/properties/message/enum)',
    ]);
    expect(short(pinned, { name: 'B', message: 'D' })).toEqual([]);
    const free = members({ name: { type: 'string' }, message: { maxLength: 1 } });
    expect(short(free, { name: 5, message: 'ab' })).toEqual([
      'schema-violation /name: the type string (/properties/name/type)',
      'schema-violation /message: at most 1 characters (/properties/message/maxLength)',
    ]);
  });

  test('what a link must have', () => {
    const link = members({}, { required: ['href', 'rel', 'method'] });
    const links = members(
      { links: { type: 'array', items: link }, others: { type: 'array', items: link } },
      { required: ['rel'] },
    );
    expect(short(links, { links: [{}], others: [{}] })).toEqual([
      'schema-violation /rel: it to be present (/required)',
      'schema-violation /links/0/method: it to be present (/properties/links/items/required)',
      'schema-violation /others/0/href: it to be present (/properties/others/items/required)',
      'schema-violation /others/0/rel: it to be present (/properties/others/items/required)',
      'schema-violation /others/0/method: it to be present (/properties/others/items/required)',
      'incomplete-link /links/0: href and rel (/properties/links/items)',
    ]);
    expect(
      short(members({ links: { type: 'array', items: members({ x: { required: ['href'] } }) } }), {
        links: [{ href: 1, rel: 1, x: {} }],
      }),
    ).toEqual([
      'schema-violation /links/0/x/href: it to be present (/properties/links/items/properties/x/required)',
      'unknown-member /links/0/href: a member that the contract knows (/paths/~1a/post/responses/400)',
      'unknown-member /links/0/rel: a member that the contract knows (/paths/~1a/post/responses/400)',
    ]);
  });

  test('a link is one only where the contract has links', () => {
    expect(short(members({ a: {} }), { links: [{}] }).map((text) => text.split(':')[0])).toEqual([
      'unknown-member /links',
    ]);
  });

  const detail = (issue: string, description?: string): Json =>
    members({
      issue: one(issue),
      ...(description !== undefined && { description: one(description) }),
      deep: members({ issue: one('X') }),
    });
  const listing = (keyword: string, more: Json = {}): Json =>
    members({ details: { type: 'array', items: { [keyword]: [detail('A', 'Is A.'), detail('B')], ...more } } });

  test.each(['anyOf', 'oneOf'])('issues and descriptions, by %s', (keyword) => {
    const typed = listing(keyword, { properties: { issue: { type: 'string' }, description: { type: 'string' } } });
    const draws = (...details: readonly Json[]) => short(typed, { details });
    expect(draws({ issue: 'A', description: 'Is A.' }, { issue: 'B', description: 'Any.' })).toEqual([]);
    expect(draws({ issue: 'C' })).toEqual(
      ['unlisted-issue /details/0/issue: one of A, B (/paths/~1a/post/responses/400)'].map((text) =>
        expect.stringContaining(text.split(' (')[0] ?? ''),
      ),
    );
    expect(draws({ issue: 'A', description: 'No.' }).map((text) => text.split(':')[0])).toEqual([
      'unknown-description /details/0/description',
    ]);
    expect(draws({ issue: 'A', description: 5 }).map((text) => text.split(':')[0])).toEqual([
      'schema-violation /details/0/description',
    ]);
    expect(draws({ issue: 'A', deep: { issue: 'Y' } }).map((text) => text.split(':')[0])).toEqual([
      'schema-violation /details/0',
    ]);
    expect(draws({ issue: 5 }).map((text) => text.split(':')[0])).toEqual(['schema-violation /details/0/issue']);
  });

  test('but what else is wrong with a detail it does', () => {
    const places = (schema: Json, ...details: readonly Json[]) =>
      short(schema, { details }).map((text) => text.split(':')[0]);
    for (const rest of [
      { issue: 'A', description: 'Is A.' },
      { issue: 'B', description: 'Any.' },
    ])
      expect(places(listing('anyOf'), { ...rest, deep: { issue: 'Y' } })).toEqual(['schema-violation /details/0']);
    expect(places(listing('anyOf', { required: ['field'] }), { issue: 'C' })).toEqual([
      'schema-violation /details/0/field',
      'unlisted-issue /details/0/issue',
    ]);
    const alone = (properties: Json) => members({ details: { type: 'array', items: members(properties) } });
    expect(places(alone({ issue: { enum: ['A'] } }), { issue: 5 })).toEqual(['schema-violation /details/0/issue']);
    expect(places(alone({ issue: { enum: ['A'], maxLength: 1 } }), { issue: 'AB' })).toEqual([
      'schema-violation /details/0/issue',
      'unlisted-issue /details/0/issue',
    ]);
    expect(places(alone({ description: one('D') }), { description: 'E' })).toEqual([
      'schema-violation /details/0/description',
    ]);
  });

  test('but all that stands where no issue is listed, or deeper, or elsewhere', () => {
    const issue = { enum: ['A'] };
    expect(
      short(members({ details: { type: 'array', items: members({ code: issue }) } }), { details: [{ code: 'B' }] }),
    ).toHaveLength(1);
    expect(
      short(members({ others: { type: 'array', items: members({ issue, description: issue }) } }), {
        others: [{ issue: 'B', description: 'B' }],
      }),
    ).toHaveLength(2);
    const both = members({
      details: {
        type: 'array',
        items: members({ issue, description: { enum: ['D'] }, minutes: issue, deep: { anyOf: [{ type: 'string' }] } }),
      },
    });
    expect(short(both, { details: [{ issue: 'A', minutes: 'B', deep: 5 }] }).map((text) => text.split(':')[0])).toEqual(
      ['schema-violation /details/0/minutes', 'schema-violation /details/0/deep'],
    );
    expect(
      short(listing('anyOf', { not: { required: ['no'] } }), { details: [{ issue: 'A', no: 1 }] }).map(
        (text) => text.split(':')[0],
      ),
    ).toEqual(['schema-violation /details/0', 'unknown-member /details/0/no']);
  });

  test('many of one kind are told of up to twenty times', () => {
    const issues = Array.from({ length: 25 }, (_, index) => ({ issue: `X${index}` }));
    expect(short(listing('anyOf'), { details: issues })).toHaveLength(20);
    const described = Array.from({ length: 25 }, (_, index) => ({ issue: 'A', description: `D${index}` }));
    expect(short(listing('anyOf'), { details: described })).toHaveLength(20);
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`m${index}`, 1]));
    expect(short(members({ a: {} }), many)).toHaveLength(20);
    const texts = Object.fromEntries(Object.keys(many).map((name) => [name, { type: 'string' }]));
    expect(short(members(texts), many)).toHaveLength(20);
  });
});

describe('where a schema’s keyword is written', () => {
  test.each<[schema: Json, value: unknown, place: string]>([
    [{ allOf: [{ maxLength: 3 }, { maxLength: 1 }] }, 'ab', 'at most 1 characters (/allOf/1/maxLength)'],
    [{ allOf: [{ enum: ['A', 'B'] }, { enum: ['A'] }] }, 'B', 'one of "A" (/allOf/1/enum)'],
    [{ allOf: [{ pattern: 'a' }, { pattern: 'b' }] }, 'a', 'text that matches b (/allOf/1/pattern)'],
    [
      { allOf: [{ format: 'uuid' }, { format: 'date' }] },
      '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
      'the format date (/allOf/1/format)',
    ],
    [{ allOf: [{ uniqueItems: true }], items: {} }, [1, 1], 'items that differ from each other (/allOf/0/uniqueItems)'],
    [{ allOf: [{ minimum: 5, exclusiveMinimum: true }] }, 5, 'more than 5 (/allOf/0/exclusiveMinimum)'],
  ])('%j', (schema, value, place) => {
    expect(short(members({ a: schema }), { a: value })).toEqual([
      `schema-violation /a: ${place.replace('(', '(/properties/a')}`,
    ]);
  });
  test('of a member that is missing', () => {
    const schema = members({}, { allOf: [{ required: ['a'] }, { required: ['b'] }] });
    expect(short(schema, { a: 1 }, { expected: expecting(400) })).toEqual([
      'schema-violation /b: it to be present (/allOf/1/required)',
    ]);
  });
  test('of an alternative alone is that of the alternatives', () => {
    expect(short(members({ a: { anyOf: [{ maxLength: 1 }, { enum: ['xy'] }] } }), { a: 'abc' })).toEqual([
      'schema-violation /a: one of several alternatives, of which none matches (/properties/a/anyOf)',
    ]);
  });
});

describe('members that nobody knows', () => {
  test.each<[body: unknown, known: Parameters<typeof unknownPlaces>[1], places: readonly string[]]>([
    [{ a: 1, b: { c: 1 } }, { a: null }, ['/b']],
    [{ a: { b: 1 } }, { a: null }, []],
    [{ a: { b: 1 }, z: 1 }, { a: null }, ['/z']],
    [{ a: null, b: 'text', z: 1 }, { a: { x: null }, b: { x: null } }, ['/z']],
    [{ a: { b: 1 } }, { a: {} }, ['/a/b']],
    [{ a: [{ b: 1 }, { c: 1 }, { c: 2 }] }, { a: { '*': { b: null } } }, ['/a/1/c']],
    [{ a: [{ c: 1 }] }, { a: { b: null } }, []],
    [{ a: [1, null, 'x', [{ z: 1 }]] }, { a: { '*': { b: null } } }, []],
    [{ any: { b: 1 }, more: { c: 1 } }, { '*': { b: null } }, ['/more/c']],
    [{ a: null }, { a: { b: null } }, []],
    [null, { a: null }, []],
    [[{ b: 1 }], { '*': { a: null } }, ['/0/b']],
    [[{ b: 1 }], null, []],
    [[{ b: 1 }], { 0: {}, '*': { b: null } }, []],
    ['text', { a: null }, []],
    [{ list: { 10: { x: 1 }, 2: { x: 1 } } }, { list: { '*': {} } }, ['/list/2/x']],
    [{ 'a/0': 1, b: [{ 7: 1 }, { 8: 1 }] }, { b: { '*': {} } }, ['/a~10', '/b/0/7']],
    [{ hasOwnProperty: 1 }, { a: null }, ['/hasOwnProperty']],
  ])('%j beside %j', (body, known, places) => {
    expect(unknownPlaces(body, known)).toEqual(places);
  });
});

describe('media types', () => {
  const typed = (types: readonly string[], type?: string, body: unknown = { a: 1 }) =>
    short(members({ a: {} }), body, { types, headers: type === undefined ? [] : [['Content-Type', type]] }).map(
      (text) => text.split(' (')[0],
    );
  test('are those that are documented, ranges too', () => {
    expect(typed(['application/json', 'text/json'], 'text/json;x')).toEqual([]);
    expect(typed(['application/json', 'text/json'], 'text/xml')).toEqual([
      'wrong-media-type : application/json or text/json',
    ]);
    expect(typed(['application/*'], 'application/json')).toEqual([]);
    expect(typed(['application/*'], 'text/json')).toEqual(['wrong-media-type : application/*']);
    expect(typed(['application/*'], 'applications/json')).toEqual(['wrong-media-type : application/*']);
    expect(typed(['*/*'], 'a/b')).toEqual([]);
    expect(typed(['*/*'])).toEqual([]);
    expect(typed(['APPLICATION/JSON; charset=x'], 'application/json')).toEqual([]);
    expect(typed(['/*'], 'text/xml')).toEqual(['wrong-media-type : /*']);
    expect(typed(['application/json'], 'application/json5')).toEqual(['wrong-media-type : application/json']);
  });
  test('of JSON', () => {
    expect(
      [
        'application/json',
        'Application/JSON;x',
        'application/hal+json',
        'text/json',
        'application/json5',
        'xapplication/json',
        'a+jsonx',
        'a+json; q',
      ].map(isJson),
    ).toEqual([true, true, true, false, false, false, false, true]);
    expect([essenceOf(' A/B ;c;d'), essenceOf('')]).toEqual(['a/b', '']);
    expect(typed(['text/plain'], 'text/plain', '<')).toEqual([]);
    expect(typed(['text/plain', 'application/hal+json'], 'text/plain', '<')).toEqual(['malformed-json : a JSON text']);
  });
  test('a HEAD has no body', () => {
    const exchange = answered(400, '', { headers: [] });
    const operation = loadOperation(
      specFromText(
        'a.json',
        JSON.stringify({
          openapi: '3.0.3',
          paths: {
            '/a': {
              post: { operationId: 'a', responses: { 400: { description: '', content: { 'application/json': {} } } } },
            },
          },
        }),
      ),
      'a',
    );
    expect(judgeExchange({ ...exchange, request: { ...exchange.request, method: 'HEAD' } }, { operation })).toEqual([]);
    expect(judgeExchange(exchange, { operation })).toHaveLength(1);
  });
});

test('words that are alike', () => {
  expect([
    editDistance('', 'abc'),
    editDistance('abc', ''),
    editDistance('kitten', 'sitting'),
    editDistance('ab', 'ba'),
  ]).toEqual([3, 3, 3, 2]);
  expect(editDistance('x'.repeat(150), 'x'.repeat(100))).toBe(0);
  expect(editDistance('x'.repeat(100), 'x'.repeat(150))).toBe(0);
  expect(nearestFirst('CANCEL__DRAFT', ['PAID', 'draft-cancel', 'CANCEL_PAID'])).toEqual([
    'draft-cancel',
    'CANCEL_PAID',
    'PAID',
  ]);
  expect(nearestFirst('A', ['C', 'B'])).toEqual(['C', 'B']);
});

test('a finding is the same wherever it stands in a list', () => {
  expect([placeOf('/a/0/b/12'), placeOf('/a1/2x/3')]).toEqual(['/a/*/b/*', '/a1/2x/*']);
  expect(fingerprintOf('s', { kind: 'wrong-name', pointer: '/a/10' })).toBe('s#wrong-name@/a/*');
});
