import { describe, expect, test } from 'vitest';
import { drift, type Json, json, ofRequest, type Parts } from '../../tests/drifting.ts';
import { specFromText } from '../contract/spec.ts';
import { driftBetween } from './drift.ts';

describe('keywords', () => {
  test.each([
    [{ maxLength: 2 }, { maxLength: 1 }, 'breaking narrowed maxLength at request: 2 → 1'],
    [{ maxItems: 2 }, { maxItems: 3 }, 'widening widened maxItems at request: 2 → 3'],
    [{ maxProperties: 2 }, { maxProperties: 1 }, 'breaking narrowed maxProperties at request: 2 → 1'],
    [{ maximum: 2 }, { maximum: 1 }, 'breaking narrowed maximum at request: 2 → 1'],
    [{ minLength: 2 }, { minLength: 1 }, 'widening widened minLength at request: 2 → 1'],
    [{ minItems: 2 }, { minItems: 3 }, 'breaking narrowed minItems at request: 2 → 3'],
    [{ minProperties: 2 }, { minProperties: 1 }, 'widening widened minProperties at request: 2 → 1'],
    [{ minimum: 1 }, { minimum: 2 }, 'breaking narrowed minimum at request: 1 → 2'],
    [{}, { minimum: 1 }, 'breaking narrowed minimum at request: null → 1'],
    [{ minimum: 1 }, {}, 'widening widened minimum at request: 1 → null'],
    [{ minLength: 0, nullable: false, readOnly: false }, {}, ''],
    [{ minLength: 1 }, { minLength: 0 }, 'widening widened minLength at request: 1 → null'],
    [{ type: 'string' }, { type: 'string', nullable: true }, 'widening widened nullable at request: null → true'],
    [{ type: 'string', nullable: true }, { type: 'string' }, 'breaking narrowed nullable at request: true → null'],
    [{}, { uniqueItems: true }, 'breaking narrowed uniqueItems at request: null → true'],
    [{}, { default: 1 }, 'tightening default-added default at request: null → 1'],
    [{ default: 1 }, {}, 'breaking default-removed default at request: 1 → null'],
    [{ default: 1 }, { default: 2 }, 'breaking default-changed default at request: 1 → 2'],
    [{ type: 'number' }, { type: 'integer' }, 'breaking narrowed type at request: "number" → "integer"'],
    [{ type: 'integer' }, { type: 'number' }, 'widening widened type at request: "integer" → "number"'],
    [{ type: 'string' }, { type: 'number' }, 'breaking changed type at request: "string" → "number"'],
    [{ pattern: 'a' }, { pattern: 'b' }, 'breaking changed pattern at request: "a" → "b"'],
    [
      { pattern: 'a' },
      { pattern: 'a', allOf: [{ pattern: 'b' }] },
      'breaking narrowed pattern at request: "a" → ["a","b"]',
    ],
    [
      { pattern: 'a', allOf: [{ pattern: 'b' }] },
      { pattern: 'b' },
      'widening widened pattern at request: ["a","b"] → "b"',
    ],
    [{}, { readOnly: true }, 'editorial told-otherwise readOnly at request: null → true'],
    [{ writeOnly: true }, {}, 'editorial told-otherwise writeOnly at request: true → null'],
    [{}, { discriminator: { propertyName: 'a' } }, 'editorial told-otherwise discriminator at request: null → "a"'],
    [
      { discriminator: { propertyName: 'a', mapping: { x: '#/a' } } },
      { discriminator: { propertyName: 'a', mapping: { x: '#/b' } } },
      '',
    ],
    [{}, { default: null }, 'tightening default-added default at request: null → null'],
    [{ exclusiveMinimum: 1 }, { exclusiveMinimum: 2 }, 'breaking changed exclusiveMinimum at request: 1 → 2'],
    [{ format: 'number' }, { format: 'integer' }, 'breaking changed format at request: "number" → "integer"'],
    [{ format: 'integer' }, { format: 'number' }, 'breaking changed format at request: "integer" → "number"'],
    [{ enum: ['A', 'B'] }, { enum: ['B', 'A'] }, ''],
    [{ enum: ['A', 'B'] }, { enum: ['A'] }, 'breaking value-removed enum at request: "B" → null'],
    [{ enum: ['A'] }, { enum: ['A', 'B'] }, 'widening value-added enum at request: null → "B"'],
    [{}, { enum: ['A', 'B'] }, 'breaking narrowed enum at request: null → ["A","B"]'],
    [{ enum: ['A'] }, {}, 'widening widened enum at request: "A" → null'],
    [{ 'x-own': 1 }, { 'x-own': 2 }, ''],
    [{ title: 'A' }, { title: 'B' }, 'editorial told-otherwise title at request: "A" → "B"'],
    [{ example: { b: 1, a: [1, null] } }, { example: { a: [1, null], b: 1 } }, ''],
    [{ example: [1, 2] }, { example: [2, 1] }, 'editorial told-otherwise example at request: "[1,2]" → "[2,1]"'],
    [
      { example: { a: 1 } },
      { example: { a: 2 } },
      'editorial told-otherwise example at request: "{\\"a\\":1}" → "{\\"a\\":2}"',
    ],
    [{ deprecated: true }, {}, 'editorial told-otherwise deprecated at request: "true" → null'],
  ])('%j → %j', (before, after, differences) => {
    expect(ofRequest(before, after)).toBe(differences);
  });

  test('of schemas of one place are taken together', () => {
    expect(ofRequest({ allOf: [{ maxLength: 5 }, { maxLength: 3 }] }, { maxLength: 3 })).toBe('');
    expect(ofRequest({ allOf: [{ enum: ['A', 'B'] }, { enum: ['B', 'C'] }] }, { enum: ['B'] })).toBe('');
    expect(ofRequest({ nullable: true, allOf: [{ nullable: true }] }, { nullable: true })).toBe('');
    expect(ofRequest({ oneOf: [{ maxLength: 3 }] }, { maxLength: 3 })).toBe('');
    expect(ofRequest({ description: 'B', allOf: [{ description: 'A' }] }, { description: 'A\nB' })).toBe('');
    expect(ofRequest({ required: ['a'], allOf: [{ required: ['a', 'b'] }] }, { required: ['b', 'a'] })).toBe('');
  });
});

