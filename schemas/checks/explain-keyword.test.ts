import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { wantOf } from './explain-keyword.ts';

const ajv = new Ajv({ allErrors: true, strict: false, formats: { day: /^\d\d$/ } });
ajv.addKeyword({ keyword: 'prime', validate: () => false });

/** What is wanted by the keyword of a schema that a value breaks. */
function wanted(schema: object, value: unknown): string {
  const validate = ajv.compile(schema);
  expect(validate(value)).toBe(false);
  const [keyword] = Object.keys(schema);
  const error = validate.errors?.find((one) => one.keyword === keyword);
  if (!error) throw new Error(`no error of ${keyword}`);
  return wantOf(error);
}

test.each([
  [{ type: 'string' }, 1, 'the type string'],
  [{ type: ['string', 'null', 'array'] }, 1, 'the type string or null or array'],
  [{ enum: ['A', 1, null] }, 'B', 'one of "A", 1, null'],
  [{ minLength: 2 }, 'a', 'at least 2 characters'],
  [{ maxLength: 2 }, 'abc', 'at most 2 characters'],
  [{ pattern: '^a$' }, 'b', 'text that matches ^a$'],
  [{ format: 'day' }, 'b', 'the format day'],
  [{ minItems: 2 }, [], 'at least 2 items'],
  [{ maxItems: 0 }, [1], 'at most 0 items'],
  [{ uniqueItems: true }, [1, 1], 'items that differ from each other'],
  [{ minProperties: 1 }, {}, 'at least 1 members'],
  [{ maxProperties: 0 }, { a: 1 }, 'at most 0 members'],
  [{ minimum: 2 }, 1, 'at least 2'],
  [{ maximum: 2 }, 3, 'at most 2'],
  [{ exclusiveMinimum: 2 }, 2, 'more than 2'],
  [{ exclusiveMaximum: 2 }, 2, 'less than 2'],
  [{ multipleOf: 2 }, 3, 'a multiple of 2'],
  [{ required: ['a'] }, {}, 'it to be present'],
  [{ additionalProperties: false }, { a: 1 }, 'no such member'],
  [{ anyOf: [{ const: 1 }, { const: 2 }] }, 3, 'one of several alternatives, of which none matches'],
  [{ oneOf: [{ const: 1 }, { const: 2 }] }, 3, 'exactly one of several alternatives, of which none matches'],
  [{ oneOf: [{}, {}] }, 3, 'exactly one of several alternatives, of which more than one matches'],
  [{ not: {} }, 3, 'something else than it excludes'],
  [{ const: 1 }, 3, 'const: must be equal to constant'],
  [{ prime: true }, 4, 'prime: must pass "prime" keyword validation'],
])('%j wants of %j %s', (schema, value, want) => {
  expect(wanted(schema, value)).toBe(want);
});

test('a keyword whose validator says nothing is wanted as it is written', () => {
  const error = { keyword: 'toString', instancePath: '', schemaPath: '', params: {} };
  expect(wantOf(error)).toBe('toString: as written');
});
