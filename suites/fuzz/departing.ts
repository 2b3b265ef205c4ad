import fc from 'fast-check';
import { wholeSchema } from '../../schemas/boundaries/whole-schema.ts';
import type { JsonPointer } from '../../schemas/contract/clause.ts';
import type { Spec } from '../../schemas/contract/spec.ts';
import { likelyConforming } from './conforming.ts';

/** How far beyond a limit is tried. */
const BEYOND = 60;

/** A value of any JSON type, small. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, 1, -1, '', 'text', [], {}, [null], { a: 1 }),
  fc.jsonValue({ maxDepth: 1 }),
);

/** Just beyond a limit most of the time. */
const beyond = (limit: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constant(limit + 1), fc.integer({ min: limit + 1, max: limit + BEYOND }));

/** Values of a member that break one of its keywords, or another type: many do, and its validator says which. */
function breaking(spec: Spec, pointers: readonly JsonPointer[]): fc.Arbitrary<unknown> {
  const { keywords, items } = wholeSchema(spec, pointers, new Map());
  const ways: fc.Arbitrary<unknown>[] = [anything];
  if (keywords.maxLength !== undefined)
    ways.push(
      fc
        .tuple(fc.constantFrom('a', '\u00e9', '\ud83d\ude00'), beyond(Number(keywords.maxLength)))
        .map(([unit, count]) => unit.repeat(count)),
    );
  const [item] = items;
  if (item !== undefined && keywords.maxItems !== undefined)
    ways.push(
      fc
        .tuple(likelyConforming(spec, item), beyond(Number(keywords.maxItems)))
        .map(([one, count]) => Array(count).fill(one)),
    );
  if (item !== undefined)
    ways.push(
      fc
        .tuple(fc.array(likelyConforming(spec, item), { maxLength: 3 }), breaking(spec, [item]))
        .map(([few, bad]) => [...few, bad]),
    );
  return fc.oneof(...ways);
}

const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Values that should depart from the schema at a pointer: one member is broken, or the whole is of another type. */
export function likelyDeparting(spec: Spec, pointer: JsonPointer): fc.Arbitrary<unknown> {
  const whole = likelyConforming(spec, pointer);
  const members = [...wholeSchema(spec, [pointer], new Map()).properties];
  const broken = members.map(([name, pointers]) =>
    fc
      .tuple(whole, breaking(spec, pointers))
      .map(([value, bad]) => (isObject(value) ? { ...value, [name]: bad } : bad)),
  );
  return fc.oneof({ weight: 1, arbitrary: anything }, ...broken.map((arbitrary) => ({ weight: 3, arbitrary })));
}
