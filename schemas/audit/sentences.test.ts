import { describe, expect, test } from 'vitest';
import { cancel } from '../../tests/judging.ts';
import { loadOperation } from '../contract/operation.ts';
import { audit } from './audit.ts';
import { EXAMPLE_OPERATION, type ExampleParts, exampleSpec } from './example.ts';
import { rules } from './rules.ts';

const members = (properties: object) => ({ type: 'object', properties });

/** What the audit, or one rule of it, says of a document, with the place of which it says it. */
function heard(parts: ExampleParts, rule?: string): string {
  return audit([loadOperation(exampleSpec(parts), EXAMPLE_OPERATION)])
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map(({ clause, sentence }) => `${clause.pointer.replace('/paths/~1things~1{id}~1cancel/post', 'P')}: ${sentence}`)
    .join('\n');
}

test('each rule’s sentence on its own example', () => {
  const said = rules.map(({ id, example }) => `${id} ${heard(example.speaks, id)}`);
  expect(said.join('\n').replaceAll('/content/application~1json/schema', '/S')).toMatchInlineSnapshot(`
    "nothing-required P/responses/400/S: {} conforms to the body of the 400: its one member is not required.
    one-of-untold P/responses/400/S/oneOf: {} fits all 2 branches, so that it conforms to none; whatever fits one of them conforms, under any status.
    any-of-empty P/responses/400/S/anyOf: {} fits all 2 branches: none of them requires what tells it from the others.
    pattern-idle P/requestBody/S/properties/a/pattern: Every text matches ^[\\S\\s]*$ of a.
    limit-unsendable P/requestBody/S/properties/a/maxLength: a: a value of more than 2147483647 characters cannot be sent.
    required-in-prose P/responses/400/S/properties/field/description: field is required by its prose, and no schema requires it.
    pinned-prose P/responses/400/S/properties/text/enum: text is pinned to "No.", and clients must not depend on it.
    limit-not-honored P/requestBody/S/properties/note/maxLength: note is limited by maxLength 4000, and not honored.
    ascii-only P/requestBody/S/properties/name/pattern: name is internationalized in prose; its pattern refuses every character outside ASCII.
    prose-limit P/requestBody/S/properties/a/maxLength: The prose of a allows 9 characters; its schema takes one more.
    one-or-more P/requestBody/S/properties/a/minItems: a has one item or more in prose, and may be empty.
    empty-path-parameter P/parameters/0/schema/minLength: id may be empty by its schema; a path without it is another path.
    enum-off-pattern P/responses/400/S/properties/method/enum/0: method may be "POST" by its enum, and the schema refuses it.
    example-refused P/responses/400/S/example: The schema refuses the example: /n must be integer.
    example-undescribed P/responses/400/S/example/information_link: The example has /information_link, which the schema does not describe.
    status-only-in-default /components/schemas/error_429: things.cancel answers 429 by the name of a branch of default only.
    issues-unlisted P/responses/404: A 404 may carry issues, and none is listed for it.
    refused-without-issue P/parameters/0/schema/maxLength: note: maxLength 9: the 400 lists no issue for a violated maxLength.
    default-unshown P/requestBody/S/properties/quiet/default: quiet: default false: a 204 has no body, so no exchange shows what was assumed.
    format-unpublished P/requestBody/S/properties/a/format: a: acme_address_v2 is a format of the vendor's own: no definition of it is published.
    required-undescribed P/responses/400/S/required/0: the 400 requires nmae, which no schema describes.
    other-operation P/parameters/0/description: id is described as "The ID of the draft thing to delete.", and things.cancel does not delete.
    min-length-idle P/requestBody/S/properties/a/minLength: a has minLength 2; the shortest that its pattern takes has 3 characters.
    pattern-dialect P/requestBody/S/properties/a/pattern: The pattern of a compiles under no flag and u, not under v.
    enum-and-pattern P/responses/400/S/properties/method/pattern: method has an enum of 1 and beside it pattern.
    minimum-of-zero P/requestBody/S/properties/a/minLength: a has minLength 0."
  `);
});

