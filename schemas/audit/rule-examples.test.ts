import { expect, test } from 'vitest';
import { loadOperation } from '../contract/operation.ts';
import { audit } from './audit.ts';
import { EXAMPLE_OPERATION, type ExampleParts, exampleSpec } from './example.ts';
import { rules } from './rules.ts';

const heard = (parts: ExampleParts, id: string) =>
  audit([loadOperation(exampleSpec(parts), EXAMPLE_OPERATION)]).filter(({ rule }) => rule === id);

test.each(rules.map((rule) => [rule.id, rule] as const))('%s speaks on its example, once, and not on the other', (id, {
  example,
  level,
}) => {
  expect(heard(example.speaks, id)).toEqual([
    {
      rule: id,
      level,
      clause: {
        file: 'example.json',
        pointer: expect.stringMatching(/^\/(paths|components)\//),
        line: expect.any(Number),
      },
      sentence: expect.stringMatching(/\S\.$/),
      operations: [EXAMPLE_OPERATION],
    },
  ]);
  expect(heard(example.silent, id)).toEqual([]);
});

test('the level counts before the order of the rules', () => {
  const properties = { a: { minLength: 0 } };
  const operation = loadOperation(exampleSpec({ response: { type: 'object', properties } }), EXAMPLE_OPERATION);
  const said = (by: typeof rules) => audit([operation], by).map(({ rule }) => rule);
  expect(said(rules)).toEqual(['nothing-required', 'minimum-of-zero']);
  expect(said(rules.toReversed())).toEqual(['nothing-required', 'minimum-of-zero']);
});
