import type { Candidate, KeywordRule, SchemaObject } from './keyword-rule.ts';

/** Significant digits that survive binary arithmetic: 0.1 + 0.2 is 0.3. */
const DIGITS = 12;

const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

const numbers = (...values: readonly number[]): Candidate[] =>
  [...new Set(values.map(rounded))].map((value) => ({ label: `number-${value}`, title: String(value), value }));

/** What conforming numbers are multiples of; undefined where every number does. */
function unitOf({ multipleOf: unit, type }: SchemaObject): number | undefined {
  if (Number(unit) > 0) return Number(unit);
  return type === 'integer' ? 1 : undefined;
}

/** The limit, and the nearest numbers below and above it that only the limit can refuse. */
function around(limit: number, schema: SchemaObject): Candidate[] {
  const unit = unitOf(schema);
  if (unit === undefined) return numbers(limit - 0.5, limit, limit + 0.5);
  const below = rounded(Math.ceil(rounded(limit / unit)) * unit - unit);
  const above = rounded(Math.floor(rounded(limit / unit)) * unit + unit);
  return numbers(below, limit, above);
}

const flag = (value: unknown): string | undefined => (value === true ? undefined : 'false forbids nothing');

/** Source: JSON Schema Validation §6.2.4. */
export const minimum: KeywordRule = { candidates: (schema) => around(Number(schema.minimum), schema) };

/** Source: JSON Schema Validation §6.2.2. */
export const maximum: KeywordRule = { candidates: (schema) => around(Number(schema.maximum), schema) };

/** A flag beside `minimum` (OpenAPI 3.0.3 §4.7.24). */
export const exclusiveMinimum: KeywordRule = {
  candidates: (schema) => (typeof schema.minimum === 'number' ? around(schema.minimum, schema) : []),
  unbreakable: (schema) => flag(schema.exclusiveMinimum),
};

/** A flag beside `maximum` (OpenAPI 3.0.3 §4.7.24). */
export const exclusiveMaximum: KeywordRule = {
  candidates: (schema) => (typeof schema.maximum === 'number' ? around(schema.maximum, schema) : []),
  unbreakable: (schema) => flag(schema.exclusiveMaximum),
};

/**
 * Source: JSON Schema Validation §6.2.1. Between two multiples lies a number that is none: a whole one where only
 * those count.
 */
export const multipleOf: KeywordRule = {
  candidates: (schema, samples) => {
    const unit = Number(schema.multipleOf);
    const base = Number(samples.own(1));
    return numbers(base, base + (schema.type === 'integer' && unit > 1 ? 1 : unit / 2));
  },
  unbreakable: ({ multipleOf: unit, type }) =>
    unit === 1 && type === 'integer' ? 'every integer is a multiple of 1' : undefined,
};