test('of several operations each thing is said once, with all of them that it concerns, by what costs most and by line', () => {
  const operation = loadOperation(
    exampleSpec({
      request: members({ a: { minLength: 0 }, b: { pattern: 'a*' } }),
      response: members({ c: { minLength: 0 } }),
    }),
    EXAMPLE_OPERATION,
  );
  const found = audit([operation, { ...operation, id: 'things.void' }, operation]);
  expect(
    found.map(({ rule, operations, clause }) => `${clause.line} ${rule} ${operations.join()}`),
  ).toMatchInlineSnapshot(`
    [
      "38 nothing-required things.cancel,things.void",
      "23 pattern-idle things.cancel,things.void",
      "20 minimum-of-zero things.cancel,things.void",
      "42 minimum-of-zero things.cancel,things.void",
    ]
  `);
});

test('everything that is said of PayPal’s document', () => {
  const said = audit([cancel]).map(({ rule, clause, sentence }) => `${clause.line} ${rule} ${sentence}`);
  expect(said.join('\n')).toMatchInlineSnapshot(`
    "246 nothing-required {} conforms to the body of the 400: none of its 5 members is required.
    307 nothing-required {} conforms to the body of the 403: none of its 5 members is required.
    338 nothing-required {} conforms to the body of the 404: none of its 5 members is required.
    369 nothing-required {} conforms to the body of the 422: none of its 5 members is required.
    460 nothing-required {} conforms to the body of the 500: none of its 4 members is required.
    617 nothing-required {} conforms to the body of the 401 (default): none of its 5 members is required.
    650 nothing-required {} conforms to the body of the 409 (default): none of its 5 members is required.
    679 nothing-required {} conforms to the body of the 415 (default): none of its 5 members is required.
    708 nothing-required {} conforms to the body of the 429 (default): none of its 3 members is required.
    724 nothing-required {} conforms to the body of the 503 (default): none of its 4 members is required.
    583 one-of-untold {} fits all 10 branches, so that it conforms to none; whatever fits one of them conforms, under any status.
    282 any-of-empty {} fits all 2 branches: none of them requires what tells it from the others.
    409 any-of-empty {} fits all 5 branches: none of them requires what tells it from the others.
    224 pattern-idle Every text matches ^[\\S\\s]*$ of subject.
    233 pattern-idle Every text matches ^[\\S\\s]*$ of note.
    189 limit-unsendable invoice_id: a value of more than 2147483647 characters cannot be sent.
    512 required-in-prose details[] is required by its prose, and no schema requires it.
    516 required-in-prose details[].field is required by its prose, and no schema requires it.
    206 pinned-prose details[].description is pinned to "The requested invoice is not associated with the requested user.", and clients must not depend on it.
    291 pinned-prose details[].description is pinned to "Field value exceeded the maximum allowed number of characters.", and clients must not depend on it.
    303 pinned-prose details[].description is pinned to "Only maximum of 100 email address is supported in additional recipients.", and clients must not depend on it.
    418 pinned-prose details[].description is pinned to "Draft invoice cannot be canceled.", and clients must not depend on it.
    428 pinned-prose details[].description is pinned to "Cannot cancel a paid or partially paid invoice.", and clients must not depend on it.
    438 pinned-prose details[].description is pinned to "Cannot cancel a refunded or partially refunded invoice.", and clients must not depend on it.
    448 pinned-prose details[].description is pinned to "Cannot cancel a scheduled invoice.", and clients must not depend on it.
    458 pinned-prose details[].description is pinned to "Invoice is already cancelled.", and clients must not depend on it.
    226 limit-not-honored subject is limited by maxLength 4000, and not honored.
    235 limit-not-honored note is limited by maxLength 4000, and not honored.
    605 ascii-only additional_recipients[] is internationalized in prose; its pattern refuses every character outside ASCII.
    605 prose-limit The prose of additional_recipients[] allows 64 characters before the @ sign; its schema takes one more.
    498 one-or-more additional_recipients has one item or more in prose, and may be empty.
    188 empty-path-parameter invoice_id may be empty by its schema; a path without it is another path.
    755 example-undescribed The example has /information_link, which the schema does not describe.
    617 status-only-in-default invoices.cancel answers 401 by the name of a branch of default only.
    650 status-only-in-default invoices.cancel answers 409 by the name of a branch of default only.
    679 status-only-in-default invoices.cancel answers 415 by the name of a branch of default only.
    708 status-only-in-default invoices.cancel answers 429 by the name of a branch of default only.
    724 status-only-in-default invoices.cancel answers 503 by the name of a branch of default only.
    154 issues-unlisted A 404 may carry issues, and none is listed for it.
    132 refused-without-issue the body is required: the 400 lists no issue for a violated required.
    184 refused-without-issue path parameter invoice_id: required true: the 400 lists no issue for a violated required.
    190 refused-without-issue invoice_id: pattern "^.*$": the 400 lists no issue for a violated pattern.
    211 refused-without-issue request: type "object": the 400 lists no issue for a violated type.
    218 refused-without-issue subject: type "string": the 400 lists no issue for a violated type.
    228 refused-without-issue note: type "string": the 400 lists no issue for a violated type.
    237 refused-without-issue send_to_invoicer: type "boolean": the 400 lists no issue for a violated type.
    241 refused-without-issue send_to_recipient: type "boolean": the 400 lists no issue for a violated type.
    497 refused-without-issue additional_recipients: type "array": the 400 lists no issue for a violated type.
    595 refused-without-issue additional_recipients.*: type "string": the 400 lists no issue for a violated type.
    603 refused-without-issue additional_recipients.*: minLength 3: the 400 lists no issue for a violated minLength.
    605 refused-without-issue additional_recipients.*: pattern "^(?:[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]+(?:\\\\.[A-Za: the 400 lists no issue for a violated pattern.
    239 default-unshown send_to_invoicer: default false: a 204 has no body, so no exchange shows what was assumed.
    243 default-unshown send_to_recipient: default true: a 204 has no body, so no exchange shows what was assumed.
    602 format-unpublished additional_recipients[]: ppaas_common_email_address_v2 is a format of the vendor's own: no definition of it is published.
    185 other-operation invoice_id is described as "The ID of the draft invoice to delete.", and invoices.cancel does not delete.
    603 min-length-idle additional_recipients[] has minLength 3; the shortest that its pattern takes has 5 characters.
    605 pattern-dialect The pattern of additional_recipients[] compiles under no flag and u, not under v.
    574 enum-and-pattern links[].method has an enum of 5 and beside it pattern, minLength, maxLength.
    188 minimum-of-zero invoice_id has minLength 0.
    225 minimum-of-zero subject has minLength 0.
    234 minimum-of-zero note has minLength 0.
    273 minimum-of-zero links has minItems 0.
    334 minimum-of-zero links has minItems 0.
    365 minimum-of-zero links has minItems 0.
    400 minimum-of-zero links has minItems 0.
    484 minimum-of-zero links has minItems 0.
    498 minimum-of-zero additional_recipients has minItems 0.
    555 minimum-of-zero links[].href has minLength 0.
    566 minimum-of-zero links[].rel has minLength 0.
    646 minimum-of-zero links has minItems 0.
    675 minimum-of-zero links has minItems 0.
    704 minimum-of-zero links has minItems 0.
    747 minimum-of-zero links has minItems 0."
  `);
});

