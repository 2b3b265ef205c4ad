import type { Expected } from '../checks/check.ts';
import { judgeExchange } from '../checks/judge.ts';
import type { Operation } from '../contract/operation.ts';
import { SuiteError } from '../contract/suite-error.ts';
import type { Finding } from '../finding.ts';
import { operationNamed } from './known-operations.ts';
import type { OperationId } from './operation-list.ts';
import { answeredExchange, type PlainExchange } from './plain-exchange.ts';

/** What the caller knows besides the exchange. */
export interface JudgeOptions {
  /** The operation that was called; told from the request where it is left out. */
  readonly operation?: OperationId;
  /** The status that the contract gives what was provoked, or several where it leaves the choice. */
  readonly status?: number | readonly number[];
  /** Of a legacy answer, whose status decides nothing: how it has to end. */
  readonly ack?: 'Success' | 'Failure';
  /** The issue code that `details` must name; the six digits of a legacy error. */
  readonly issue?: string;
}

/** The expectation with the clause that it rests on: the issue's where there is one, else the status's. */
function expectedOf(operation: Operation, { status, ack, issue }: JudgeOptions): Expected | undefined {
  const statuses = [status ?? []].flat();
  const [first = ack && operation.statuses[0]] = statuses;
  if (first === undefined && issue === undefined) return undefined;
  if (first === undefined)
    throw new SuiteError('USAGE', `The issue ${issue} is expected of no status`, {
      hint: 'Name the status as well: { status: 422, issue }.',
    });
  const promised = operation.statusContract(first);
  return {
    status: statuses,
    ...(ack !== undefined && { ack }),
    ...(issue !== undefined && { issue }),
    clause: promised?.issues.get(issue ?? '')?.clause ?? promised?.clause ?? operation.clause,
    level: 'MUST',
    origin: 'spec',
  };
}

/**
 * Everything in which an exchange departs from the contract, the answer as a whole first, its details last; none where it
 * conforms. Without an expected status any that the contract documents will do.
 * @throws SuiteError USAGE where the exchange calls no operation that has a contract, or has no status
 */
export function judge(exchange: PlainExchange, options: JudgeOptions = {}): readonly Finding[] {
  const answered = answeredExchange(exchange, options.operation);
  const operation = operationNamed(answered.operation);
  const expected = expectedOf(operation, options);
  return judgeExchange(answered, { operation, ...(expected && { expected }) });
}
