import { type JsonPointer, pointerTo, valueAt } from './clause.ts';
import type { Spec } from './spec.ts';

const isMarked = (spec: Spec, content: JsonPointer, type: string): boolean =>
  valueAt(spec.document, pointerTo(content, type, 'x-normal-form')) === true;

/** The media types of a Content object that stand on the wire; a normal form (`x-normal-form`) never does. */
export const wireTypesIn = (spec: Spec, content: JsonPointer, types: readonly string[]): readonly string[] =>
  types.filter((type) => !isMarked(spec, content, type));

/**
 * Whether a Content object describes messages in normal form, whatever format they travel in: neither their media type
 * nor the HTTP status they come with is promised then.
 */
export const isNormalForm = (spec: Spec, content: JsonPointer): boolean =>
  Object.keys(valueAt(spec.document, content) ?? {}).some((type) => isMarked(spec, content, type));
