import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import type { Spec } from '../contract/spec.ts';
import { joinKeywords, joinNotes, joinRequired, type Part } from './join-keywords.ts';
import { type AlternativeGroup, NOTHING, type NormalSchema, type Term } from './normal-schema.ts';
import { groupText, textOf } from './normal-text.ts';
import { ALTERNATIVES, branchesAt, listOf, partsOf, sharedBy, withShared } from './place-parts.ts';
import { stableText } from './stable-text.ts';

const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** How the members, the items and the branches of a place are normalised; what parts say in these words is left out. */
type Below = (at: readonly JsonPointer[], without?: ReadonlySet<string>) => NormalSchema;

function membersOf(parts: readonly Part[], below: Below): ReadonlyMap<string, NormalSchema> {
  const pointers = new Map<string, JsonPointer[]>();
  for (const { pointer, schema } of parts)
    for (const name of isObject(schema.properties) ? Object.keys(schema.properties) : [])
      pointers.set(name, [...(pointers.get(name) ?? []), pointerTo(pointer, 'properties', name)]);
  return new Map([...pointers].map(([name, at]) => [name, below(at)]));
}

function schemasUnder(parts: readonly Part[], keyword: string, below: Below): NormalSchema | null {
  const at = parts.filter(({ schema }) => isObject(schema[keyword]));
  return at.length === 0 ? null : below(at.map(({ pointer }) => pointerTo(pointer, keyword)));
}

function groupsOf(spec: Spec, parts: readonly Part[], below: Below): readonly AlternativeGroup[] {
  const groups = parts.flatMap(({ pointer, schema }) => [
    ...ALTERNATIVES.filter((keyword) => listOf(schema[keyword]).length > 1).map((keyword): AlternativeGroup => {
      const at = pointerTo(pointer, keyword);
      const branches = branchesAt(spec, at);
      const shared = new Set(sharedBy(spec, branches).keys());
      return { keyword, at: [at], branches: branches.map((branch) => below([branch], shared)) };
    }),
    ...(isObject(schema.not)
      ? [{ keyword: 'not' as const, at: [pointerTo(pointer, 'not')], branches: [below([pointerTo(pointer, 'not')])] }]
      : []),
  ]);
  return [...new Map(groups.map((group) => [groupText(group), group])).values()];
}

/** The members beside which a schema is closed: those of the part that closes it, where it does not know all. */
function closed(parts: readonly Part[], members: ReadonlyMap<string, NormalSchema>): Term | undefined {
  const closing = parts.filter(({ schema }) => schema.additionalProperties === false);
  if (closing.length === 0) return undefined;
  const known = closing.map(({ schema }) => Object.keys((schema.properties ?? {}) as object));
  const allowed = [...members.keys()].filter((name) => known.every((names) => names.includes(name))).toSorted();
  const value = allowed.length === members.size ? [false] : [`only ${allowed.join(', ')}`];
  return { value, at: closing.map(({ pointer }) => pointerTo(pointer, 'additionalProperties')) };
}

/** A schema while what stands below it is normalised. */
interface Above {
  readonly own: string;
  schema?: NormalSchema;
}

function recursion(above: readonly Above[], found: number, at: readonly JsonPointer[]): NormalSchema {
  const again = (): NormalSchema => above[found]?.schema as NormalSchema;
  return { ...NOTHING, at, again, text: `^${above.length - found}` };
}

/** What the schemas at these pointers say of one place, taken together; one that holds itself refers to the place above. */
export function normalise(
  spec: Spec,
  at: readonly JsonPointer[],
  above: readonly Above[] = [],
  without: ReadonlySet<string> = new Set(),
): NormalSchema {
  const seen = new Set<JsonPointer>();
  const said = at.flatMap((pointer) => partsOf(spec, pointer, seen));
  const parts = withShared(
    spec,
    without.size === 0 ? said : said.filter(({ schema }) => !without.has(stableText(schema))),
  );
  const pointers = parts.map(({ pointer }) => pointer);
  const own = JSON.stringify(pointers.toSorted());
  const found = above.findIndex((one) => one.own === own);
  if (found >= 0) return recursion(above, found, pointers);
  const self: Above = { own };
  const below: Below = (next, shared) => normalise(spec, next, [...above, self], shared);
  const members = membersOf(parts, below);
  const shut = closed(parts, members);
  const schema = {
    keywords: new Map([...joinKeywords(parts), ...(shut ? ([['additionalProperties', shut]] as const) : [])]),
    required: joinRequired(parts),
    members,
    items: schemasUnder(parts, 'items', below),
    others: schemasUnder(parts, 'additionalProperties', below),
    groups: groupsOf(spec, parts, below),
    notes: joinNotes(parts),
    at: pointers,
  };
  self.schema = { ...schema, text: textOf(schema) };
  return self.schema;
}
