import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import { type Join, KEYWORD_JOINS } from '../contract/keyword-joins.ts';
import { objectAt, resolve } from '../contract/reference.ts';
import type { Spec } from '../contract/spec.ts';
import type { SchemaObject } from '../keywords/keyword-rule.ts';

/**
 * Which branch is taken of each alternative, by the pointer of its `oneOf` or `anyOf`; the first where nothing stands.
 */
export type Choices = ReadonlyMap<JsonPointer, number>;

/** All that speaks of one place taken together: a schema, its `allOf`, and one branch of each of its alternatives. */
export interface WholeSchema {
  /** The keywords of all of them, the tightest where several have one. */
  readonly keywords: SchemaObject;
  readonly properties: ReadonlyMap<string, readonly JsonPointer[]>;
  readonly items: readonly JsonPointer[];
  /** The schemas of members that are not in `properties`. */
  readonly others: readonly JsonPointer[];
}

const union: Join = (one: readonly unknown[], other: readonly unknown[]) => [...new Set([...one, ...other])];

/** How a keyword that stands in several of the schemas is taken together; the first one counts for any other. */
const JOINS: Readonly<Record<string, Join>> = { ...KEYWORD_JOINS, required: union };

function joined(schemas: readonly SchemaObject[]): SchemaObject {
  const keywords: Record<string, unknown> = {};
  for (const schema of schemas)
    for (const [keyword, value] of Object.entries(schema)) {
      const join = JOINS[keyword];
      if (!Object.hasOwn(keywords, keyword)) keywords[keyword] = value;
      else if (join) keywords[keyword] = join(keywords[keyword] as never, value as never);
    }
  return keywords;
}

function pointersOf(spec: Spec, at: JsonPointer, choices: Choices, seen: Set<JsonPointer>): JsonPointer[] {
  const pointer = resolve(spec, at);
  if (seen.has(pointer)) return [];
  seen.add(pointer);
  const schema = objectAt(spec, pointer);
  const parts = Array.isArray(schema.allOf) ? schema.allOf.map((_, index) => pointerTo(pointer, 'allOf', index)) : [];
  for (const keyword of ['oneOf', 'anyOf']) {
    const list = pointerTo(pointer, keyword);
    if (Array.isArray(schema[keyword])) parts.push(`${list}/${choices.get(list) ?? 0}`);
  }
  return [pointer, ...parts.flatMap((part) => pointersOf(spec, part, choices, seen))];
}

const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The schemas at these pointers, which all speak of one place, taken together. */
export function wholeSchema(spec: Spec, at: readonly JsonPointer[], choices: Choices): WholeSchema {
  const seen = new Set<JsonPointer>();
  const pointers = at.flatMap((pointer) => pointersOf(spec, pointer, choices, seen));
  const properties = new Map<string, JsonPointer[]>();
  for (const pointer of pointers)
    for (const name of Object.keys(objectAt(spec, pointerTo(pointer, 'properties'))))
      properties.set(name, [...(properties.get(name) ?? []), pointerTo(pointer, 'properties', name)]);
  const schemas = pointers.map((pointer) => ({ pointer, schema: objectAt(spec, pointer) }));
  const below = (keyword: string): JsonPointer[] =>
    schemas.filter(({ schema }) => isObject(schema[keyword])).map(({ pointer }) => pointerTo(pointer, keyword));
  const keywords = joined(schemas.map(({ schema }) => schema));
  return { keywords, properties, items: below('items'), others: below('additionalProperties') };
}
