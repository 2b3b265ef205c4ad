import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import type { KnownMembers } from '../contract/operation.ts';
import { placeOf } from '../finding.ts';
import { preview, printable } from './answer-body.ts';
import { type CheckDefinition, MOST_FINDINGS, NONE } from './check.ts';

/**
 * The members that are not known; of those that differ only in an array's index the first, and as many as are reported.
 * Nearly every answer has none, so that a pointer is only made of a member that is not known.
 */
function collect(value: unknown, known: KnownMembers | null, above: string[], found: Map<string, JsonPointer>): void {
  if (known === null || value === null || typeof value !== 'object') return;
  const isList = Array.isArray(value);
  for (const name in value) {
    const inner = !isList && Object.hasOwn(known, name) ? known[name] : known['*'];
    above.push(name);
    if (inner !== undefined) collect((value as Record<string, unknown>)[name], inner, above, found);
    else if (!isList && found.size < MOST_FINDINGS) add(pointerTo('', ...above), found);
    above.pop();
  }
}

function add(pointer: JsonPointer, found: Map<string, JsonPointer>): void {
  if (!found.has(placeOf(pointer))) found.set(placeOf(pointer), pointer);
}

/** Where the members stand that are not known; of those that differ only in an array's index the first. */
export function unknownPlaces(body: unknown, known: KnownMembers | null): readonly JsonPointer[] {
  const found = new Map<string, JsonPointer>();
  collect(body, known, [], found);
  return [...found.values()];
}

/** Members that the contract does not know: no departure, since no schema is closed, but news worth a line. */
export const unknownMembers: CheckDefinition = {
  id: 'unknown-members',
  summary: 'Members of the body that the contract does not know are news (MAY).',
  judge: ({ contract, body, status }) => {
    if (!contract) return NONE;
    return unknownPlaces(body, contract.members).map((pointer) => ({
      level: 'MAY',
      origin: 'spec',
      clause: contract.clause,
      kind: 'unknown-member',
      pointer,
      expected: 'a member that the contract knows',
      actual: preview(pointer),
      explanation: `The contract does not know ${printable(pointer)} in a ${status}; its schemas are open, so this is allowed.`,
    }));
  },
};