describe('members, items and alternatives', () => {
  const text = { type: 'string' };
  test('members come, go, and are demanded', () => {
    expect(
      ofRequest(
        { properties: { gone: text, kept: text }, required: ['kept', 'unknown'] },
        { properties: { kept: { type: 'number' }, fresh: text }, required: ['fresh', 'unknown'] },
      ),
    ).toMatchInlineSnapshot(`
      "breaking member-removed gone at request/gone: "gone" → null
      breaking changed type at request/kept: "string" → "number"
      breaking member-required required at request/fresh: null → true
      widening member-added fresh at request/fresh: null → "fresh"
      widening member-optional required at request/kept: true → null"
    `);
  });

  test('items, and members without a name, are compared as one place each', () => {
    expect(ofRequest({ items: text }, { items: { type: 'number' } })).toMatchInlineSnapshot(
      `"breaking changed type at request/*: "string" → "number""`,
    );
    expect(ofRequest({}, { items: text })).toMatchInlineSnapshot(
      `"breaking narrowed type at request/*: null → "string""`,
    );
    expect(ofRequest({ additionalProperties: text }, { additionalProperties: true })).toMatchInlineSnapshot(
      `"widening widened type at request/*: "string" → null"`,
    );
    expect(ofRequest({ additionalProperties: {} }, {})).toBe('');
    expect(ofRequest({ additionalProperties: true }, {})).toBe('');
    expect(
      ofRequest({ properties: { a: text } }, { properties: { a: text }, additionalProperties: false }),
    ).toMatchInlineSnapshot(`"breaking narrowed additionalProperties at request: null → false"`);
    expect(
      ofRequest(
        { properties: { a: text, b: text }, additionalProperties: false },
        { properties: { a: text }, additionalProperties: false, allOf: [{ properties: { b: text } }] },
      ),
    ).toMatchInlineSnapshot(`"breaking changed additionalProperties at request: false → "only a""`);
    expect(
      ofRequest({ properties: { a: text }, additionalProperties: false }, { properties: { a: text } }),
    ).toMatchInlineSnapshot(`"widening widened additionalProperties at request: false → null"`);
  });

  const titled = (title: string, more: Json = {}): Json => ({ title, type: 'object', ...more });
  test('alternatives are known by their text, then by their names', () => {
    const two = { oneOf: [titled('A', { maxProperties: 1 }), titled('B')] };
    expect(ofRequest(two, { oneOf: [titled('B'), titled('A', { maxProperties: 1 })] })).toBe('');
    expect(ofRequest(two, { oneOf: [titled('B'), titled('A', { maxProperties: 2 })] })).toMatchInlineSnapshot(
      `"widening widened maxProperties at request/A: 1 → 2"`,
    );
    expect(ofRequest(two, { oneOf: [titled('B'), titled('C', { minProperties: 1 })] })).toMatchInlineSnapshot(`
      "breaking narrowed minProperties at request/A: null → 1
      widening widened maxProperties at request/A: 1 → null
      editorial told-otherwise title at request/A: "A" → "C""
    `);
    expect(ofRequest(two, { oneOf: [...two.oneOf, titled('C', { minProperties: 1 })] })).toMatchInlineSnapshot(
      `"widening alternative-added C at request: null → "C""`,
    );
    expect(ofRequest({ oneOf: [...two.oneOf, { enum: ['C'] }] }, two)).toMatchInlineSnapshot(
      `"breaking alternative-removed C at request: "C" → null"`,
    );
    const pinned = (value: string): Json => ({ properties: { size: text, kind: { enum: [value] } } });
    expect(
      ofRequest({ anyOf: [pinned('A'), pinned('B'), text] }, { anyOf: [pinned('A'), text] }),
    ).toMatchInlineSnapshot(`"breaking alternative-removed B at request: "B" → null"`);
    expect(
      ofRequest({ anyOf: [{ minLength: 1 }, { minLength: 2 }, text] }, { anyOf: [text, { minLength: 3 }] }),
    ).toMatchInlineSnapshot(`
      "breaking alternative-removed anyOf at request: "anyOf" → null
      breaking alternative-removed anyOf at request: "anyOf" → null
      widening alternative-added anyOf at request: null → "anyOf""
    `);
  });

  test('groups of alternatives come, go, and change their kind', () => {
    const branches = [titled('A'), titled('B', { maxProperties: 1 })];
    expect(ofRequest({}, { oneOf: branches })).toMatchInlineSnapshot(
      `"breaking narrowed oneOf at request: null → "A, B""`,
    );
    expect(ofRequest({ anyOf: [{ minLength: 1 }, { minLength: 2 }] }, {})).toMatchInlineSnapshot(
      `"widening widened anyOf at request: "anyOf, anyOf" → null"`,
    );
    expect(ofRequest({ oneOf: branches }, { anyOf: branches })).toMatchInlineSnapshot(
      `"widening widened anyOf at request: "oneOf" → "anyOf""`,
    );
    expect(ofRequest({ anyOf: branches }, { oneOf: branches })).toMatchInlineSnapshot(
      `"breaking narrowed oneOf at request: "anyOf" → "oneOf""`,
    );
    expect(ofRequest({ anyOf: branches, oneOf: branches }, { oneOf: branches })).toMatchInlineSnapshot(
      `"widening widened anyOf at request: "A, B" → null"`,
    );
    expect(ofRequest({ anyOf: branches, allOf: [{ anyOf: branches }] }, { anyOf: branches })).toBe('');
  });

  test('what a not forbids is taken the other way round', () => {
    expect(ofRequest({ not: { maxLength: 2 } }, { not: { maxLength: 3 } })).toMatchInlineSnapshot(
      `"breaking narrowed maxLength at request/not: 2 → 3"`,
    );
    expect(ofRequest({ not: { required: ['a'] } }, { not: { required: ['b'] } })).toMatchInlineSnapshot(`
      "breaking member-required required at request/not/a: true → null
      widening member-optional required at request/not/b: null → true"
    `);
    expect(ofRequest({}, { not: text })).toMatchInlineSnapshot(`"breaking narrowed not at request: null → "not""`);
  });

  test('a schema that holds itself is compared to its end, and a shared one is one difference', () => {
    const thing = (maxLength: number): Json => ({
      properties: { in: { $ref: '#/components/schemas/thing' }, name: { maxLength } },
    });
    const request = {
      properties: { one: { $ref: '#/components/schemas/thing' }, two: { $ref: '#/components/schemas/thing' } },
    };
    expect(
      drift({ request, schemas: { thing: thing(2) } }, { request, schemas: { thing: thing(1) } }),
    ).toMatchInlineSnapshot(`
      "breaking narrowed maxLength at request/one/name and request/two/name: 2 → 1
        /components/schemas/thing/properties/name/maxLength → /components/schemas/thing/properties/name/maxLength
        request/one/name/maxLength request/two/name/maxLength"
    `);
  });
});

