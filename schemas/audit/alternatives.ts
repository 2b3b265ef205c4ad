import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import { objectAt, resolve } from '../contract/reference.ts';
import { type Audited, schemasOf } from './audited.ts';
import { takesEmpty } from './takes.ts';

/** Alternatives that all take the empty object, and that no discriminator tells apart. */
export interface EmptyAlternatives {
  /** Of the list of alternatives. */
  readonly pointer: JsonPointer;
  readonly count: number;
}

/** Every `anyOf` or `oneOf` of the contract whose branches all take `{}`. */
export function* emptyAlternatives(audited: Audited, keyword: 'anyOf' | 'oneOf'): Generator<EmptyAlternatives> {
  const { spec, sources } = audited;
  const roots = sources.map(({ response, pointer }) => response?.contract.schemaPointer ?? pointer);
  const schemas = [...schemasOf(audited).map(({ node }) => node.pointer), ...roots.map((root) => resolve(spec, root))];
  for (const schema of new Set(schemas)) {
    const { [keyword]: branches, discriminator } = objectAt(spec, schema);
    if (!Array.isArray(branches) || branches.length < 2 || discriminator !== undefined) continue;
    const pointer = pointerTo(schema, keyword);
    const empty = branches.every((_, index) => takesEmpty(spec, resolve(spec, pointerTo(pointer, index))));
    if (empty) yield { pointer, count: branches.length };
  }
}

/** For the examples of rules: an object whose `name` has one value, told by it only where it is required. */
export const named = (value: string, required: readonly string[] = []): object => ({
  type: 'object',
  ...(required.length > 0 && { required }),
  properties: { name: { type: 'string', enum: [value] } },
});
