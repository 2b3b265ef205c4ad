import type { JsonPointer } from '../contract/clause.ts';
import type { Spec } from '../contract/spec.ts';
import type { SchemaObject } from '../keywords/keyword-rule.ts';
import { sampleText } from './sample-text.ts';
import { type Choices, type WholeSchema, wholeSchema } from './whole-schema.ts';

/** How deep a sample follows a recursive schema. */
const MAX_DEPTH = 8;

/** The most items or members of a sample: ours. */
const MOST = 10_000;

/** What kind of sample is wanted. */
export interface Wanted {
  /** The nth of several distinct ones; the first by default. */
  readonly n?: number;
  readonly choices?: Choices;
  /** How many members an object has; as few as conform by default. */
  readonly members?: number;
  readonly depth?: number;
}

/** Significant digits that survive binary arithmetic. */
const DIGITS = 12;

function sampleNumber(schema: SchemaObject, n: number): number {
  const unit = Number(schema.multipleOf ?? (schema.type === 'integer' ? 1 : 0.5)) || 1;
  const floor = Number(schema.minimum ?? Math.min(0, Number(schema.maximum ?? 0)));
  const steps = Math.ceil(Number((floor / unit).toPrecision(DIGITS)));
  const isExcluded = schema.exclusiveMinimum === true && steps * unit === schema.minimum;
  return Number(((steps + (isExcluded ? 1 : 0) + n - 1) * unit).toPrecision(DIGITS));
}

/** The names of a sample's members: required ones, then the contract's own, then any, up to the number wanted. */
function memberNames({ keywords, properties }: WholeSchema, count: number | undefined): string[] {
  const required = (keywords.required as string[] | undefined) ?? [];
  const most = Math.min(count ?? Math.max(required.length, Number(keywords.minProperties ?? 0)), MOST + 1);
  const names = [...new Set([...required, ...properties.keys()])].slice(0, most);
  while (names.length < most) names.push(`member${names.length + 1}`);
  return names;
}

function sampleObject(spec: Spec, whole: WholeSchema, { n = 1, members, depth = 0 }: Wanted): Record<string, unknown> {
  const memberOf = (name: string): unknown => {
    const pointers = whole.properties.get(name) ?? whole.others;
    return pointers.length === 0 ? 'x' : sampleOf(spec, pointers, { n, depth: depth + 1 });
  };
  return Object.fromEntries(memberNames(whole, members).map((name) => [name, memberOf(name)]));
}

function sampleArray(spec: Spec, { keywords, items }: WholeSchema, depth: number): unknown[] {
  const length = Math.min(Number(keywords.minItems ?? 0), MOST);
  return Array.from({ length }, (_, index) => sampleOf(spec, items, { n: index + 1, depth: depth + 1 }));
}

/** Keywords that tell of which type a place is meant to be. */
const TELLING: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  ['string', ['minLength', 'maxLength', 'pattern', 'format']],
  ['number', ['minimum', 'maximum', 'multipleOf']],
  ['array', ['items', 'minItems', 'maxItems']],
];

/** The type of a place; guessed by its keywords where none is written, undefined where none of them tells. */
function typeOf({ keywords }: WholeSchema): string | undefined {
  if (typeof keywords.type === 'string') return keywords.type;
  return TELLING.find(([, names]) => names.some((name) => Object.hasOwn(keywords, name)))?.[0];
}

/** A small value that conforms to all the schemas at these pointers: required members only, smallest sizes. */
export function sampleOf(spec: Spec, at: readonly JsonPointer[], wanted: Wanted = {}): unknown {
  const { n = 1, choices = new Map(), depth = 0 } = wanted;
  if (depth > MAX_DEPTH) return null;
  const whole = wholeSchema(spec, at, choices);
  const { keywords } = whole;
  if (Array.isArray(keywords.enum)) return keywords.enum[(n - 1) % keywords.enum.length];
  const type = typeOf(whole);
  if (type === 'string') return sampleText(keywords, n);
  if (type === 'number' || type === 'integer') return sampleNumber(keywords, n);
  if (type === 'boolean') return n % 2 === 1;
  return type === 'array' ? sampleArray(spec, whole, depth) : sampleObject(spec, whole, wanted);
}

/** The nth of several small values that conform to the schema at a pointer. */
export const sampleAt = (spec: Spec, at: JsonPointer, n = 1): unknown => sampleOf(spec, [at], { n });
