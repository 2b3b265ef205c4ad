import { describe, expect, test } from 'vitest';
import { drift, inShort, type Json, json, ofRequest, type Parts } from '../../tests/drifting.ts';

const short = (before: Parts, after: Parts): string => inShort(drift(before, after));

describe('headers of an answer', () => {
  const answering = (headers: Json, more: Json = {}): Parts => ({
    responses: { 204: { description: 'Done.', headers } },
    document: { components: { headers: more } },
  });
  const id = (schema: Json, required = false): Json => ({
    'Debug-Id': { required, schema: { type: 'string', ...schema } },
  });

  test('come, go, and promise more or less', () => {
    expect(drift(answering({}), answering(id({})))).toMatchInlineSnapshot(`
      "widening header-added debug-id at response/204/header/debug-id: null → "debug-id"
        nowhere → P/responses/204/headers/Debug-Id"
    `);
    expect(short(answering(id({})), answering({}))).toMatchInlineSnapshot(
      `"breaking header-removed debug-id at response/204/header/debug-id: "debug-id" → null"`,
    );
    expect(drift(answering(id({})), answering(id({}, true)))).toMatchInlineSnapshot(`
      "tightening member-required required at response/204/header/debug-id: false → true
        P/responses/204/headers/Debug-Id/required → P/responses/204/headers/Debug-Id/required"
    `);
    expect(short(answering(id({}, true)), answering(id({})))).toMatchInlineSnapshot(
      `"breaking member-optional required at response/204/header/debug-id: true → false"`,
    );
    expect(short(answering(id({ maxLength: 5 })), answering(id({ maxLength: 6 })))).toMatchInlineSnapshot(
      `"breaking widened maxLength at response/204/header/debug-id: 5 → 6"`,
    );
    expect(
      short(answering(id({})), answering({ 'Debug-Id': { description: 'An id.', schema: { type: 'string' } } })),
    ).toMatchInlineSnapshot(`"editorial told-otherwise description at response/204/header/debug-id: null → "An id.""`);
  });

  test('are the same in other letters, behind a reference, beside a content type, and in the one style they have', () => {
    const { 'Debug-Id': header } = id({});
    const styled = { 'Debug-Id': { style: 'simple', schema: { type: 'string' } } };
    expect(short(answering(id({})), answering(styled))).toBe('');
    const moved = { 'DEBUG-ID': { $ref: '#/components/headers/id' }, 'content-type': { schema: {} } };
    expect(short(answering(id({})), answering(moved, { id: header }))).toBe('');
  });
});

describe('where an operation is reached', () => {
  const [one, other] = ['https://one.example', 'https://other.example'].map((url) => ({ url }));
  const at = (document: Json, operation: Json = {}): Parts => ({ document, operation });

  test('is said by itself, by its path or by the document: the nearest counts', () => {
    expect(drift(at({ servers: [one] }), at({ servers: [one] }, { servers: [other] }))).toMatchInlineSnapshot(`
      "breaking server-removed https://one.example at operation: "https://one.example" → null
        /servers/0 → nowhere
      widening server-added https://other.example at operation: null → "https://other.example"
        nowhere → P/servers/0"
    `);
    expect(short(at({ servers: [one] }), at({ servers: [one] }, { servers: [one] }))).toBe('');
    const path = (servers: readonly unknown[]): Parts => ({
      document: {
        servers: [one],
        paths: { '/things': { servers, post: { operationId: 'things.add', responses: {} } } },
      },
    });
    expect(short(path([one]), path([other]))).toMatchInlineSnapshot(`
      "breaking server-removed https://one.example at operation: "https://one.example" → null
      widening server-added https://other.example at operation: null → "https://other.example""
    `);
    expect(short(path([one]), at({ servers: [one], paths: path([one]).document?.paths }))).toBe('');
  });

  test('may have parts to choose, and is told of', () => {
    const choosing = (...values: readonly string[]): Parts =>
      at({ servers: [{ url: 'https://{at}.example', variables: { at: { default: 'a', enum: values } } }] });
    expect(short(choosing('a', 'b'), choosing('a'))).toMatchInlineSnapshot(`
      "breaking server-removed https://{at}.example {"at":{"default":"a","enum":["a","b"]}} at document: "https://{at}.example {\\"at\\":{\\"default\\":\\"a\\",\\"enum\\":[\\"a\\",\\"b\\"]}}" → null
      widening server-added https://{at}.example {"at":{"default":"a","enum":["a"]}} at document: null → "https://{at}.example {\\"at\\":{\\"default\\":\\"a\\",\\"enum\\":[\\"a\\"]}}""
    `);
    expect(short(at({ servers: [one] }), at({ servers: [{ ...one, description: 'One.' }] }))).toMatchInlineSnapshot(
      `"editorial told-otherwise description of https://one.example at document: null → "One.""`,
    );
    const described = (description?: string): Parts =>
      at({ servers: [{ url: 'https://{at}.example', variables: { at: { default: 'a', description } } }] });
    expect(short(described('Where.'), described())).toBe('');
  });
});

