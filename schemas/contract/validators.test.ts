import { expect, test } from 'vitest';
import { smallSpec } from '../../tests/small-operation.ts';
import { validatorAt } from './validators.ts';

type Json = Readonly<Record<string, unknown>>;

const validatorOf = (schema: Json) =>
  validatorAt(smallSpec({ it: schema, text: { type: 'string' } }), '/components/schemas/it');

test.each<[string, Json, unknown, boolean]>([
  ['null among the values', { enum: [null, 1] }, null, true],
  ['what a reference leads to', { $ref: '#/components/schemas/text' }, 5, false],
  ['a limit that is excluded by number, as later dialects have it', { exclusiveMinimum: 5 }, 5, false],
  ['a member that is called nullable', { properties: { nullable: { type: 'string' } } }, { nullable: 5 }, false],
  [
    'a member that is called as a flag',
    { properties: { exclusiveMaximum: { type: 'string' } } },
    { exclusiveMaximum: 5 },
    false,
  ],
  ['a flag without its limit', { type: 'number', exclusiveMaximum: true }, 5, true],
])('%s counts', (_, schema, value, takes) => {
  expect(validatorOf(schema)(value)).toBe(takes);
});

test('every error is told, not the first alone', () => {
  const validate = validatorOf({ type: 'object', required: ['a', 'b'], maxProperties: 0 });
  expect(validate({ c: 1 })).toBe(false);
  expect(validate.errors?.map(({ keyword }) => keyword).sort()).toEqual(['maxProperties', 'required', 'required']);
});
