import { type Change, changeOf, type Side, type Where } from './change.ts';
import { CHANGES, type ChangeKind } from './changes.ts';
import { compareParts, whole } from './compare-parts.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { NormalOperation } from './normal-operation.ts';
import type { NormalPart } from './normal-part.ts';
import type { NormalSchema } from './normal-schema.ts';
import { keysOf } from './pair.ts';

/** What covers a status that is not listed: its range, or `default`. */
const coverOf = (status: string, { responses }: NormalOperation): NormalPart | undefined =>
  responses.get(`${status[0]}XX`) ?? responses.get('default');

/** A schema, and what it leaves the choice of where it says nothing else. */
function branchesOf(schema: NormalSchema): readonly NormalSchema[] {
  const { keywords, required, members, groups } = schema;
  const isChoice = keywords.size + required.size + members.size === 0 && groups.length === 1;
  return isChoice ? [schema, ...groups.flatMap(({ branches }) => branches)] : [schema];
}

const breaks = ({ kind, direction }: Change): boolean => CHANGES[kind][direction].class === 'breaking';

/** Whether all that conforms to a response conformed to another, or to one of its branches. */
function isWithin(where: Where, narrow: NormalPart, wide: NormalPart): boolean {
  return keysOf(narrow.content, wide.content).every((type) => {
    const [own, other] = [narrow.content.get(type), wide.content.get(type)];
    if (!own || !other) return false;
    return branchesOf(other).some((branch) => ![...compareSchemas(where, branch, own)].some(breaks));
  });
}

function addedKind(where: Where, status: string, now: NormalPart, before: NormalOperation): ChangeKind {
  const cover = coverOf(status, before);
  const isUnknownSuccess = status.startsWith('2') && !before.responses.has('2XX');
  if (!cover || isUnknownSuccess) return 'status-added';
  return isWithin(where, now, cover) ? 'status-named' : 'status-redefined';
}

function removedKind(status: string, after: NormalOperation): ChangeKind {
  if (status.startsWith('2')) return 'success-removed';
  return coverOf(status, after) ? 'status-unnamed' : 'status-removed';
}

/** What became of the answers of an operation. */
export function* compareResponses(before: NormalOperation, after: NormalOperation): Generator<Change> {
  for (const status of keysOf(before.responses, after.responses)) {
    const where: Where = { direction: 'response', place: `response/${status}` };
    const [old, now] = [before.responses.get(status), after.responses.get(status)];
    const side = (part: NormalPart): Side => whole(part, status);
    if (old && now) yield* compareParts(where, old, now);
    else if (now) yield changeOf(where, addedKind(where, status, now, before), 'status', null, side(now));
    else if (old) yield changeOf(where, removedKind(status, after), 'status', side(old), null);
  }
}