describe('how a parameter is written', () => {
  const sent = (parameter: Json, type = 'string'): Parts => ({
    operation: { parameters: [{ name: 'q', in: 'query', schema: { type }, ...parameter }] },
  });

  test('breaks who wrote it as before', () => {
    expect(drift(sent({}), sent({ style: 'deepObject' }))).toMatchInlineSnapshot(`
      "breaking changed style at parameter/query/q: "form" → "deepObject"
        P/parameters/0/style → P/parameters/0/style"
    `);
    expect(short(sent({}, 'array'), sent({ explode: false }, 'array'))).toMatchInlineSnapshot(
      `"breaking changed explode at parameter/query/q: true → false"`,
    );
    expect(short(sent({ schema: {} }), sent({ schema: {}, explode: false }))).toMatchInlineSnapshot(
      `"breaking changed explode at parameter/query/q: true → false"`,
    );
    expect(short(sent({}), sent({ allowReserved: true }))).toMatchInlineSnapshot(
      `"breaking changed allowReserved at parameter/query/q: false → true"`,
    );
    expect(short(sent({ schema: undefined, content: json({ type: 'string' }) }), sent({}))).toMatchInlineSnapshot(`
      "breaking changed content at parameter/query/q: "application/json" → null
      breaking changed style at parameter/query/q: null → "form"
      breaking changed allowReserved at parameter/query/q: null → false"
    `);
  });

  test('is the same where it is said or left to what it is then, and where it makes no difference', () => {
    expect(short(sent({}, 'array'), sent({ style: 'form', explode: true, allowReserved: false }, 'array'))).toBe('');
    expect(short(sent({}), sent({ explode: false }))).toBe('');
    const piped = { style: 'pipeDelimited' };
    expect(short(sent(piped, 'array'), sent({ ...piped, explode: false }, 'array'))).toBe('');
  });

  test('so does how the parts of a form are', () => {
    const form = (encoding?: Json, type = 'multipart/form-data'): Parts => ({
      operation: { requestBody: { content: { [type]: { schema: {}, encoding } } } },
    });
    expect(short(form({}, 'application/json'), form({ a: {} }, 'application/json'))).toBe('');
    expect(drift(form(), form({ a: { contentType: 'text/csv' } }))).toMatchInlineSnapshot(`
      "breaking changed encoding of multipart/form-data at request: null → "{\\"a\\":{\\"contentType\\":\\"text/csv\\"}}"
        nowhere → P/requestBody/content/multipart~1form-data/encoding"
    `);
  });
});

test('a scheme under another name is the same one; one that is defined nowhere is not', () => {
  const secured = (security: readonly Json[], securitySchemes: Json = {}): Parts => ({
    operation: { security },
    document: { components: { securitySchemes } },
  });
  const [key, token] = ['X-Key', 'X-Token'].map((name) => ({ type: 'apiKey', in: 'header', name }));
  const before = secured([{ key: [], token: [] }, {}], { key, token });
  expect(short(before, secured([{}, { a: [], b: [] }], { a: token, b: key }))).toBe('');
  expect(short(before, secured([{ a: [], b: [] }, {}], { a: key, b: key }))).toMatchInlineSnapshot(`
    "breaking access-demanded b (one of several) at access: null → "b"
    widening access-eased token (one of several) at access: "token" → null"
  `);
  expect(short(secured([{ key: [] }]), secured([{ other: [] }]))).toMatchInlineSnapshot(`
    "breaking access-demanded other at access: null → "other"
    widening access-eased key at access: "key" → null"
  `);
  expect(short(secured([{ key: [] }], { key }), secured([{ key: null }], { key }))).toBe('');
  expect(short(secured([{ key: [] }], { key }), secured([{ key: [] }, { other: [] }], { key, other: key }))).toBe(
    'widening access-added other at access: null → "other"',
  );
});

describe('a status that default covered', () => {
  const answers = (responses: Json): Parts => ({
    responses: {
      default: { description: 'No.', content: json({ oneOf: [{ title: 'A', maxLength: 5 }, {}] }) },
      ...responses,
    },
  });
  const kindOf = (responses: Json): string | undefined => short(answers({}), answers(responses)).split(' at ')[0];

  test.each([
    ['as a branch of it', json({ maxLength: 5 }), 'tightening status-named status'],
    [
      'narrower than a branch of it',
      json({ allOf: [{ maxLength: 4 }, { type: 'string' }] }),
      'tightening status-named status',
    ],
    ['without a body', {}, 'breaking status-redefined status'],
    ['also in another media type', { ...json({}), 'text/html': {} }, 'breaking status-redefined status'],
  ])('%s', (_, content, kind) => {
    expect(kindOf({ 409: { description: 'Conflict.', content } })).toBe(kind);
  });

  test.each<[string, Json]>([
    ['a keyword', { minLength: 1 }],
    ['a keyword and a member', { minLength: 1, properties: { a: {} } }],
    ['a keyword and what is required', { minLength: 1, required: ['a'] }],
    ['another choice', { anyOf: [{ minLength: 1 }, { minLength: 2 }] }],
  ])('a branch is not all of it where something stands beside the choice: %s', (_, beside) => {
    const covering = {
      default: { description: 'No.', content: json({ ...beside, oneOf: [{ maxLength: 5 }, {}] }) },
    };
    const branch = { 409: { description: 'Conflict.', content: json({ maxLength: 5 }) } };
    expect(short({ responses: covering }, { responses: { ...covering, ...branch } })).toContain('status-redefined');
  });

  test('a success is none of its own', () => {
    expect(kindOf({ 201: { description: 'Made.', content: json({}) } })).toBe('breaking status-added status');
    const range = { '2XX': { description: 'Yes.', content: json({}) } };
    expect(
      short(answers(range), answers({ ...range, 202: { description: 'Later.', content: json({}) } })),
    ).toMatchInlineSnapshot(`"tightening status-named status at response/202: null → "202""`);
  });
});