describe('where a difference is written', () => {
  const both = (before: Json, after: Json): string =>
    drift({ request: before }, { request: after }).replaceAll('P/requestBody/content/application~1json/schema', 'S');
  const text = { type: 'string' };
  test('of notes, of what is required, and of what is closed', () => {
    expect(both({ title: 'A', allOf: [{ title: 'B' }] }, { title: 'A' })).toMatchInlineSnapshot(`
      "editorial told-otherwise title at request: "A\\nB" → "A"
        S/title → S/title"
    `);
    expect(both({}, { allOf: [{ required: ['a'] }, { required: ['a'] }] })).toMatchInlineSnapshot(`
      "breaking member-required required at request/a: null → true
        nowhere → S/allOf/0/required
        request/required~2 request/required~3"
    `);
    expect(both({}, { allOf: [{ additionalProperties: false }] })).toMatchInlineSnapshot(`
      "breaking narrowed additionalProperties at request: null → false
        nowhere → S/allOf/0/additionalProperties
        request/additionalProperties"
    `);
    expect(both({ properties: { a: text, b: text } }, {})).toMatchInlineSnapshot(`
      "breaking member-removed a at request/a: "a" → null
        S/properties/a → nowhere
        request/a/type
      breaking member-removed b at request/b: "b" → null
        S/properties/b → nowhere
        request/b/type"
    `);
  });

  test('of groups of alternatives, with all that stands below them', () => {
    const branches = [
      { maxLength: 1 },
      { minLength: 2, properties: { a: { items: text, additionalProperties: text } } },
    ];
    expect(both({}, { oneOf: branches })).toMatchInlineSnapshot(`
      "breaking narrowed oneOf at request: null → "oneOf, oneOf"
        nowhere → S/oneOf
        request/oneOf-0/maxLength request/oneOf-1/minLength request/oneOf-1/a/additionalProperties request/oneOf-1/a/*/type request/oneOf-1/a/*/type~2"
    `);
    expect(both({ anyOf: branches }, { anyOf: [...branches, { pattern: 'a' }] })).toMatchInlineSnapshot(`
      "widening alternative-added anyOf at request: null → "anyOf"
        S/anyOf → S/anyOf/2
        request/anyOf-2/pattern"
    `);
    expect(both({ anyOf: branches }, { oneOf: branches })).toMatchInlineSnapshot(`
      "breaking narrowed oneOf at request: "anyOf" → "oneOf"
        S/anyOf → S/oneOf"
    `);
    expect(both({ not: { maxLength: 1 } }, {})).toMatchInlineSnapshot(`
      "widening widened not at request: "not" → null
        S/not → nowhere"
    `);
  });

  test('of an enum’s values', () => {
    expect(both({ enum: ['A', 'B'] }, { enum: ['B', 'C'] })).toMatchInlineSnapshot(`
      "breaking value-removed enum at request: "A" → null
        S/enum → S/enum
        request/enum
      widening value-added enum at request: null → "C"
        S/enum → S/enum
        request/enum"
    `);
  });
});