/** The body of the request, of the 400, and what is said of each by one rule. */
const ofRequest = (rule: string, request: object) =>
  heard({ request }, rule).replaceAll('/requestBody/content/application~1json/schema', '/S');
const ofAnswer = (rule: string, response: object) =>
  heard({ response }, rule).replaceAll('/responses/400/content/application~1json/schema', '/S');

describe('prose', () => {
  test.each([
    'The internationalised name.',
    'A name in Unicode.',
    'In any <b>language</b>\n of yours.',
  ])('%j promises every letter', (description) => {
    expect(ofRequest('ascii-only', members({ a: { description, pattern: '^[a-z]$' } }))).toMatch(
      /refuses every character/,
    );
    expect(ofRequest('ascii-only', members({ a: { description, pattern: '^.$' } }))).toBe('');
    expect(ofRequest('ascii-only', members({ a: { description, pattern: '(?=a)' } }))).toBe('');
    expect(ofRequest('ascii-only', members({ a: { description } }))).toBe('');
  });

  test.each([
    'It is ignored.',
    'It will not be honoured.',
    'It has no effect.',
    'They are ignored.',
  ])('%j makes a limit idle', (description) => {
    expect(ofRequest('limit-not-honored', members({ a: { description, minLength: 2, enum: ['aa'] } }))).toBe(
      'P/S/properties/a/minLength: a is limited by minLength 2, and not honored.',
    );
  });

  test('a limit in prose is held against the schema, before the @ sign too', () => {
    const limited = (description: string, more: object) =>
      ofRequest('prose-limit', members({ a: { description, ...more } }));
    expect(limited('At most 3 characters.', { maxLength: 4 })).toMatchInlineSnapshot(
      `"P/S/properties/a/maxLength: The prose of a allows 3 characters; its schema takes one more."`,
    );
    expect(limited('At most 3 characters.', { maxLength: 3 })).toBe('');
    expect(limited('No more than 2 characters are allowed before the @ sign.', { pattern: '@' })).toMatchInlineSnapshot(
      `"P/S/properties/a/pattern: The prose of a allows 2 characters before the @ sign; its schema takes one more."`,
    );
    expect(limited('No more than 2 characters before the @ sign.', { pattern: '^.{1,2}@' })).toBe('');
    expect(
      limited('Up to 2 characters. A maximum of 4 characters is allowed.', { maxLength: 9 }),
    ).toMatchInlineSnapshot(
      `"P/S/properties/a/maxLength: The prose of a allows 2 characters; its schema takes one more."`,
    );
    expect(limited('Up to 20 items.', {})).toBe('');
  });

  test('one item or more, an empty array', () => {
    const list = (more: object) =>
      ofRequest('one-or-more', { description: 'One or more.', type: 'array', items: {}, ...more });
    expect(list({})).toBe('P/S/minItems: the request has one item or more in prose, and may be empty.');
    expect(list({ minItems: 1 })).toBe('');
    expect(list({ type: 'object' })).toBe('');
    expect(list({ description: 'One, or more than that.' })).toBe('');
  });

  test('a member that is required in prose', () => {
    const said = (description: string, more: object = {}) =>
      ofAnswer('required-in-prose', { ...members({ a: { description } }), ...more });
    expect(said('Required.')).toBe(
      'P/S/properties/a/description: a is required by its prose, and no schema requires it.',
    );
    expect(said('The id. Required for errors.')).not.toBe('');
    expect(said('Required if b is absent.')).toBe('');
    expect(said('Required when b is absent.')).toBe('');
    expect(said('Not Required')).toBe('');
    expect(said('Required.', { required: ['b'] })).not.toBe('');
    expect(said('Required.', { required: ['a'] })).toBe('');
    expect(said('Required.', { allOf: [{ required: ['a'] }] })).toBe('');
    const item = { type: 'array', items: { description: 'Required.' } };
    expect(ofAnswer('required-in-prose', members({ list: item }))).toMatchInlineSnapshot(
      `"P/S/properties/list/items/description: list[] is required by its prose, and no schema requires it."`,
    );
    expect(ofAnswer('required-in-prose', { ...members({ list: item }), required: ['list'] })).toBe('');
    const deeper = members({ in: members({ a: { description: 'Required.' } }) });
    expect(ofAnswer('required-in-prose', { ...deeper, required: ['a'] })).toMatchInlineSnapshot(
      `"P/S/properties/in/properties/a/description: in.a is required by its prose, and no schema requires it."`,
    );
    const inner = members({ a: { description: 'Required.' } });
    const nested = (more: object) =>
      ofAnswer('required-in-prose', members({ in: { ...inner, ...more }, b: { required: ['a'] } }));
    expect(nested({ required: ['a'] })).toBe('');
    expect(nested({})).toMatch(/^P\/S\/properties\/in\/properties\/a\/description: in\.a is required/);
    expect(ofAnswer('required-in-prose', { description: 'Required.' })).toBe('');
  });

  test('an enum on what must not be depended on', () => {
    const free = { description: 'The text may change.' };
    expect(ofAnswer('pinned-prose', members({ a: { ...free, enum: ['A', 'B'] }, b: { enum: ['C'] } }))).toBe(
      'P/S/properties/a/enum: a is pinned to "A", and clients must not depend on it.',
    );
    expect(
      ofAnswer('pinned-prose', { ...members({ a: free }), allOf: [members({ a: { enum: ['A'] } })] }),
    ).toMatchInlineSnapshot(`"P/S/allOf/0/properties/a/enum: a is pinned to "A", and clients must not depend on it."`);
  });

  test('another operation’s parameter', () => {
    const described = (description: unknown) =>
      heard({ parameter: { name: 'id', in: 'path', required: true, description, schema: {} } }, 'other-operation');
    expect(described('The ID of the thing to be deleted.')).toBe(
      'P/parameters/0/description: id is described as "The ID of the thing to be deleted.", and things.cancel does not delete.',
    );
    expect(described('The ID of the thing to cancel or to capture.')).toContain('does not capture');
    expect(described('The ID of the thing to admire.')).toBe('');
    expect(described(undefined)).toBe('');
    const operation = { summary: 'Captures a thing.' };
    const parameter = { name: 'id', in: 'path', required: true, description: 'The ID to capture.', schema: {} };
    expect(heard({ parameter, operation }, 'other-operation')).toBe('');
  });
});

