import { sampleOf } from '../../boundaries/sample.ts';
import { type Choices, wholeSchema } from '../../boundaries/whole-schema.ts';
import type { JsonPointer } from '../../contract/clause.ts';
import { type Place, type SchemaNode, walkSchema } from '../../contract/schema-walk.ts';
import type { Spec } from '../../contract/spec.ts';

/** How deep a body follows a recursive schema: ours. */
const MAX_DEPTH = 6;

/** The most bodies of one response: ours; alternatives within alternatives multiply. */
const MOST_BODIES = 50;

/** A body with every member that the schemas at these pointers describe, and one item in every array. */
function wholeBody(spec: Spec, at: readonly JsonPointer[], choices: Choices, depth = 0): unknown {
  const { keywords, properties, items } = wholeSchema(spec, at, choices);
  const isDeep = depth >= MAX_DEPTH;
  if (properties.size > 0 && !isDeep)
    return Object.fromEntries(
      [...properties].map(([name, pointers]) => [name, wholeBody(spec, pointers, choices, depth + 1)]),
    );
  if (items.length > 0 && keywords.maxItems !== 0 && !isDeep) {
    const isOneEnough = Number(keywords.minItems ?? 0) <= 1;
    return isOneEnough ? [wholeBody(spec, items, choices, depth + 1)] : sampleOf(spec, at, { choices });
  }
  return sampleOf(spec, at, { choices });
}

/** Every branch that has to be taken to come to a place. */
function choicesTo(place: Place): Choices {
  const above = place.within ? choicesTo(place.within.place) : new Map<JsonPointer, number>();
  return new Map([...above, ...place.choices]);
}

const key = (choices: Choices): string => JSON.stringify([...choices].toSorted());

/** One set of choices an alternative, from the schema's root on; the empty one where there are none. */
function allChoices(nodes: Iterable<SchemaNode>): readonly Choices[] {
  const byKey = new Map<string, Choices>();
  for (const { place } of nodes) {
    const choices = choicesTo(place);
    if (choices.size > 0) byKey.set(key(choices), choices);
  }
  return byKey.size === 0 ? [new Map()] : [...byKey.values()];
}

/**
 * Bodies that a schema documents: every member in each, and every alternative in one of them. Of an alternative within
 * another both are taken.
 */
export function documentedBodies(spec: Spec, schemaPointer: JsonPointer): readonly unknown[] {
  const choices = allChoices(walkSchema(spec, schemaPointer)).slice(0, MOST_BODIES);
  const bodies = choices.map((taken) => wholeBody(spec, [schemaPointer], taken));
  return [...new Map(bodies.map((body) => [JSON.stringify(body), body])).values()];
}
