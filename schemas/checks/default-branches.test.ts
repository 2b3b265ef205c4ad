import { expect, test } from 'vitest';
import { answered, expecting } from '../../tests/judging.ts';
import { loadOperation } from '../contract/operation.ts';
import { specFromText } from '../contract/spec.ts';
import { judgeExchange } from './judge.ts';

type Json = Readonly<Record<string, unknown>>;
const members = (properties: Json): Json => ({ type: 'object', properties });

/** An operation all of whose answers are covered by `default`: one branch of several, and what stands beside them. */
function coveredBy(branches: Json, beside: Json = {}) {
  const oneOf = Object.keys(branches).map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const content = { 'application/json': { schema: { oneOf, ...beside } } };
  const paths = { '/a': { get: { operationId: 'a', responses: { default: { description: '', content } } } } };
  const document = { openapi: '3.0.3', paths, components: { schemas: branches } };
  return loadOperation(specFromText('a.json', JSON.stringify(document)), 'a');
}

const various = coveredBy({
  error_plain: members({ code: { type: 'integer' } }),
  error_401: members({ name: { enum: ['NO_TOKEN', 'BAD_TOKEN'] }, message: { enum: ['Who is it?'] } }),
  error_409: members({ name: { enum: ['CLASH'] } }),
  error_410: members({ name: { enum: ['GONE'] } }),
  error_other: members({ name: { enum: ['OTHER'] }, message: { enum: ['Something.'] } }),
});

/** What one check says of an answer, or all of them but that of members which are not known. */
const said = (operation: typeof various, status: number, body: Json, check?: string) =>
  judgeExchange(answered(status, body), { operation, ...(check === undefined && { expected: expecting(status) }) })
    .filter((finding) => (check === undefined ? finding.kind !== 'unknown-member' : finding.check === check))
    .map(({ level, kind, explanation }) => `${level} ${kind}: ${explanation}`);

const unclaimed = (status: number, matching: number) =>
  `MUST schema-violation: A ${status} is covered by the default response; the body claims no branch by its name (${matching} of 5 match: nothing in them is required).`;
const NO_MESSAGE = 'SHOULD wrong-message: The message of a 401 is "Who is it?"; this one has none.';

test('a name is of the branch that pins it among others, and never of one that pins none', () => {
  expect(said(various, 409, { name: 'BAD_TOKEN' }, 'error-name')).toEqual([
    'SHOULD wrong-name: A 409 is named CLASH; this one is named "BAD_TOKEN" (it is the name of error_401).',
  ]);
  expect(said(various, 409, { name: 'X', code: 'x' }, 'error-name')).toEqual([
    'MUST wrong-name: A 409 is named CLASH; this one is named "X" (none of the 5 branches of the default response has it).',
  ]);
});

test('a body that claims no branch is told once, one that claims another by what it lacks of its own', () => {
  expect(said(various, 401, {})).toEqual([unclaimed(401, 5)]);
  expect(said(various, 401, { name: 'CLASH' })).toEqual([
    unclaimed(401, 2),
    'SHOULD wrong-name: A 401 is named NO_TOKEN or BAD_TOKEN; this one is named "CLASH" (it is the name of error_409).',
    NO_MESSAGE,
  ]);
  expect(said(various, 401, { message: 'Z' })).toEqual([
    unclaimed(401, 3),
    'MUST wrong-message: The message of a 401 is "Who is it?"; this one says "Z".',
  ]);
});

test('a status is borrowed by the very name that the body has, where that name belongs to one', () => {
  expect(said(various, 418, { name: 'BAD_TOKEN' }, 'status')).toEqual([
    'SHOULD wrong-status: The answer calls itself BAD_TOKEN, which belongs to 401, and its status is 418: callers go by the status.',
  ]);
  expect(said(various, 418, { name: 'OTHER' }, 'status')).toEqual([]);
});

test('what stands beside the branches is demanded of a body that fits one of them', () => {
  const branches = { error_410: members({ name: { enum: ['GONE'] } }), error_411: { required: ['length'] } };
  const strict = coveredBy(branches, { required: ['id'] });
  expect(said(strict, 410, { name: 'GONE', id: 1 })).toEqual([]);
  expect(said(strict, 410, { name: 'GONE' })).toEqual([
    'MUST schema-violation: /id is absent; the contract wants it to be present.',
  ]);
});
