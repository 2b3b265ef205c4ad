import type { JsonPointer } from '../contract/clause.ts';

/** What a contract says in one word, and where it is written: in several places where an `allOf` says it twice. */
export interface Term {
  readonly value: unknown;
  readonly at: readonly JsonPointer[];
}

/** A `oneOf`, an `anyOf`, or a `not`, which has one branch. */
export interface AlternativeGroup {
  readonly keyword: 'oneOf' | 'anyOf' | 'not';
  readonly branches: readonly NormalSchema[];
  readonly at: readonly JsonPointer[];
}

/**
 * What is said of one place of an instance, whichever way the document is arranged: references followed, every `allOf`
 * taken together, components without names, sets in order, and without what forbids nothing.
 */
export interface NormalSchema {
  readonly keywords: ReadonlyMap<string, Term>;
  readonly required: ReadonlyMap<string, Term>;
  readonly members: ReadonlyMap<string, NormalSchema>;
  readonly items: NormalSchema | null;
  /** Of members without a name; null where anything may stand there. */
  readonly others: NormalSchema | null;
  readonly groups: readonly AlternativeGroup[];
  /** What only tells: description, title, example. */
  readonly notes: ReadonlyMap<string, Term>;
  /** The schemas that speak of the place. */
  readonly at: readonly JsonPointer[];
  /** Where a schema holds itself: the one above that stands here again. */
  readonly again?: () => NormalSchema;
  /** The same text for schemas that take the same instances for the same reasons; notes left out. */
  readonly text: string;
}

/** Says nothing: everything may stand there. */
export const NOTHING: NormalSchema = {
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

/** A schema that stands again below itself as it is above. */
export const unfolded = (schema: NormalSchema): NormalSchema => schema.again?.() ?? schema;

/** Every place of the document that a schema, or one below it, is written in. */
export function pointersIn({ at, members, items, others, groups }: NormalSchema): readonly JsonPointer[] {
  const below = [...members.values(), ...groups.flatMap(({ branches }) => branches)];
  const single = [items, others].filter((schema) => schema !== null);
  return [...new Set([...at, ...[...below, ...single].flatMap(pointersIn)])];
}

/** A name for a branch that a person, and another version of the document, knows it by; undefined where it has none. */
export function labelOf(schema: NormalSchema): string | undefined {
  const { notes, keywords, members } = unfolded(schema);
  const title = notes.get('title')?.value;
  if (typeof title === 'string') return title;
  const own = keywords.get('enum')?.value;
  if (Array.isArray(own) && own.length === 1) return String(own[0]);
  for (const member of members.values()) {
    const values = member.keywords.get('enum')?.value;
    if (Array.isArray(values) && values.length === 1) return String(values[0]);
  }
  return undefined;
}