describe('schemas without names are known by all that they say', () => {
  const either = (...branches: readonly Json[]): Json => ({ oneOf: branches });
  const a = (inner: Json): Json => ({ properties: { a: inner } });
  test.each<[one: Json, other: Json, changed: Json, difference: string]>([
    [a({ minLength: 1 }), a({ minLength: 2 }), a({ minLength: 3 }), 'narrowed minLength at request/oneOf/a: 2 → 3'],
    [
      a({}),
      { properties: { b: {} } },
      { properties: { b: { maxLength: 1 } } },
      'narrowed maxLength at request/oneOf/b: null → 1',
    ],
    [
      { items: { minLength: 1 } },
      { items: { minLength: 2 } },
      { items: { minLength: 3 } },
      'narrowed minLength at request/oneOf/*: 2 → 3',
    ],
    [
      { additionalProperties: { minLength: 1 } },
      { additionalProperties: { minLength: 2 } },
      { additionalProperties: { minLength: 3 } },
      'narrowed minLength at request/oneOf/*: 2 → 3',
    ],
    [
      { items: { minLength: 2 } },
      { additionalProperties: { minLength: 2 } },
      { additionalProperties: { minLength: 3 } },
      'narrowed minLength at request/oneOf/*: 2 → 3',
    ],
    [
      either({ minLength: 1 }, { minLength: 2 }),
      either({ minLength: 3 }, { minLength: 4 }),
      either({ minLength: 3 }, { minLength: 5 }),
      'narrowed minLength at request/oneOf/oneOf: 4 → 5',
    ],
    [
      { required: ['a'] },
      { required: ['b'] },
      { required: ['b', 'c'] },
      'member-required required at request/oneOf/c: null → true',
    ],
    [
      { not: { minLength: 1 } },
      { not: { minLength: 2 } },
      { not: { minLength: 3 } },
      'widened minLength at request/oneOf/not: 2 → 3',
    ],
  ])('%j and %j', (one, other, changed, difference) => {
    expect(ofRequest(either(one, other), either(other, one))).toBe('');
    expect(ofRequest(either(one, other), either(changed, one))).toMatch(
      new RegExp(`^\\w+ ${difference.replaceAll(/[*/]/g, '\\$&')}$`),
    );
  });

  test('whatever the order of members, of values, and of the parts of an allOf', () => {
    const parts = [{ maxLength: 3, enum: ['A', 'B'] }, { pattern: 'a' }, { pattern: 'b' }];
    expect(ofRequest({ allOf: parts }, { allOf: parts.toReversed() })).toBe('');
    expect(ofRequest({ enum: [{ a: 2, b: 1 }, 'x'] }, { enum: ['x', { a: 2, b: 1 }] })).toBe('');
    expect(ofRequest({ properties: { a: {}, b: {} } }, { properties: { b: {}, a: {} } })).toBe('');
    expect(
      ofRequest(either({ minLength: 1 }, { enum: ['A', 'B'] }), either({ enum: ['B', 'A'] }, { minLength: 1 })),
    ).toBe('');
    expect(
      ofRequest(
        { allOf: [{ $ref: '#/components/schemas/a' }] },
        { 'x-own': 1, minLength: 1 },
        { a: { minLength: 1, 'x-other': 2 } },
      ),
    ).toBe('');
  });

  test('also where they hold themselves: what stands there again is compared', () => {
    const one = { $ref: '#/components/schemas/one' };
    const two = { $ref: '#/components/schemas/two' };
    const schemas = (inner: Json): Json => ({
      one: { minLength: 1, properties: { a: two } },
      two: { minLength: 2, properties: { b: inner } },
    });
    expect(
      drift({ request: one, schemas: schemas(one) }, { request: one, schemas: schemas(two) }),
    ).toMatchInlineSnapshot(`
      "breaking narrowed minLength at request/a/b: 1 → 2
        /components/schemas/one/minLength → /components/schemas/two/minLength
        request/minLength request/a/minLength
      breaking member-removed a at request/a/b/a: "a" → null
        /components/schemas/two → nowhere
        request/minLength request/a/minLength
      widening member-added b at request/a/b/b: null → "b"
        nowhere → /components/schemas/two
        request/a/minLength"
    `);
    expect(drift({ request: { allOf: [one] }, schemas: schemas(one) }, { request: one, schemas: schemas(one) })).toBe(
      '',
    );
  });
});

