import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import { objectAt, resolve } from '../contract/reference.ts';
import type { Spec } from '../contract/spec.ts';
import { joinKeywords, joinNotes, joinRequired, type Part, saysSomething } from './join-keywords.ts';
import type { AlternativeGroup, NormalSchema, Term } from './normal-schema.ts';

const ALTERNATIVES = ['oneOf', 'anyOf'] as const;

const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Every schema that has to hold at one place: an `allOf` with all of its parts, and an alternative of one branch. */
function partsOf(spec: Spec, at: JsonPointer, seen: Set<JsonPointer>): Part[] {
  const pointer = resolve(spec, at);
  if (seen.has(pointer)) return [];
  seen.add(pointer);
  const schema = objectAt(spec, pointer);
  const lists = ['allOf', ...ALTERNATIVES.filter((keyword) => listOf(schema[keyword]).length === 1)];
  const inner = lists.flatMap((keyword) =>
    listOf(schema[keyword]).map((_, index) => pointerTo(pointer, keyword, index)),
  );
  return [{ pointer, schema }, ...inner.flatMap((next) => partsOf(spec, next, seen))];
}

/** How the members, the items and the branches of a place are normalised. */
type Below = (at: readonly JsonPointer[]) => NormalSchema;

function membersOf(parts: readonly Part[], below: Below): ReadonlyMap<string, NormalSchema> {
  const pointers = new Map<string, JsonPointer[]>();
  for (const { pointer, schema } of parts)
    for (const name of isObject(schema.properties) ? Object.keys(schema.properties) : [])
      pointers.set(name, [...(pointers.get(name) ?? []), pointerTo(pointer, 'properties', name)]);
  return new Map([...pointers].map(([name, at]) => [name, below(at)]));
}

function schemasUnder(parts: readonly Part[], keyword: string, below: Below): NormalSchema | null {
  const at = parts.filter(
    ({ schema }) => isObject(schema[keyword]) && Object.keys(schema[keyword] as object).length > 0,
  );
  return at.length === 0 ? null : below(at.map(({ pointer }) => pointerTo(pointer, keyword)));
}

function groupsOf(parts: readonly Part[], below: Below): readonly AlternativeGroup[] {
  const groups = parts.flatMap(({ pointer, schema }) => [
    ...ALTERNATIVES.filter((keyword) => listOf(schema[keyword]).length > 1).map((keyword): AlternativeGroup => {
      const at = pointerTo(pointer, keyword);
      return { keyword, at: [at], branches: listOf(schema[keyword]).map((_, index) => below([pointerTo(at, index)])) };
    }),
    ...(isObject(schema.not)
      ? [{ keyword: 'not' as const, at: [pointerTo(pointer, 'not')], branches: [below([pointerTo(pointer, 'not')])] }]
      : []),
  ]);
  return [...new Map(groups.map((group) => [groupText(group), group])).values()];
}

/** The same text for groups of the same branches, whatever their order. */
export const groupText = ({ keyword, branches }: AlternativeGroup): string =>
  `${keyword}(${branches
    .map(({ text }) => text)
    .toSorted()
    .join('|')})`;

/** The members beside which a schema is closed: those of the part that closes it, where it does not know all. */
function closed(parts: readonly Part[], members: ReadonlyMap<string, NormalSchema>): Term | undefined {
  const closing = parts.filter(({ schema }) => schema.additionalProperties === false);
  if (closing.length === 0) return undefined;
  const known = closing.map(({ schema }) => Object.keys((schema.properties ?? {}) as object));
  const allowed = [...members.keys()].filter((name) => known.every((names) => names.includes(name))).toSorted();
  const value = allowed.length === members.size ? [false] : [`only ${allowed.join(', ')}`];
  return { value, at: closing.map(({ pointer }) => pointerTo(pointer, 'additionalProperties')) };
}

const entriesText = (terms: ReadonlyMap<string, Term>): string =>
  JSON.stringify([...terms].map(([name, { value }]) => [name, value]).toSorted());

function textOf({ keywords, required, members, items, others, groups }: Omit<NormalSchema, 'text'>): string {
  const named = [...members].map(([name, { text }]) => `${JSON.stringify(name)}:${text}`).toSorted();
  const alternatives = groups.map(groupText).toSorted();
  return `{${[entriesText(keywords), entriesText(required), ...named, `[${items?.text ?? ''}]`, `*${others?.text ?? ''}`, ...alternatives].join(';')}}`;
}

const recursion = (levels: number, at: readonly JsonPointer[]): NormalSchema => {
  const keywords = new Map([['$ref', { value: [`the schema ${levels} above`], at }]]);
  const none = new Map();
  const empty = { required: none, members: none, items: null, others: null, groups: [], notes: none };
  return { ...empty, keywords, at, text: `^${levels}` };
};

/** What the schemas at these pointers say of one place, taken together; a recursive one refers to the place above. */
export function normalise(spec: Spec, at: readonly JsonPointer[], above: readonly string[] = []): NormalSchema {
  const seen = new Set<JsonPointer>();
  const parts = at.flatMap((pointer) => partsOf(spec, pointer, seen));
  const pointers = parts.map(({ pointer }) => pointer);
  const speaking = parts.filter(saysSomething).map(({ pointer }) => pointer);
  const own = (speaking.length > 0 ? speaking : pointers).toSorted().join(' ');
  const found = above.indexOf(own);
  if (found >= 0) return recursion(above.length - found, pointers);
  const below: Below = (next) => normalise(spec, next, [...above, own]);
  const members = membersOf(parts, below);
  const shut = closed(parts, members);
  const schema = {
    keywords: new Map([...joinKeywords(parts), ...(shut ? ([['additionalProperties', shut]] as const) : [])]),
    required: joinRequired(parts),
    members,
    items: schemasUnder(parts, 'items', below),
    others: schemasUnder(parts, 'additionalProperties', below),
    groups: groupsOf(parts, below),
    notes: joinNotes(parts),
    at: pointers,
  };
  return { ...schema, text: textOf(schema) };
}
