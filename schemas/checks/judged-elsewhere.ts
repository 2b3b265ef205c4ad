import type { ErrorObject } from 'ajv';
import { tokensOf, valueAt } from '../contract/clause.ts';
import type { StatusContract } from '../contract/operation.ts';
import { memberOf } from './answer-body.ts';

/** Whether issue-listed, issue-description, or the type of a member already says what is wrong with an item of `details`. */
function isIssueFault(item: unknown, { issues }: StatusContract): boolean {
  const issue = memberOf(item, 'issue');
  const description = memberOf(item, 'description');
  if (issue === undefined) return false;
  const known = typeof issue === 'string' ? issues.get(issue) : undefined;
  if (!known) return true;
  if (description === undefined || known.descriptions.length === 0) return false;
  return typeof description !== 'string' || !known.descriptions.includes(description);
}

/** The places that have a check of their own, which says more than the schema can: one fact, one finding. */
export function isJudgedElsewhere(error: ErrorObject, body: unknown, contract: StatusContract): boolean {
  const { instancePath, keyword, params } = error;
  if (instancePath === '/name') return contract.names.length > 0;
  if (instancePath === '/message') return contract.messages.length > 0;
  const [list, , member, ...deeper] = tokensOf(instancePath);
  if (list === 'links' && member === undefined && keyword === 'required')
    return params.missingProperty === 'href' || params.missingProperty === 'rel';
  if (list !== 'details' || contract.issues.size === 0 || deeper.length > 0) return false;
  if (member === undefined)
    return (keyword === 'anyOf' || keyword === 'oneOf') && isIssueFault(valueAt(body, instancePath), contract);
  const isText = typeof valueAt(body, instancePath) === 'string';
  return (member === 'issue' || member === 'description') && keyword === 'enum' && isText;
}