describe('schemas', () => {
  test('values that are refused where they stand', () => {
    expect(
      ofAnswer(
        'enum-off-pattern',
        members({ a: { maxLength: 1, enum: ['A', 'BC', 'D', 'EF'] }, b: { type: 'string', default: 5 } }),
      ),
    ).toMatchInlineSnapshot(`
      "P/S/properties/a/enum/1: a may be "BC" by its enum, and the schema refuses it.
      P/S/properties/a/enum/3: a may be "EF" by its enum, and the schema refuses it.
      P/S/properties/b/default: b may be 5 by its default, and the schema refuses it."
    `);
    expect(ofAnswer('enum-off-pattern', members({ a: { enum: ['A'] } }))).toBe('');
  });

  test('an enum beside which nothing else counts', () => {
    expect(
      ofAnswer(
        'enum-and-pattern',
        members({ a: { enum: ['A', 'B'], pattern: '^.$', minLength: 1, maxLength: 2 }, b: { pattern: 'b' } }),
      ),
    ).toMatchInlineSnapshot(
      `"P/S/properties/a/pattern: a has an enum of 2 and beside it pattern, minLength, maxLength."`,
    );
    expect(ofAnswer('enum-and-pattern', { enum: ['A'], minLength: 1 })).toBe('');
  });

  test('patterns that forbid nothing, and those that do not compile everywhere', () => {
    expect(ofRequest('pattern-idle', members({ a: { items: { pattern: 'a*' } } }))).toMatchInlineSnapshot(
      `"P/S/properties/a/items/pattern: Every text matches a* of a[]."`,
    );
    expect(ofRequest('pattern-dialect', { pattern: '^[a-z&&]$' })).toMatchInlineSnapshot(
      `"P/S/pattern: The pattern of the request compiles under no flag and u, not under v."`,
    );
    expect(ofRequest('pattern-dialect', { pattern: '\\-' })).toMatchInlineSnapshot(
      `"P/S/pattern: The pattern of the request compiles under no flag, not under u and v."`,
    );
    expect(ofRequest('min-length-idle', { pattern: '^a{3}$', minLength: 1 })).toMatchInlineSnapshot(
      `"P/S/minLength: the request has minLength 1; the shortest that its pattern takes has 3 characters."`,
    );
    for (const more of [{ minLength: 3 }, { minLength: 0 }, {}, { minLength: 2, pattern: '(?=a)' }])
      expect(ofRequest('min-length-idle', { pattern: '^a{3}$', ...more })).toBe('');
  });

  test('limits that nothing can reach, and limits of nothing', () => {
    const limits = {
      maxLength: 1_048_576,
      maxItems: 100_000,
      maxProperties: 10_001,
      minLength: 0,
      minItems: 0,
      minProperties: 0,
    };
    expect(ofRequest('limit-unsendable', limits)).toMatchInlineSnapshot(`
      "P/S/maxLength: the request: a value of more than 1048576 characters cannot be sent.
      P/S/maxItems: the request: an array of more than 100000 items cannot be sent.
      P/S/maxProperties: the request: an object of more than 10001 members cannot be sent."
    `);
    expect(ofRequest('minimum-of-zero', limits)).toMatchInlineSnapshot(`
      "P/S/minLength: the request has minLength 0.
      P/S/minItems: the request has minItems 0.
      P/S/minProperties: the request has minProperties 0."
    `);
    expect(ofRequest('minimum-of-zero', { minLength: 1, minItems: 1, minProperties: 1 })).toBe('');
    expect(ofRequest('limit-unsendable', { maxLength: 9, maxItems: 9, maxProperties: 9 })).toBe('');
  });

  test('formats', () => {
    expect(
      ofRequest('format-unpublished', members({ a: { format: 'acme' }, b: { format: 'int64' }, c: {} })),
    ).toMatchInlineSnapshot(
      `"P/S/properties/a/format: a: acme is a format of the vendor's own: no definition of it is published."`,
    );
  });

  test('what is required, and described nowhere', () => {
    const said = (schema: object) => ofAnswer('required-undescribed', schema);
    expect(said({ ...members({ a: {} }), required: ['a', 'b'] })).toMatchInlineSnapshot(
      `"P/S/required/1: the 400 requires b, which no schema describes."`,
    );
    expect(
      said({ ...members({ a: { ...members({ c: {} }), required: ['c', 'd'] } }), required: [] }),
    ).toMatchInlineSnapshot(`"P/S/properties/a/required/1: a requires d, which no schema describes."`);
    expect(said({ required: ['b'], additionalProperties: {} })).toBe('');
    expect(said({ required: ['b'], allOf: [members({ b: {} })] })).toBe('');
  });

  test('bodies of which nothing, or not enough, is required', () => {
    expect(ofAnswer('nothing-required', members({ a: {}, b: {}, c: {}, d: {} }))).toMatchInlineSnapshot(
      `"P/S: {} conforms to the body of the 400: none of its 4 members is required."`,
    );
    expect(ofAnswer('nothing-required', { type: 'object' })).toMatchInlineSnapshot(`""`);
    expect(ofAnswer('nothing-required', { ...members({ a: {} }), required: ['a'] })).toBe('');
    const named = (value: string, more: object = {}) => ({ ...members({ name: { enum: [value] } }), ...more });
    for (const [keyword, rule] of [
      ['anyOf', 'any-of-empty'],
      ['oneOf', 'one-of-untold'],
    ] as const) {
      const branches = [named('A'), named('B'), named('C')];
      expect(ofAnswer(rule, { [keyword]: branches })).toContain(`P/S/${keyword}: {} fits all 3 branches`);
      expect(ofAnswer(rule, { [keyword]: [named('A')] })).toBe('');
      expect(ofAnswer(rule, { [keyword]: branches, discriminator: { propertyName: 'name' } })).toBe('');
      expect(ofAnswer(rule, { [keyword]: [...branches, named('D', { required: ['name'] })] })).toBe('');
      expect(ofAnswer(rule, members({ a: { [keyword]: branches } }))).toContain(`P/S/properties/a/${keyword}: `);
    }
  });

  test('a schema that several bodies share is met once', () => {
    const shared = { $ref: '#/components/schemas/shared' };
    const parts = {
      request: members({ a: shared }),
      response: members({ b: shared, c: shared }),
      schemas: { shared: { minLength: 0 } },
    };
    expect(heard(parts, 'minimum-of-zero')).toBe('/components/schemas/shared/minLength: a has minLength 0.');
  });
});

