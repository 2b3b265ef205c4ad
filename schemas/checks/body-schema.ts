import type { ValidateFunction } from 'ajv';
import type { JsonPointer } from '../contract/clause.ts';
import type { Operation, StatusContract } from '../contract/operation.ts';
import { matchingBranches, subjectBranch } from './branches.ts';
import { type CheckDefinition, type Departure, NONE } from './check.ts';
import { unclaimed } from './explain.ts';
import { schemaViolations } from './schema-errors.ts';

/**
 * The errors that say most: of the branch that the body claims or its status names, where the schema has branches; of
 * the whole schema where the body fits one of them, and breaks what stands beside them.
 */
function violations(
  body: unknown,
  validate: ValidateFunction,
  contract: StatusContract,
  operation: Operation,
): readonly Departure[] {
  const report = ({ errors }: ValidateFunction, schema: JsonPointer) =>
    schemaViolations(body, errors ?? [], schema, contract, operation);
  const matching = matchingBranches(contract, body);
  if (contract.branches.length === 0 || matching.length === 1) return report(validate, contract.schemaPointer ?? '');
  const subject = subjectBranch(contract, body);
  if (matching.length > 0 || !subject) return [unclaimed(contract, body, matching.length)];
  subject.validate(body);
  return report(subject.validate, subject.pointer);
}

/**
 * The body is valid against the schema of its status, or of `default`. What name, message, issue, description and link
 * checks report is theirs; every other type, format, limit and enum is reported here.
 */
export const bodySchema: CheckDefinition = {
  id: 'body-schema',
  summary: 'The body is valid against the schema that the contract publishes for its status.',
  judge: ({ contract, body }, { operation }) =>
    !contract?.validate || body === undefined || contract.validate(body)
      ? NONE
      : violations(body, contract.validate, contract, operation),
};