test('an anyOf that is but a branch of another is the same', () => {
  const [a, b, c] = [{ minLength: 1 }, { minLength: 2 }, { minLength: 3 }];
  expect(ofRequest({ anyOf: [a, { anyOf: [b, c] }] }, { anyOf: [a, b, c] })).toBe('');
  for (const keyword of ['oneOf', 'anyOf'])
    expect(ofRequest({ oneOf: [a, { [keyword]: [b, c] }] }, { oneOf: [a, b, c] })).not.toBe('');
  const node = { anyOf: [{ $ref: '#/components/schemas/node' }, { anyOf: [a, b] }] };
  expect(ofRequest({ $ref: '#/components/schemas/node' }, node, { node })).toBe('');
});

test('what a document, a path and a body tell is told', () => {
  const before: Parts = { request: { type: 'object' } };
  const content = { 'application/json': { schema: { type: 'object' }, example: { a: 1 } } };
  expect(short(before, { ...before, operation: { requestBody: { required: true, content } } })).toMatchInlineSnapshot(
    `"editorial told-otherwise example of application/json at request: null → "{\\"a\\":1}""`,
  );
  const path = (more: Json): Parts => ({
    document: { paths: { '/things': { ...more, post: { operationId: 'things.add', responses: {} } } } },
  });
  expect(short(path({}), path({ summary: 'Things.' }))).toMatchInlineSnapshot(
    `"editorial told-otherwise summary of the path at operation: null → "Things.""`,
  );
  const links = { next: { operationId: 'things.add' } };
  expect(short({}, { responses: { 200: { description: 'Added.', links } } })).toMatchInlineSnapshot(
    `"editorial told-otherwise links at response/200: null → "{\\"next\\":{\\"operationId\\":\\"things.add\\"}}""`,
  );
  expect(
    short({}, { document: { tags: [{ name: 'things' }], externalDocs: { url: '/docs' } } }),
  ).toMatchInlineSnapshot(`
    "editorial told-otherwise tags at document: null → "[{\\"name\\":\\"things\\"}]"
    editorial told-otherwise externalDocs at document: null → "{\\"url\\":\\"/docs\\"}""
  `);
});

test.each(['anyOf', 'oneOf'])('what every branch of an %s says may as well stand beside it', (keyword) => {
  const common = { $ref: '#/components/schemas/common' };
  const schemas = { common: { type: 'string', minLength: 1, description: 'Common.' } };
  const [a, b] = [
    { title: 'A', maxLength: 5 },
    { title: 'B', maxLength: 9 },
  ];
  const beside = { allOf: [common, { [keyword]: [a, b] }] };
  const within = { [keyword]: [{ allOf: [common, a] }, { allOf: [b, schemas.common] }] };
  expect(ofRequest(beside, within, schemas)).toBe('');
  expect(ofRequest(within, beside, schemas)).toBe('');
  expect(ofRequest(beside, { [keyword]: [{ allOf: [common, a] }, b] }, schemas)).not.toBe('');
  expect(ofRequest({ [keyword]: [common, { allOf: [common, a] }] }, common, schemas)).not.toBe('');
  expect(
    ofRequest({ [keyword]: [common, { allOf: [common, a] }] }, { allOf: [common, { [keyword]: [{}, a] }] }, schemas),
  ).toBe('');
  const alone = {
    [keyword]: [
      { ...a, anyOf: [common] },
      { ...b, oneOf: [common] },
    ],
  };
  expect(ofRequest(beside, alone, schemas)).toBe('');
  const around = (inner: Json): Json => ({ [keyword]: [{ allOf: [inner, common, a] }, { allOf: [inner, common, b] }] });
  const node = { allOf: [common, around({ properties: { in: { $ref: '#/components/schemas/node' } } })] };
  const other = { allOf: [beside, { properties: { in: { $ref: '#/components/schemas/node' } } }] };
  expect(ofRequest(node, other, { ...schemas, node })).toBe('');
  const self = { [keyword]: [a, b].map((branch) => ({ allOf: [{ $ref: '#/components/schemas/self' }, branch] })) };
  expect(ofRequest(self, { allOf: [self] }, { self })).toBe('');
});
