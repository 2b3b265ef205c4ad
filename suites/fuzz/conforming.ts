import fc from 'fast-check';
import { type WholeSchema, wholeSchema } from '../../schemas/boundaries/whole-schema.ts';
import type { JsonPointer } from '../../schemas/contract/clause.ts';
import type { Spec } from '../../schemas/contract/spec.ts';
import { addressOfLength } from '../../schemas/keywords/email-address.ts';
import { isUniversal, matches } from '../../schemas/keywords/strings.ts';

/** Characters that implementations count, store or escape differently. */
const CHARACTERS = ['a', ' ', '\n', '"', '\\', '\u0000', '\u00e9', '\u4e2d', '\ud83d\ude00', '\u202e', '<', '%'];

/** The longest text and list that are tried where no limit stands: ours. */
const LONGEST = 5_000;

/** How deep a value follows a recursive schema. */
const MAX_DEPTH = 6;

/** Texts of a length, in code points: short ones of any characters, long ones of one character, near the limits most of all. */
export function textOf(min: number, max: number): fc.Arbitrary<string> {
  const short = fc.string({ unit: 'binary', minLength: min, maxLength: Math.min(max, min + 30) });
  const length = fc.oneof(fc.constant(max), fc.integer({ min: Math.max(min, max - 3), max }), fc.integer({ min, max }));
  const long = fc.tuple(fc.constantFrom(...CHARACTERS), length).map(([unit, count]) => unit.repeat(count));
  return fc.oneof({ weight: 3, arbitrary: short }, { weight: 2, arbitrary: long });
}

const WORDS = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,12}$/);

/** Addresses at domains that are reserved for documentation: none can reach a person. */
const addresses: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.array(WORDS, { minLength: 1, maxLength: 3 }), fc.constantFrom('com', 'net', 'org'))
      .map(([words, domain]) => `${words.join('.')}@example.${domain}`),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 13, max: 254 }).map((length) => addressOfLength(length) ?? 'a@example.com'),
  },
);

function texts({ pattern, format, minLength = 0, maxLength = LONGEST }: WholeSchema['keywords']): fc.Arbitrary<string> {
  if (String(format).includes('email')) return addresses;
  const [min, max] = [Number(minLength), Math.min(Number(maxLength), Number(minLength) + LONGEST)];
  if (typeof pattern !== 'string' || isUniversal(pattern)) return textOf(min, max);
  return fc.stringMatching(new RegExp(pattern)).filter((text) => matches(pattern, text));
}

const numbers = ({ type, minimum, maximum }: WholeSchema['keywords']): fc.Arbitrary<number> => {
  const [min, max] = [Number(minimum ?? -1_000_000), Number(maximum ?? 1_000_000)];
  return type === 'integer' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
};

/** Short lists of any items, and long ones of one item, near the limit. */
function listsOf(item: fc.Arbitrary<unknown>, minLength: number, maxLength: number): fc.Arbitrary<unknown[]> {
  const count = fc.oneof(
    fc.constant(maxLength),
    fc.integer({ min: Math.max(minLength, maxLength - 3), max: maxLength }),
  );
  const long = fc.tuple(item, count).map(([one, length]): unknown[] => Array(length).fill(one));
  const short = fc.array(item, { minLength, maxLength });
  return fc.oneof({ weight: 4, arbitrary: short }, { weight: 1, arbitrary: long });
}

/** Values of a place in the request, all the schemas at these pointers taken together. */
function valuesOf(spec: Spec, at: readonly JsonPointer[], depth: number): fc.Arbitrary<unknown> {
  const { keywords, properties, items } = wholeSchema(spec, at, new Map());
  if (Array.isArray(keywords.enum)) return fc.constantFrom(...(keywords.enum as unknown[]));
  const type = keywords.type ?? (properties.size > 0 ? 'object' : undefined);
  if (type === 'string') return texts(keywords);
  if (type === 'boolean') return fc.boolean();
  if (type === 'number' || type === 'integer') return numbers(keywords);
  if (type === 'array') {
    const [minLength, maxLength] = [Number(keywords.minItems ?? 0), Math.min(Number(keywords.maxItems ?? 20), LONGEST)];
    return listsOf(valuesOf(spec, items, depth + 1), minLength, maxLength);
  }
  if (type !== 'object') return fc.jsonValue({ maxDepth: 2 });
  const members = depth > MAX_DEPTH ? [] : [...properties];
  const requiredKeys = (keywords.required ?? []) as string[];
  const model = Object.fromEntries(members.map(([name, pointers]) => [name, valuesOf(spec, pointers, depth + 1)]));
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

/** Values that should conform to the schema at a pointer: whether each does is for its validator to say. */
export const likelyConforming = (spec: Spec, pointer: JsonPointer): fc.Arbitrary<unknown> =>
  valuesOf(spec, [pointer], 0);