describe('an operation', () => {
  test('its address, and what it tells', () => {
    const at = (path: string, method: string, more: Json = {}): Parts => ({
      document: {
        paths: {
          [path]: { [method]: { operationId: 'things.add', responses: { 204: { description: 'Done.' } }, ...more } },
        },
      },
    });
    expect(drift(at('/a', 'post'), at('/b', 'post'))).toMatchInlineSnapshot(`
      "breaking address-changed address at request: "POST /a" → "POST /b"
        /paths/~1a/post → /paths/~1b/post
        status/204"
    `);
    expect(drift(at('/a', 'post'), at('/a', 'put'))).toMatchInlineSnapshot(`
      "breaking address-changed address at request: "POST /a" → "PUT /a"
        /paths/~1a/post → /paths/~1a/put
        status/204"
    `);
    expect(
      drift(
        at('/a', 'post', { summary: 'A', tags: ['x'] }),
        at('/a', 'post', { summary: 'B', tags: ['x'], deprecated: true }),
      ),
    ).toMatchInlineSnapshot(`
      "editorial told-otherwise summary at operation: "A" → "B"
        /paths/~1a/post/summary → /paths/~1a/post/summary
      editorial told-otherwise deprecated at operation: null → "true"
        nowhere → /paths/~1a/post/deprecated"
    `);
  });

  const parameters = (...list: readonly Json[]): Parts => ({ operation: { parameters: list } });
  const page = { name: 'page', in: 'query', schema: { type: 'integer' } };
  test('its parameters', () => {
    expect(
      drift(parameters(), parameters(page, { ...page, name: 'Size', in: 'header', required: true })),
    ).toMatchInlineSnapshot(`
      "breaking parameter-demanded header size at parameter/header/size: null → "header size"
        nowhere → P/parameters/1
        parameter/Size/required parameter/Size/type
      widening parameter-added query page at parameter/query/page: null → "query page"
        nowhere → P/parameters/0
        parameter/page/type"
    `);
    expect(drift(parameters(page), parameters())).toMatchInlineSnapshot(`
      "breaking parameter-removed query page at parameter/query/page: "query page" → null
        P/parameters/0 → nowhere
        parameter/page/type"
    `);
    expect(
      drift(
        parameters({ ...page, description: 'A' }),
        parameters({ ...page, description: 'B', required: true, schema: { type: 'number' } }),
      ),
    ).toMatchInlineSnapshot(`
      "breaking parameter-demanded required at parameter/query/page: false → true
        P/parameters/0/required → P/parameters/0/required
        parameter/page/required
      widening widened type at parameter/query/page: "integer" → "number"
        P/parameters/0/schema/type → P/parameters/0/schema/type
        parameter/page/type
      editorial told-otherwise description at parameter/query/page: "A" → "B"
        P/parameters/0/description → P/parameters/0/description"
    `);
    expect(drift(parameters({ ...page, required: true }), parameters(page))).toMatchInlineSnapshot(`
      "widening parameter-optional required at parameter/query/page: true → false
        P/parameters/0/required → P/parameters/0/required
        parameter/page/required"
    `);
    expect(drift(parameters({ ...page, in: 'header' }), parameters({ ...page, in: 'header', name: 'PAGE' }))).toBe('');
    expect(drift(parameters(page), parameters({ ...page, name: 'PAGE' }))).toMatchInlineSnapshot(`
      "breaking parameter-removed query page at parameter/query/page: "query page" → null
        P/parameters/0 → nowhere
        parameter/page/type
      widening parameter-added query PAGE at parameter/query/PAGE: null → "query PAGE"
        nowhere → P/parameters/0
        parameter/PAGE/type"
    `);
  });

  const body = (more: Json): Parts => ({ operation: { requestBody: { content: json({ type: 'object' }), ...more } } });
  test('its body', () => {
    expect(drift({}, body({}))).toMatchInlineSnapshot(`
      "widening body-added body at request: null → "body"
        nowhere → P/requestBody
        media-type/request/application/json request/type"
    `);
    expect(drift({}, body({ required: true }))).toMatchInlineSnapshot(`
      "breaking body-demanded body at request: null → "body"
        nowhere → P/requestBody
        request/required media-type/request/application/json request/type"
    `);
    expect(drift(body({}), {})).toMatchInlineSnapshot(`
      "breaking body-removed body at request: "body" → null
        P/requestBody → nowhere
        media-type/request/application/json request/type"
    `);
    expect(drift(body({}), body({ required: true, description: 'A thing.' }))).toMatchInlineSnapshot(`
      "breaking body-demanded required at request: false → true
        P/requestBody/required → P/requestBody/required
        request/required
      editorial told-otherwise description at request: null → "A thing."
        nowhere → P/requestBody/description"
    `);
    expect(drift(body({ required: true }), body({}))).toMatchInlineSnapshot(`
      "widening body-optional required at request: true → false
        P/requestBody/required → P/requestBody/required
        request/required"
    `);
    const typed = (type: string): Parts => body({ content: { [type]: { schema: {} } } });
    expect(drift(typed('application/json'), typed('Application/JSON ; charset=utf-8'))).toBe('');
    expect(drift(typed('application/json'), typed('application/hal+json'))).toMatchInlineSnapshot(`
      "breaking media-type-removed application/json at request: "application/json" → null
        P/requestBody/content → nowhere
        media-type/request/application/json
      widening media-type-added application/hal+json at request: null → "application/hal+json"
        nowhere → P/requestBody/content
        media-type/request/application/hal+json"
    `);
  });

  const answering = (responses: Json): Parts => ({ responses });
  const refusal = (type = 'string', description = 'No.'): Json => ({ description, content: json({ type }) });
  test('its answers', () => {
    expect(drift(answering({}), answering({ 400: refusal() }))).toMatchInlineSnapshot(`
      "breaking status-added status at response/400: null → "400"
        nowhere → P/responses/400
        status/400 media-type/400/application/json response/400/type"
    `);
    expect(drift(answering({ 400: refusal() }), answering({}))).toMatchInlineSnapshot(`
      "tightening status-removed status at response/400: "400" → null
        P/responses/400 → nowhere
        status/400 media-type/400/application/json response/400/type"
    `);
    expect(
      drift(answering({ default: refusal() }), answering({ default: refusal(), 400: refusal() })),
    ).toMatchInlineSnapshot(`
      "tightening status-named status at response/400: null → "400"
        nowhere → P/responses/400
        status/400 media-type/400/application/json response/400/type"
    `);
    expect(
      drift(answering({ '4XX': refusal() }), answering({ '4xx': refusal(), 404: refusal() })),
    ).toMatchInlineSnapshot(`
      "tightening status-named status at response/404: null → "404"
        nowhere → P/responses/404
        status/404 media-type/404/application/json response/404/type"
    `);
    expect(
      drift(answering({ '4XX': refusal(), 404: refusal() }), answering({ '4XX': refusal() })),
    ).toMatchInlineSnapshot(`
      "breaking status-unnamed status at response/404: "404" → null
        P/responses/404 → nowhere
        status/404 media-type/404/application/json response/404/type"
    `);
    expect(
      drift(answering({ '5XX': refusal(), 404: refusal() }), answering({ '5XX': refusal() })),
    ).toMatchInlineSnapshot(`
      "tightening status-removed status at response/404: "404" → null
        P/responses/404 → nowhere
        status/404 media-type/404/application/json response/404/type"
    `);
    expect(drift(answering({}), answering({ default: refusal() }))).toMatchInlineSnapshot(`
      "breaking status-added status at response/default: null → "default"
        nowhere → P/responses/default
        status/default"
    `);
    expect(drift(answering({ default: refusal() }), answering({}))).toMatchInlineSnapshot(`
      "tightening status-removed status at response/default: "default" → null
        P/responses/default → nowhere
        status/default"
    `);
    expect(drift(answering({ 201: refusal() }), answering({ default: refusal() }))).toMatchInlineSnapshot(`
      "breaking success-removed status at response/201: "201" → null
        P/responses/201 → nowhere
        status/201 media-type/201/application/json response/201/type
      breaking status-added status at response/default: null → "default"
        nowhere → P/responses/default
        status/default"
    `);
    expect(
      drift(answering({ 400: refusal() }), answering({ 400: refusal('number', 'Never.') })),
    ).toMatchInlineSnapshot(`
      "breaking changed type at response/400: "string" → "number"
        P/responses/400/content/application~1json/schema/type → P/responses/400/content/application~1json/schema/type
        response/400/type
      editorial told-otherwise description at response/400: "No." → "Never."
        P/responses/400/description → P/responses/400/description"
    `);
    expect(drift(answering({ 400: refusal() }), answering({ 400: { description: 'No.' } }))).toMatchInlineSnapshot(`
      "breaking media-type-removed application/json at response/400: "application/json" → null
        P/responses/400/content → nowhere
        media-type/400/application/json response/400/type"
    `);
    expect(drift(answering({ 'x-own': refusal() }), answering({}))).toBe('');
  });
});

