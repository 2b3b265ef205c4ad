import type { ErrorObject } from 'ajv';
import { type JsonPointer, tokensOf, valueAt } from '../contract/clause.ts';
import type { StatusContract } from '../contract/operation.ts';
import { memberOf } from './answer-body.ts';

/**
 * Whether issue-listed, issue-description, or the schema of a member already says what is wrong with an item of
 * `details`. Of an issue or description that is no text only the schema speaks, and only outside of alternatives.
 */
function isIssueFault(
  body: unknown,
  pointer: JsonPointer,
  { issues }: StatusContract,
  told: ReadonlySet<JsonPointer>,
): boolean {
  const item = valueAt(body, pointer);
  const issue = memberOf(item, 'issue');
  const description = memberOf(item, 'description');
  if (typeof issue !== 'string') return told.has(`${pointer}/issue`);
  const known = issues.get(issue);
  if (!known) return true;
  if (typeof description !== 'string') return told.has(`${pointer}/description`);
  return known.descriptions.length > 0 && !known.descriptions.includes(description);
}

/**
 * The places that have a check of their own, which says more than the schema can: one fact, one finding. `told` has the
 * places that break a keyword outside of alternatives.
 */
export function isJudgedElsewhere(
  error: ErrorObject,
  body: unknown,
  contract: StatusContract,
  told: ReadonlySet<JsonPointer>,
): boolean {
  const { instancePath, keyword, params } = error;
  if (instancePath === '/name') return contract.names.length > 0;
  if (instancePath === '/message') return contract.messages.length > 0;
  const [list, , member, ...deeper] = tokensOf(instancePath);
  if (list === 'links' && member === undefined)
    return params.missingProperty === 'href' || params.missingProperty === 'rel';
  if (list !== 'details' || contract.issues.size === 0 || deeper.length > 0) return false;
  if (member === undefined)
    return (keyword === 'anyOf' || keyword === 'oneOf') && isIssueFault(body, instancePath, contract, told);
  const isText = typeof valueAt(body, instancePath) === 'string';
  return (member === 'issue' || member === 'description') && keyword === 'enum' && isText;
}
