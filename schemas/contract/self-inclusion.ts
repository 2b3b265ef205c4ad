import { type JsonPointer, valueAt } from './clause.ts';
import { resolve } from './reference.ts';
import { walkSchema } from './schema-walk.ts';
import type { Spec } from './spec.ts';
import { SuiteError } from './suite-error.ts';

/** Parts and alternatives of a schema: all that speaks of the same place as it does. */
function partsOf(spec: Spec, pointer: JsonPointer): readonly JsonPointer[] {
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => {
    const list = valueAt(spec.document, `${pointer}/${keyword}`);
    return Array.isArray(list) ? list.map((_, index) => `${pointer}/${keyword}/${index}`) : [];
  });
  const not = valueAt(spec.document, `${pointer}/not`) === undefined ? [] : [`${pointer}/not`];
  return [...lists, ...not].map((part) => resolve(spec, part));
}

function endless(spec: Spec, pointer: JsonPointer): SuiteError {
  const { file, line } = spec.clauseAt(pointer);
  return new SuiteError('SPEC_INVALID', `${file} line ${line}: the schema takes itself in, and so takes no end`, {
    hint: 'Let it refer to itself only below a member or an item.',
  });
}

/**
 * No schema below the pointer takes itself in as a part or an alternative of itself: judging a value by it would not end.
 * One that refers to itself below a member or an item is as good as any.
 * @throws SuiteError SPEC_INVALID with the line of one that does
 */
export function assertEnds(spec: Spec, root: JsonPointer): void {
  const ended = new Set<JsonPointer>();
  const visit = (pointer: JsonPointer, above: readonly JsonPointer[]): void => {
    if (above.includes(pointer)) throw endless(spec, pointer);
    if (ended.has(pointer)) return;
    for (const part of partsOf(spec, pointer)) visit(part, [...above, pointer]);
    ended.add(pointer);
  };
  for (const { pointer } of walkSchema(spec, root)) visit(pointer, []);
}
