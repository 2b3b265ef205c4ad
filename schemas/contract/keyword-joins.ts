/** Two values of one keyword, in two schemas that speak of one place, taken together. */
export type Join = (one: never, other: never) => unknown;

const least: Join = (one, other) => Math.min(one, other);
const greatest: Join = (one, other) => Math.max(one, other);
const either: Join = (one, other) => one || other;
const common: Join = (one: readonly unknown[], other: readonly unknown[]) =>
  one.filter((value) => other.includes(value));

/** How a keyword that stands in several schemas of one place is taken together (`allOf`): the tightest counts. */
export const KEYWORD_JOINS: Readonly<Record<string, Join>> = {
  maxLength: least,
  maxItems: least,
  maxProperties: least,
  maximum: least,
  minLength: greatest,
  minItems: greatest,
  minProperties: greatest,
  minimum: greatest,
  exclusiveMinimum: either,
  exclusiveMaximum: either,
  uniqueItems: either,
  enum: common,
};
