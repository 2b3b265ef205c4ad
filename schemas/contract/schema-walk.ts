import { type JsonPointer, lastTokenOf, pointerTo, valueAt } from './clause.ts';
import { objectAt, resolve } from './reference.ts';
import type { Spec } from './spec.ts';
import { SuiteError } from './suite-error.ts';

/** How many schemas one may unfold to: ours, against references that multiply. */
const MAX_SCHEMAS = 20_000;

/** How an instance goes on from a place: to a member by name, to one of the other members, or to an array's item. */
export type Step =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'other-member' }
  | { readonly kind: 'item' };

/** A place in an instance, and the schema that describes the whole of it. */
export interface Place {
  /** The outermost schema of the place; it may take others in by `allOf` and alternatives. */
  readonly root: JsonPointer;
  /**
   * Which branch is taken of each alternative, by the pointer of its `oneOf` or `anyOf`; the first where nothing
   * stands.
   */
  readonly choices: ReadonlyMap<JsonPointer, number>;
  /** Where it stands; undefined for the instance itself. */
  readonly within?: { readonly place: Place; readonly step: Step };
}

/** A schema met on a walk: where it stands in the document, and which part of an instance it speaks of. */
export interface SchemaNode {
  /** Where the schema itself stands, references followed. */
  readonly pointer: JsonPointer;
  readonly schema: Readonly<Record<string, unknown>>;
  /** Members from the instance's root; `*` is every item of an array, and every member that has no name. */
  readonly path: readonly string[];
  /** The same with the names of the alternatives that were taken: no two branches share one. */
  readonly trail: readonly string[];
  /** Whether it stands below an `anyOf` or `oneOf`: only one of several has to hold. */
  readonly alternative: boolean;
  readonly place: Place;
}

const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** What a branch is called: by its title, its component, or its number. */
function branchName(schema: SchemaNode['schema'], pointer: JsonPointer, keyword: string, index: number): string {
  if (typeof schema.title === 'string') return schema.title;
  const component = /^\/components\/schemas\/[^/]+$/.test(pointer) ? lastTokenOf(pointer) : undefined;
  return component ?? `${keyword}-${index}`;
}

/** Schemas that speak of the same place: parts of an `allOf`, and alternatives. */
function* inPlace(spec: Spec, node: SchemaNode): Generator<SchemaNode> {
  for (const keyword of ['allOf', 'anyOf', 'oneOf'])
    for (let index = 0; index < lengthOf(node.schema[keyword]); index++) {
      const list = pointerTo(node.pointer, keyword);
      const pointer = resolve(spec, `${list}/${index}`);
      const schema = objectAt(spec, pointer);
      if (keyword === 'allOf') yield { ...node, pointer, schema };
      else
        yield {
          ...node,
          pointer,
          schema,
          alternative: true,
          trail: [...node.trail, branchName(schema, pointer, keyword, index)],
          place: { ...node.place, choices: new Map([...node.place.choices, [list, index]]) },
        };
    }
}

/** Schemas of the members and items of the place. */
function* below(spec: Spec, node: SchemaNode): Generator<SchemaNode> {
  const child = (at: JsonPointer, step: Step): SchemaNode => {
    const pointer = resolve(spec, at);
    const name = step.kind === 'member' ? step.name : '*';
    const place: Place = { root: pointer, choices: new Map(), within: { place: node.place, step } };
    const { alternative } = node;
    return {
      pointer,
      schema: objectAt(spec, pointer),
      path: [...node.path, name],
      trail: [...node.trail, name],
      alternative,
      place,
    };
  };
  const { properties, items, additionalProperties } = node.schema;
  for (const name of isObject(properties) ? Object.keys(properties) : [])
    yield child(pointerTo(node.pointer, 'properties', name), { kind: 'member', name });
  if (isObject(items)) yield child(pointerTo(node.pointer, 'items'), { kind: 'item' });
  if (isObject(additionalProperties))
    yield child(pointerTo(node.pointer, 'additionalProperties'), { kind: 'other-member' });
}

/**
 * The schema at a pointer and every schema below it, references followed; a recursive one is not entered again.
 * @throws SuiteError SPEC_INVALID where a reference cannot be followed, or references multiply beyond measure
 */
export function* walkSchema(spec: Spec, root: JsonPointer): Generator<SchemaNode> {
  let met = 0;
  function* visit(node: SchemaNode, above: readonly JsonPointer[]): Generator<SchemaNode> {
    if (++met > MAX_SCHEMAS) throw unfolds(spec, root);
    yield node;
    for (const children of [inPlace, below])
      for (const child of children(spec, node))
        if (!above.includes(child.pointer)) yield* visit(child, [...above, child.pointer]);
  }
  const pointer = resolve(spec, root);
  const place: Place = { root: pointer, choices: new Map() };
  yield* visit({ pointer, schema: objectAt(spec, pointer), path: [], trail: [], alternative: false, place }, [pointer]);
}

function unfolds(spec: Spec, root: JsonPointer): SuiteError {
  const { file, line } = spec.clauseAt(root);
  const message = `${file} line ${line}: the schema unfolds to more than ${MAX_SCHEMAS} schemas: its references multiply`;
  return new SuiteError('SPEC_INVALID', message, { hint: 'Let fewer schemas refer to each other.' });
}

/** The values of a member's `enum`, wherever a schema below the pointer pins it, with the pointers of those enums. */
export function* enumsOf(
  spec: Spec,
  root: JsonPointer,
  path: readonly string[],
): Generator<{ pointer: JsonPointer; values: readonly string[] }> {
  for (const node of walkSchema(spec, root)) {
    if (node.path.join('\0') !== path.join('\0')) continue;
    const values = valueAt(node.schema, '/enum');
    if (Array.isArray(values)) yield { pointer: pointerTo(node.pointer, 'enum'), values: values.map(String) };
  }
}
