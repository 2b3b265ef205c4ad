import { type JsonPointer, pointerTo, valueAt } from '../contract/clause.ts';
import { objectAt } from '../contract/reference.ts';
import type { Spec } from '../contract/spec.ts';
import { type Audited, schemasOf } from './audited.ts';

/** An example that the contract gives itself, and the schema that it is an example of. */
export interface GivenExample {
  readonly value: unknown;
  /** Where the value is written. */
  readonly pointer: JsonPointer;
  readonly schemaPointer: JsonPointer;
}

/** The examples beside a schema, as a Parameter or Media Type Object has them. */
export function* examplesBeside(spec: Spec, owner: JsonPointer): Generator<GivenExample> {
  const { example, examples } = objectAt(spec, owner);
  const schemaPointer = pointerTo(owner, 'schema');
  if (example !== undefined) yield { value: example, pointer: pointerTo(owner, 'example'), schemaPointer };
  for (const name of Object.keys((examples ?? {}) as object)) {
    const pointer = pointerTo(owner, 'examples', name);
    const { value } = objectAt(spec, pointer);
    if (value !== undefined) yield { value, pointer: pointerTo(pointer, 'value'), schemaPointer };
  }
}

/** Every example of an operation: of its schemas, its parameters and its bodies. */
export function* givenExamples(audited: Audited): Generator<GivenExample> {
  const { spec, sources } = audited;
  for (const { node } of schemasOf(audited)) {
    const pointer = pointerTo(node.pointer, 'example');
    const value = valueAt(spec.document, pointer);
    if (value !== undefined) yield { value, pointer, schemaPointer: node.pointer };
  }
  for (const { pointer } of sources)
    if (pointer.endsWith('/schema')) yield* examplesBeside(spec, pointer.slice(0, -'/schema'.length));
}
