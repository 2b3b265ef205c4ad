import { maxItems, minItems, uniqueItems } from './array-size.ts';
import { enumeration } from './enumeration.ts';
import { format } from './format.ts';
import type { KeywordRule } from './keyword-rule.ts';
import { exclusiveMaximum, exclusiveMinimum, maximum, minimum, multipleOf } from './number.ts';
import { additionalProperties, maxProperties, minProperties, required } from './object.ts';
import { pattern } from './pattern.ts';
import { maxLength, minLength } from './string-length.ts';
import { nullable, type } from './type.ts';

const nothing = () => [];

/** A default says what an absent member means; what it leaves out stands in no exchange. */
const defaultValue: KeywordRule = {
  candidates: nothing,
  unbreakable: () => 'a default only says what an absent member means: no value breaks it',
};

/** Every keyword that obliges, by name: one line each. */
export const KEYWORD_RULES: Readonly<Record<string, KeywordRule>> = {
  type,
  nullable,
  enum: enumeration,
  minLength,
  maxLength,
  pattern,
  format,
  minItems,
  maxItems,
  uniqueItems,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf,
  required,
  minProperties,
  maxProperties,
  additionalProperties,
  default: defaultValue,
};

/** The rule of a keyword; undefined where there is none. */
export const ruleOf = (keyword: string): KeywordRule | undefined =>
  Object.hasOwn(KEYWORD_RULES, keyword) ? KEYWORD_RULES[keyword] : undefined;

/** Keywords that only hold other schemas, or only tell: they oblige to nothing themselves (OpenAPI 3.0.3 §4.7.24). */
export const KEYWORDS_WITHOUT_OBLIGATION: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'properties',
  'items',
  'title',
  'description',
  'example',
  'externalDocs',
  'deprecated',
  'xml',
]);
