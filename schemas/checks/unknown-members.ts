import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import type { KnownMembers } from '../contract/operation.ts';
import { preview, printable } from './answer-body.ts';
import { type CheckDefinition, MOST_FINDINGS, NONE } from './check.ts';

/** Whether every member is known: nearly every answer, so that this alone has to be quick. */
function knowsAll(value: unknown, known: KnownMembers | null): boolean {
  if (known === null || value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) {
    const items = known['*'] ?? null;
    return items === null || value.every((item) => knowsAll(item, items));
  }
  for (const name in value) {
    const inner = Object.hasOwn(known, name) ? known[name] : known['*'];
    if (inner === undefined || !knowsAll((value as Record<string, unknown>)[name], inner)) return false;
  }
  return true;
}

/** The members that are not known; of those that differ only in an array's index the first, and as many as are reported. */
function collect(value: unknown, known: KnownMembers | null, at: JsonPointer, found: Map<string, JsonPointer>): void {
  if (known === null || value === null || typeof value !== 'object' || found.size >= MOST_FINDINGS) return;
  for (const [name, member] of Object.entries(value)) {
    const inner = !Array.isArray(value) && Object.hasOwn(known, name) ? known[name] : known['*'];
    if (inner !== undefined) collect(member, inner, pointerTo(at, name), found);
    else if (!Array.isArray(value) && found.size < MOST_FINDINGS) add(pointerTo(at, name), found);
  }
}

function add(pointer: JsonPointer, found: Map<string, JsonPointer>): void {
  const place = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  if (!found.has(place)) found.set(place, pointer);
}

/** Where the members stand that are not known; of those that differ only in an array's index the first. */
export function unknownPlaces(body: unknown, known: KnownMembers | null): readonly JsonPointer[] {
  if (knowsAll(body, known)) return [];
  const found = new Map<string, JsonPointer>();
  collect(body, known, '', found);
  return [...found.values()];
}

/** Members that the contract does not know: no departure, since no schema is closed, but news worth a line. */
export const unknownMembers: CheckDefinition = {
  id: 'unknown-members',
  summary: 'Members of the body that the contract does not know are news (MAY).',
  judge: ({ contract, body, status }) => {
    if (!contract?.members || knowsAll(body, contract.members)) return NONE;
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
