import { isDeepStrictEqual } from 'node:util';
import type { ErrorObject } from 'ajv';
import type { BoundaryCase } from '../../schemas/boundaries/boundary-case.ts';
import { boundaryCases } from '../../schemas/boundaries/boundary-cases.ts';
import { tokensOf, valueAt } from '../../schemas/contract/clause.ts';
import type { Obligation, ObligingKeyword } from '../../schemas/contract/obligation.ts';
import type { Operation, RequestBody } from '../../schemas/contract/operation.ts';
import type { Lie } from '../lie.ts';
import type { LiesAgainst } from './lies-against.ts';
import { accepting, refusalFor, refusing, sentIn } from './redecide.ts';

/** The statuses by which a body is refused: it is wrong, or not there at all. */
const REFUSED: ReadonlySet<number> = new Set([400, 415]);

const isAt = (path: readonly string[], { instancePath }: ErrorObject): boolean => {
  const tokens = tokensOf(instancePath);
  return tokens.length === path.length && path.every((name, index) => name === '*' || name === tokens[index]);
};

/** Whether it is this keyword alone that refuses a body. */
export const isRefusedOnlyBy = ({ name, path }: ObligingKeyword, { validate }: RequestBody, body: unknown): boolean =>
  !validate(body) && (validate.errors ?? []).every((error) => error.keyword === name && isAt(path, error));

/** Decides as if the keyword were not there: what it alone refuses is taken. */
const lenient = ({ keyword }: Obligation, { requestBody }: Operation): Lie =>
  accepting((context) => {
    const body = sentIn(context);
    if (context.decision.status !== 400 || body === undefined || !keyword || !requestBody) return false;
    return isRefusedOnlyBy(keyword, requestBody, body);
  });

/** Refuses what stands at the boundary and is to be taken. */
function strict(keyword: string, { pointer, value }: BoundaryCase, operation: Operation): Lie {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const refusal = refusalFor(operation, keyword, { field: pointer, value: text, location: 'body' });
  return refusing((context) => isDeepStrictEqual(valueAt(sentIn(context), pointer), value), refusal);
}

/** Takes what stands one step beyond the boundary, and nothing else that is to be refused. */
const lax = ({ pointer, value }: BoundaryCase): Lie =>
  accepting((context) => isDeepStrictEqual(valueAt(sentIn(context), pointer), value));

const missing = accepting(({ request, decision }) => request.text === '' && REFUSED.has(decision.status));

/** As if a keyword were not there, and as if its limit stood one step nearer, or further off; a body that is required may be missing. */
export const liesAgainstRequest: LiesAgainst = (obligation, operation) => {
  const { requestBody, spec } = operation;
  const { keyword } = obligation;
  if (!requestBody) return [];
  if (keyword === undefined) return [missing];
  const { schemaPointer, validate } = requestBody;
  const { cases } = boundaryCases({ spec, schemaPointer, validate, obligations: [obligation], root: 'body' });
  return [
    lenient(obligation, operation),
    ...cases.filter((one) => one.accepted).map((one) => strict(keyword.name, one, operation)),
    ...cases.filter((one) => one.broken.length > 0 && one.refusedBy.length === 1).map(lax),
  ];
};