describe('examples', () => {
  const parts = (owner: object): ExampleParts => ({
    responses: {
      404: {
        description: 'None.',
        content: {
          'application/json': {
            schema: members({ a: { type: 'integer' }, list: { items: members({ b: {} }) } }),
            ...owner,
          },
        },
      },
    },
  });
  test.each([
    ['example', { example: { a: 'x' } }],
    ['examples', { examples: { one: { value: { a: 'x' } }, two: { summary: 'none' }, three: { value: { a: 1 } } } }],
  ])('beside a schema, by %s', (_, owner) => {
    expect(heard(parts(owner), 'example-refused')).toMatch(
      /^P\/responses\/404\/content\/application~1json\/example.*: The schema refuses the example: \/a must be integer\.$/,
    );
  });

  test('as a whole', () => {
    expect(ofAnswer('example-refused', { type: 'object', example: 'text' })).toBe(
      'P/S/example: The schema refuses the example: the whole must be object.',
    );
  });

  test('with members that nobody describes', () => {
    const whole = { example: { a: null, list: [null, 1, [{ b: { c: 1 } }]] } };
    expect(heard(parts(whole), 'example-undescribed')).toBe('');
    const example = { a: 1, more: { deep: 1 }, list: [{ b: 1, c: 2 }, { b: 1 }], constructor: 1 };
    expect(
      heard(parts({ example }), 'example-undescribed').replaceAll('P/responses/404/content/application~1json', 'E'),
    ).toMatchInlineSnapshot(`
      "E/example/more: The example has /more, which the schema does not describe.
      E/example/list/0/c: The example has /list/0/c, which the schema does not describe.
      E/example/constructor: The example has /constructor, which the schema does not describe."
    `);
  });

  test('of a parameter', () => {
    const parameter = { name: 'n', in: 'query', schema: { type: 'integer' }, example: 'x' };
    expect(heard({ parameter }, 'example-refused')).toBe(
      'P/parameters/0/example: The schema refuses the example: the whole must be integer.',
    );
  });
});