test('a document as a whole', () => {
  const told = (info: Json, ...servers: readonly string[]): Parts => ({
    document: { info: { title: 'Things', version: '1', ...info }, servers: servers.map((url) => ({ url })) },
  });
  expect(drift(told({}), told({ title: 'Other', version: '2', description: 'New.' }))).toMatchInlineSnapshot(`
    "editorial told-otherwise info/title at document: "Things" → "Other"
      /info/title → /info/title
    editorial told-otherwise info/version at document: "1" → "2"
      /info/version → /info/version
    editorial told-otherwise info/description at document: null → "New."
      nowhere → /info/description"
  `);
  expect(drift(told({}, '/a', '/b'), told({}, '/b', '/c'))).toMatchInlineSnapshot(`
    "breaking server-removed /a at document: "/a" → null
      /servers/0 → nowhere
    widening server-added /c at document: null → "/c"
      nowhere → /servers/1"
  `);
  expect(drift({}, told({}, '/a'))).toMatchInlineSnapshot(`
    "widening server-added /a at document: null → "/a"
      nowhere → /servers/0"
  `);
});

test('operations that come and go bring and take all that they oblige to; only those that are named are compared', () => {
  const answer = { responses: { 204: { description: 'Done.' } } };
  const both = (...names: readonly string[]) =>
    specFromText(
      'things.json',
      JSON.stringify({
        openapi: '3.0.3',
        info: { title: 'Things', version: names.join() },
        paths: Object.fromEntries(names.map((name) => [`/${name}`, { post: { operationId: name, ...answer } }])),
      }),
    );
  const found = driftBetween(both('a', 'b'), both('b', 'c'));
  expect(
    found.map((one) => [one.class, one.kind, one.operation, one.subject, one.before, one.after, one.obligations]),
  ).toMatchInlineSnapshot(`
    [
      [
        "breaking",
        "operation-removed",
        "a",
        "a",
        "a",
        null,
        [
          "status/204",
        ],
      ],
      [
        "widening",
        "operation-added",
        "c",
        "c",
        null,
        "c",
        [
          "status/204",
        ],
      ],
      [
        "editorial",
        "told-otherwise",
        "",
        "info/version",
        "a,b",
        "b,c",
        [],
      ],
    ]
  `);
  expect(found.map(({ places }) => places)).toEqual([['operation'], ['operation'], ['document']]);
  expect(found.map(({ clauses }) => [clauses.before?.pointer, clauses.after?.pointer])).toMatchInlineSnapshot(`
    [
      [
        "/paths/~1a/post",
        undefined,
      ],
      [
        undefined,
        "/paths/~1c/post",
      ],
      [
        "/info/version",
        "/info/version",
      ],
    ]
  `);
  expect(driftBetween(both('a', 'b'), both('b', 'c'), ['b']).map(({ kind }) => kind)).toEqual(['told-otherwise']);
});
