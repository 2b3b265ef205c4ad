import { expect, test } from 'vitest';
import { deriveObligations } from '../contract/obligations.ts';
import { loadOperation } from '../contract/operation.ts';
import { specFromText } from '../contract/spec.ts';
import type { BoundaryCase } from './boundary-case.ts';
import { boundaryCases } from './boundary-cases.ts';

/** The boundaries of a required body with this schema. */
function boundariesOf(schema: object, schemas: object = {}) {
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const post = { operationId: 'go', requestBody, responses: { 204: { description: '' } } };
  const document = { openapi: '3.0.3', paths: { '/go': { post } }, components: { schemas } };
  const operation = loadOperation(specFromText('go.json', JSON.stringify(document)), 'go');
  if (!operation.requestBody) throw new Error('no body');
  const obligations = deriveObligations(operation).obligations.filter(({ group }) => group === 'request');
  return boundaryCases({ spec: operation.spec, ...operation.requestBody, obligations, root: 'body' });
}

/** `+` where it is accepted, its name, and the obligations that it shows; those that it breaks in brackets. */
const shown = ({ id, accepted, obligations, broken }: BoundaryCase): string => {
  const names = obligations.map((name) => (broken.includes(name) ? `[${name}]` : name));
  return `${accepted ? '+' : '-'} ${id}: ${names.join(' ').replaceAll('request/', '')}`;
};

const linesOf = (schema: object, schemas?: object): readonly string[] => boundariesOf(schema, schemas).cases.map(shown);

test('two members of one schema each have their own cases', () => {
  const short = { $ref: '#/components/schemas/short' };
  expect(linesOf({ properties: { a: short, b: short } }, { short: { minLength: 1 } })).toEqual(
    ['a', 'b'].flatMap((name) => [
      `- ${name}.length-0: [${name}/minLength]`,
      `+ ${name}.length-1: ${name}/minLength`,
      `+ ${name}.length-2: ${name}/minLength`,
    ]),
  );
});

test('two limits of one place each have their own cases', () => {
  expect(linesOf({ allOf: [{ minLength: 1 }, { minLength: 4 }] })).toEqual([
    '- body.length-0: [minLength]',
    '- body.length-1: minLength',
    '- body.length-2: minLength',
    '- body.length-3: [minLength~2]',
    '+ body.length-4: minLength~2',
    '+ body.length-5: minLength~2',
  ]);
});

test('different values of one name are numbered', () => {
  const patterns = ['^[a-z]+$', '^[^a]+$', '^[^b]+$'].map((pattern) => ({ minLength: 1, pattern }));
  const found = boundariesOf({ allOf: patterns }).cases.filter(({ id }) => id.includes('off-pattern'));
  expect(found.map(({ id, value, broken }) => [id, value, ...broken])).toEqual([
    ['body.off-pattern', 'A', 'request/pattern'],
    ['body.off-pattern-2', 'a', 'request/pattern~2'],
    ['body.off-pattern-3', 'b', 'request/pattern~3'],
  ]);
});

test('a keyword is not broken where one of its name is, further in', () => {
  const items = { minItems: 1, maxItems: 0 };
  expect(linesOf({ maxItems: 1, items }).filter((line) => line.includes(' body.'))).toEqual([
    '- body.items-1: maxItems',
    '- body.items-2: [maxItems]',
  ]);
});

test('a place in an alternative stands in an instance of that alternative', () => {
  const pair = { required: ['a', 'b'], properties: { a: { maxLength: 1 }, b: { type: 'boolean' } } };
  const { cases } = boundariesOf({ oneOf: [{ type: 'string' }, { type: 'object', ...pair }] });
  expect(cases.find(({ id }) => id === 'oneOf-1.a.length-2')?.instance).toEqual({ a: 'xx', b: true });
});

test('an item stands alone where its place takes no array', () => {
  const { cases } = boundariesOf({ type: 'object', items: { maxLength: 1 } });
  expect(cases.find(({ id }) => id === 'item.length-2')?.instance).toEqual(['xx']);
});

test('white space in the name of an alternative is one dash', () => {
  expect(linesOf({ oneOf: [{ title: 'a  plain\ttext', maxLength: 0 }] })[0]).toBe(
    '+ a-plain-text.length-0: a  plain\ttext/maxLength',
  );
});

test('what has no value on one side says so', () => {
  const reasons = (schema: object) =>
    boundariesOf(schema).oneSided.map(({ obligation, missing, reason }) => `${obligation}: ${missing}, ${reason}`);
  expect(reasons({ required: [] })).toEqual(['request/required~2: refused, no value was found that required refuses']);
  expect(reasons({ minimum: 1, allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] })).toEqual([
    'request/minimum: accepted, every value at its boundary is refused by multipleOf',
    'request/multipleOf: accepted, no value was found that multipleOf accepts',
    'request/multipleOf~2: accepted, no value was found that multipleOf accepts',
  ]);
});
