import { type Change, changeOf, type Side, type Where } from './change.ts';
import { OPPOSITE } from './changes.ts';
import { compareKeyword } from './compare-keyword.ts';
import {
  type AlternativeGroup,
  labelOf,
  NOTHING,
  type NormalSchema,
  pointersIn,
  type Term,
  unfolded,
} from './normal-schema.ts';
import { groupText, textOf } from './normal-text.ts';
import { keysOf, pair } from './pair.ts';

/** The pairs of schemas that one comparison has begun with: what holds itself is met again, and is compared once. */
type Met = Map<NormalSchema, Set<NormalSchema>>;

const at = (where: Where, token: string): Where => ({ ...where, place: `${where.place}/${token}` });

const whole = (schema: NormalSchema, value: unknown): Side => ({ value, at: pointersIn(schema), below: true });
const sideOf = (term: Term | undefined): Side | null => (term ? { value: term.value, at: term.at } : null);

/** What the notes of a place tell otherwise. */
export function* compareNotes(
  where: Where,
  before: ReadonlyMap<string, Term>,
  after: ReadonlyMap<string, Term>,
): Generator<Change> {
  for (const note of keysOf(before, after)) {
    const [old, now] = [before.get(note), after.get(note)];
    if (old?.value !== now?.value) yield changeOf(where, 'told-otherwise', note, sideOf(old), sideOf(now));
  }
}

function* compareMembers(where: Where, before: NormalSchema, after: NormalSchema, met: Met): Generator<Change> {
  for (const name of keysOf(before.members, after.members)) {
    const [old, now] = [before.members.get(name), after.members.get(name)];
    if (old && now) yield* compareSchemas(at(where, name), old, now, met);
    else if (now) yield changeOf(at(where, name), 'member-added', name, null, whole(now, name));
    else if (old) yield changeOf(at(where, name), 'member-removed', name, whole(old, name), null);
  }
  for (const name of keysOf(before.required, after.required)) {
    const [old, now] = [before.required.get(name), after.required.get(name)];
    if (old && now) continue;
    yield changeOf(at(where, name), now ? 'member-required' : 'member-optional', 'required', sideOf(old), sideOf(now));
  }
}

/** What a branch says without what stands below it: by that it is known where it has no name. */
const shapeOf = (branch: NormalSchema): string => textOf(unfolded(branch), () => '');

function* compareBranches(
  where: Where,
  before: AlternativeGroup,
  after: AlternativeGroup,
  met: Met,
): Generator<Change> {
  const nameOf = (branch: NormalSchema): string => labelOf(branch) ?? before.keyword;
  const { paired, removed, added } = pair(before.branches, after.branches, [({ text }) => text, labelOf, shapeOf]);
  for (const [old, now] of paired) yield* compareSchemas(at(where, nameOf(old)), old, now, met);
  for (const old of removed)
    yield changeOf(where, 'alternative-removed', nameOf(old), whole(old, nameOf(old)), { value: null, at: after.at });
  for (const now of added)
    yield changeOf(where, 'alternative-added', nameOf(now), { value: null, at: before.at }, whole(now, nameOf(now)));
}

/** What is forbidden more is taken less. */
const reversed = (change: Change): Change => ({ ...change, kind: OPPOSITE[change.kind] ?? change.kind });

type Groups = readonly AlternativeGroup[];

function* compareGroups(where: Where, before: Groups, after: Groups, met: Met): Generator<Change> {
  const { paired, removed, added } = pair(before, after, [(group) => groupText(group), ({ keyword }) => keyword]);
  for (const [old, now] of paired) {
    const changes = [...compareBranches(where, old, now, met)];
    yield* old.keyword === 'not' ? changes.map(reversed) : changes;
    if (old.keyword === now.keyword) continue;
    const kind = now.keyword === 'anyOf' ? 'widened' : 'narrowed';
    yield changeOf(where, kind, now.keyword, { value: old.keyword, at: old.at }, { value: now.keyword, at: now.at });
  }
  const side = ({ keyword, at: pointers, branches }: AlternativeGroup): Side => ({
    value: branches.map((branch) => labelOf(branch) ?? keyword).join(', '),
    at: pointers,
    below: true,
  });
  for (const group of removed) yield changeOf(where, 'widened', group.keyword, side(group), null);
  for (const group of added) yield changeOf(where, 'narrowed', group.keyword, null, side(group));
}

const isNot = ({ keyword }: AlternativeGroup): boolean => keyword === 'not';

/** What is said of one place itself, and of all below it. */
function* comparePlace(where: Where, before: NormalSchema, after: NormalSchema, met: Met): Generator<Change> {
  for (const keyword of keysOf(before.keywords, after.keywords))
    yield* compareKeyword(where, keyword, before.keywords.get(keyword), after.keywords.get(keyword));
  yield* compareNotes(where, before.notes, after.notes);
  yield* compareMembers(where, before, after, met);
  for (const part of ['items', 'others'] as const)
    yield* compareSchemas(at(where, '*'), before[part] ?? NOTHING, after[part] ?? NOTHING, met);
  for (const among of [isNot, (group: AlternativeGroup) => !isNot(group)])
    yield* compareGroups(where, before.groups.filter(among), after.groups.filter(among), met);
}

/** Every difference between what two contracts say of one place and of all below it. */
export function* compareSchemas(
  where: Where,
  before: NormalSchema,
  after: NormalSchema,
  met: Met = new Map(),
): Generator<Change> {
  const [old, now] = [unfolded(before), unfolded(after)];
  const others = met.get(old) ?? new Set();
  if (others.has(now)) return;
  met.set(old, others.add(now));
  yield* comparePlace(where, old, now, met);
}
