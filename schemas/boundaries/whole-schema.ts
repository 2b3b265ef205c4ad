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

/** The schemas that the one at a pointer takes in: all of its `allOf`, and one of each of its alternatives. */
function* partsOf(spec: Spec, pointer: JsonPointer, choices: Choices): Generator<JsonPointer> {
  const schema = objectAt(spec, pointer);
  for (const keyword of ['allOf', 'oneOf', 'anyOf']) {
    const parts = schema[keyword];
    if (!Array.isArray(parts)) continue;
    const list = pointerTo(pointer, keyword);
    const taken = keyword === 'allOf' ? parts.keys() : [choices.get(list) ?? 0];
    for (const index of taken) yield pointerTo(list, index);
  }
}

/** Adds the schema at a pointer and all that it takes in, each once. */
function collect(spec: Spec, at: JsonPointer, choices: Choices, found: Set<JsonPointer>): void {
  const pointer = resolve(spec, at);
  if (found.has(pointer)) return;
  found.add(pointer);
  for (const part of partsOf(spec, pointer, choices)) collect(spec, part, choices, found);
}

const isObject = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value);

/** The schemas at these pointers, which all speak of one place, taken together. */
export function wholeSchema(spec: Spec, at: readonly JsonPointer[], choices: Choices): WholeSchema {
  const found = new Set<JsonPointer>();
  for (const pointer of at) collect(spec, pointer, choices, found);
  const pointers = [...found];
  const properties = new Map<string, JsonPointer[]>();
  for (const pointer of pointers)
    for (const name of Object.keys(objectAt(spec, pointerTo(pointer, 'properties')))) {
      const member = pointerTo(pointer, 'properties', name);
      const known = properties.get(name);
      properties.set(name, known ? [...known, member] : [member]);
    }
  const schemas = pointers.map((pointer) => ({ pointer, schema: objectAt(spec, pointer) }));
  const below = (keyword: string): JsonPointer[] =>
    schemas.filter(({ schema }) => isObject(schema[keyword])).map(({ pointer }) => pointerTo(pointer, keyword));
  const keywords = joined(schemas.map(({ schema }) => schema));
  return { keywords, properties, items: below('items'), others: below('additionalProperties') };
}