describe('answers', () => {
  const detail = (more: object) =>
    members({ details: { type: 'array', items: members({ issue: { type: 'string', ...more } }) } });
  const answer = (schema: object) => ({ description: 'No.', content: { 'application/json': { schema } } });
  test('issues that are listed for some', () => {
    const said = (responses: object) => heard({ responses }, 'issues-unlisted');
    expect(said({ 409: answer(detail({})), 422: answer(detail({ enum: ['A'] })) })).toBe(
      'P/responses/409: A 409 may carry issues, and none is listed for it.',
    );
    expect(said({ 409: answer(detail({})) })).toBe('');
    expect(said({ 409: answer(members({})), 422: answer(detail({ enum: ['A'] })) })).toBe('');
    expect(said({ '4XX': answer(detail({})), 422: answer(detail({ enum: ['A'] })) })).toMatchInlineSnapshot(
      `"P/responses/4XX: A 4XX may carry issues, and none is listed for it."`,
    );
  });

  test('a constraint of the request for which there is no issue', () => {
    const response = detail({ enum: ['INVALID_STRING_MAX_LENGTH', 'MISSING_REQUIRED'] });
    const request = { ...members({ a: { maxLength: 2, minLength: 1 } }), required: ['a'] };
    const parameter = { name: 'q', in: 'query', required: true, schema: { maximum: 3 } };
    expect(
      heard({ request, response, parameter }, 'refused-without-issue').replaceAll(
        '/requestBody/content/application~1json/schema',
        '/S',
      ),
    ).toMatchInlineSnapshot(`
      "P/parameters/0/schema/maximum: q: maximum 3: the 400 lists no issue for a violated maximum.
      P/S/type: request: type "object": the 400 lists no issue for a violated type.
      P/S/properties/a/minLength: a: minLength 1: the 400 lists no issue for a violated minLength."
    `);
    expect(heard({ request, parameter }, 'refused-without-issue')).toBe('');
  });

  test('statuses that only a branch of default names', () => {
    const error = (name: string) => ({ type: 'object', required: ['name'], properties: { name: { enum: [name] } } });
    const schemas = { error_429: error('SLOW'), error_503: error('DOWN'), another: error('X') };
    const oneOf = Object.keys(schemas).map((name) => ({ $ref: `#/components/schemas/${name}` }));
    const parts = { responses: { default: answer({ oneOf }), 503: answer({}) }, schemas };
    expect(heard(parts, 'status-only-in-default')).toBe(
      '/components/schemas/error_429: things.cancel answers 429 by the name of a branch of default only.',
    );
  });

  test('a path parameter that may be empty, a default that nobody sees', () => {
    const parameter = (more: object) => ({ name: 'id', in: 'path', required: true, schema: {}, ...more });
    expect(heard({ parameter: parameter({}) }, 'empty-path-parameter')).toBe(
      'P/parameters/0/schema/minLength: id may be empty by its schema; a path without it is another path.',
    );
    expect(heard({ parameter: parameter({ in: 'query' }) }, 'empty-path-parameter')).toBe('');
    expect(heard({ parameter: parameter({ schema: { pattern: '^a' } }) }, 'empty-path-parameter')).toBe('');
    expect(ofRequest('default-unshown', members({ a: { default: 1 }, b: { type: 'string' } }))).toMatchInlineSnapshot(
      `"P/S/properties/a/default: a: default 1: a 204 has no body, so no exchange shows what was assumed."`,
    );
  });
});
