import { type Change, changeOf, type Side, type Where } from './change.ts';
import { OPPOSITE } from './changes.ts';
import { compareKeyword } from './compare-keyword.ts';
import { type AlternativeGroup, labelOf, type NormalSchema, pointersIn, type Term } from './normal-schema.ts';
import { groupText } from './normalise.ts';
import { keysOf, pair } from './pair.ts';

const at = (where: Where, token: string): Where => ({ ...where, place: `${where.place}/${token}` });

const NOTHING: NormalSchema = {
  keywords: new Map(),
  required: new Map(),
  members: new Map(),
  items: null,
  others: null,
  groups: [],
  notes: new Map(),
  at: [],
  text: '',
};

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

function* compareMembers(where: Where, before: NormalSchema, after: NormalSchema): Generator<Change> {
  for (const name of keysOf(before.members, after.members)) {
    const [old, now] = [before.members.get(name), after.members.get(name)];
    if (old && now) yield* compareSchemas(at(where, name), old, now);
    else if (now) yield changeOf(at(where, name), 'member-added', name, null, whole(now, name));
    else if (old) yield changeOf(at(where, name), 'member-removed', name, whole(old, name), null);
  }
  for (const name of keysOf(before.required, after.required)) {
    const [old, now] = [before.required.get(name), after.required.get(name)];
    if (old && now) continue;
    yield changeOf(at(where, name), now ? 'member-required' : 'member-optional', 'required', sideOf(old), sideOf(now));
  }
}

function* compareBranches(where: Where, before: AlternativeGroup, after: AlternativeGroup): Generator<Change> {
  const nameOf = (branch: NormalSchema): string => labelOf(branch) ?? before.keyword;
  const { paired, removed, added } = pair(before.branches, after.branches, [({ text }) => text, labelOf]);
  for (const [old, now] of paired) yield* compareSchemas(at(where, nameOf(old)), old, now);
  for (const old of removed)
    yield changeOf(where, 'alternative-removed', nameOf(old), whole(old, nameOf(old)), { value: null, at: after.at });
  for (const now of added)
    yield changeOf(where, 'alternative-added', nameOf(now), { value: null, at: before.at }, whole(now, nameOf(now)));
}

/** What is forbidden more is taken less. */
const reversed = (change: Change): Change => ({ ...change, kind: OPPOSITE[change.kind] ?? change.kind });

function* compareGroups(where: Where, before: NormalSchema, after: NormalSchema): Generator<Change> {
  const { paired, removed, added } = pair(before.groups, after.groups, [groupText, ({ keyword }) => keyword]);
  for (const [old, now] of paired) {
    const changes = [...compareBranches(where, old, now)];
    yield* old.keyword === 'not' ? changes.map(reversed) : changes;
    if (old.keyword === now.keyword) continue;
    const kind = now.keyword === 'anyOf' ? 'widened' : now.keyword === 'oneOf' ? 'narrowed' : 'changed';
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

/** Every difference between what two contracts say of one place and of all below it. */
export function* compareSchemas(where: Where, before: NormalSchema, after: NormalSchema): Generator<Change> {
  if (before.text !== after.text) {
    for (const keyword of keysOf(before.keywords, after.keywords))
      yield* compareKeyword(where, keyword, before.keywords.get(keyword), after.keywords.get(keyword));
  }
  yield* compareNotes(where, before.notes, after.notes);
  yield* compareMembers(where, before, after);
  for (const part of ['items', 'others'] as const)
    if (before[part] || after[part])
      yield* compareSchemas(at(where, '*'), before[part] ?? NOTHING, after[part] ?? NOTHING);
  yield* compareGroups(where, before, after);
}
