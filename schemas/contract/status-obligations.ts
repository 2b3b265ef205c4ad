import { pointerTo, valueAt } from './clause.ts';
import { isNormalForm } from './normal-form.ts';
import type { Obligation } from './obligation.ts';
import type { Operation, StatusContract } from './operation.ts';
import { promisedStatuses } from './promised-statuses.ts';

/** A status, every issue code listed for it, and every media type of its body; a normal form speaks of none of them. */
function obligationsOf({ spec }: Operation, contract: StatusContract): Obligation[] {
  if (isNormalForm(spec, contract.contentPointer)) return [];
  const { status, clause, listed, issues, mediaTypes, contentPointer } = contract;
  const base = { level: listed ? 'MUST' : 'SHOULD', standing: 'open', statuses: [status] } as const;
  return [
    { id: `status/${status}`, group: 'status', subject: `status ${status}`, clause, ...base },
    ...[...issues.values()].map(
      ({ issue, clause: at }): Obligation => ({
        id: `issue/${status}/${issue}`,
        group: 'issue',
        subject: `${status} ${issue}`,
        clause: at,
        ...base,
      }),
    ),
    ...mediaTypes.map(
      (type): Obligation => ({
        id: `media-type/${status}/${type}`,
        group: 'media-type',
        subject: `${status} is answered as ${type}`,
        clause: spec.clauseAt(pointerTo(contentPointer, type)),
        ...base,
      }),
    ),
  ];
}

/** `default` obliges every status that is not listed: its body is that of exactly one branch. */
function defaultObligation({ spec, clause }: Operation): Obligation[] {
  const pointer = `${clause.pointer}/responses/default`;
  if (valueAt(spec.document, pointer) === undefined) return [];
  const at = spec.clauseAt(pointer);
  return [
    { id: 'status/default', group: 'status', subject: 'any other status', clause: at, level: 'MUST', standing: 'open' },
  ];
}

/** Every status of the operation with its issue codes and media types, and `default`. */
export function statusObligations(operation: Operation): Obligation[] {
  const ofEach = promisedStatuses(operation).flatMap((contract) => obligationsOf(operation, contract));
  return [...ofEach, ...defaultObligation(operation)];
}
