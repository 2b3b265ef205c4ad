import { type JsonPointer, valueAt } from './clause.ts';
import type { Spec } from './spec.ts';
import { SuiteError } from './suite-error.ts';

const refError = (spec: Spec, at: JsonPointer, ref: string, what: string, hint: string): SuiteError =>
  new SuiteError('SPEC_INVALID', `${spec.file} line ${spec.clauseAt(at).line}: $ref ${ref} ${what}`, { hint });

/** The pointer that a reference within the document stands for; undefined where it leaves the document. */
function localPointer(ref: string): JsonPointer | undefined {
  if (ref !== '#' && !ref.startsWith('#/')) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}

/**
 * Where the value at `pointer` really stands: a `$ref` there is followed, and one that it leads to.
 * @throws SuiteError SPEC_INVALID for a reference to another file, to nothing, or to itself
 */
export function resolve(spec: Spec, pointer: JsonPointer): JsonPointer {
  const seen = new Set<string>();
  let at = pointer;
  for (;;) {
    const ref = valueAt(valueAt(spec.document, at), '/$ref');
    if (typeof ref !== 'string') return at;
    const next = localPointer(ref);
    if (next === undefined)
      throw refError(spec, at, ref, 'leaves the document', 'Bundle the document into one file first.');
    seen.add(at);
    if (seen.has(next)) throw refError(spec, at, ref, 'refers to itself', 'Break the cycle of references.');
    if (valueAt(spec.document, next) === undefined)
      throw refError(spec, at, ref, 'points at nothing', 'Add the component it names, or mend the reference.');
    at = next;
  }
}

/** The object at a pointer, references followed; empty where there is none. */
export function objectAt(spec: Spec, pointer: JsonPointer): Readonly<Record<string, unknown>> {
  const value = valueAt(spec.document, resolve(spec, pointer));
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
