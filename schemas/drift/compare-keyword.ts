import { type Change, changeOf, type Side, type Where } from './change.ts';
import type { ChangeKind } from './changes.ts';
import type { Term } from './normal-schema.ts';
import { isEqual } from './stable-text.ts';

const MAXIMA = ['maxLength', 'maxItems', 'maxProperties', 'maximum'];
const MINIMA = ['minLength', 'minItems', 'minProperties', 'minimum'];

/** Keywords by which a schema takes more than without them. */
const WIDENING = ['nullable'];

/** Keywords that forbid nothing to an instance. */
const TELLING = ['discriminator', 'readOnly', 'writeOnly'];

/** A single value is a set of one. */
const asValues = (value: unknown): readonly unknown[] => [value].flat();
const holdsAll = (all: unknown, some: unknown): boolean =>
  asValues(some).every((value) => asValues(all).some((other) => isEqual(other, value)));

/** Whether every value of one type is one of the other: every integer is a number. */
const isWithin = (one: unknown, other: unknown): boolean => isEqual(one, ['integer']) && isEqual(other, ['number']);

/** What became of a keyword that both sides have. */
function kindOf(keyword: string, before: unknown, after: unknown): ChangeKind {
  if (MAXIMA.includes(keyword)) return Number(after) < Number(before) ? 'narrowed' : 'widened';
  if (MINIMA.includes(keyword)) return Number(after) > Number(before) ? 'narrowed' : 'widened';
  if (keyword === 'default') return 'default-changed';
  if (keyword === 'type' && isWithin(after, before)) return 'narrowed';
  if (keyword === 'type' && isWithin(before, after)) return 'widened';
  if (holdsAll(after, before)) return 'narrowed';
  return holdsAll(before, after) ? 'widened' : 'changed';
}

const sideOf = (term: Term | undefined): Side | null => (term ? { value: shown(term.value), at: term.at } : null);

/** A set of one value is shown as that value. */
const shown = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);

/** The values of an enum that only one side has, each a change of its own. */
function* enumChanges(where: Where, before: Term, after: Term): Generator<Change> {
  const [old, now] = [before.value as readonly unknown[], after.value as readonly unknown[]];
  for (const value of old.filter((one) => !holdsAll(now, [one])))
    yield changeOf(
      where,
      'value-removed',
      'enum',
      { value, at: before.at, below: true },
      { value: null, at: after.at },
    );
  for (const value of now.filter((one) => !holdsAll(old, [one])))
    yield changeOf(where, 'value-added', 'enum', { value: null, at: before.at }, { value, at: after.at, below: true });
}

/** What became of one keyword of a place. */
export function* compareKeyword(
  where: Where,
  keyword: string,
  before: Term | undefined,
  after: Term | undefined,
): Generator<Change> {
  if (before && after && isEqual(before.value, after.value)) return;
  const sides = [sideOf(before), sideOf(after)] as const;
  if (keyword === 'enum' && before && after) yield* enumChanges(where, before, after);
  else if (TELLING.includes(keyword)) yield changeOf(where, 'told-otherwise', keyword, ...sides);
  else if (before && after) yield changeOf(where, kindOf(keyword, before.value, after.value), keyword, ...sides);
  else if (keyword === 'default') yield changeOf(where, after ? 'default-added' : 'default-removed', keyword, ...sides);
  else {
    const isNarrower = WIDENING.includes(keyword) ? !after : Boolean(after);
    yield changeOf(where, isNarrower ? 'narrowed' : 'widened', keyword, ...sides);
  }
}
