import type { ErrorObject } from 'ajv';
import { preview } from './answer-body.ts';

type Params = Readonly<Record<string, unknown>>;

const list = (values: unknown): string => (values as readonly unknown[]).map((value) => preview(value)).join(', ');

/** What a keyword asks for, in words that follow "the contract wants". Source of the keywords: OpenAPI 3.0.3, Schema Object. */
const WANTS: Readonly<Record<string, (params: Params) => string>> = {
  type: ({ type }) => `the type ${String(type).replaceAll(',', ' or ')}`,
  enum: ({ allowedValues }) => `one of ${list(allowedValues)}`,
  minLength: ({ limit }) => `at least ${limit} characters`,
  maxLength: ({ limit }) => `at most ${limit} characters`,
  pattern: ({ pattern }) => `text that matches ${pattern}`,
  format: ({ format }) => `the format ${format}`,
  minItems: ({ limit }) => `at least ${limit} items`,
  maxItems: ({ limit }) => `at most ${limit} items`,
  uniqueItems: () => 'items that differ from each other',
  minProperties: ({ limit }) => `at least ${limit} members`,
  maxProperties: ({ limit }) => `at most ${limit} members`,
  minimum: ({ limit }) => `at least ${limit}`,
  maximum: ({ limit }) => `at most ${limit}`,
  exclusiveMinimum: ({ limit }) => `more than ${limit}`,
  exclusiveMaximum: ({ limit }) => `less than ${limit}`,
  multipleOf: ({ multipleOf }) => `a multiple of ${multipleOf}`,
  required: () => 'it to be present',
  additionalProperties: () => 'no such member',
  anyOf: () => 'one of several alternatives, of which none matches',
  oneOf: ({ passingSchemas }) =>
    `exactly one of several alternatives, of which ${passingSchemas ? 'more than one matches' : 'none matches'}`,
  not: () => 'something else than it excludes',
};

/** What the contract wants where a keyword is broken, e.g. `at most 100 characters`. */
export function wantOf({ keyword, params, message }: ErrorObject): string {
  const want = Object.hasOwn(WANTS, keyword) ? WANTS[keyword] : undefined;
  return want?.(params) ?? `${keyword}: ${message ?? 'as written'}`;
}
