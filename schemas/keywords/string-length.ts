import { addressOfLength } from './email-address.ts';
import type { Candidate, KeywordRule, SchemaObject } from './keyword-rule.ts';
import { isUniversal, matches, matchingWords, wordOfLength } from './strings.ts';

/** No HTTP server takes a longer value, and no report could show it: ours, in characters. */
const LONGEST_SENDABLE = 1_048_576;

/** A character outside the Basic Multilingual Plane: one to JSON Schema, two UTF-16 units. */
const ASTRAL = '\u{1F9FE}';

const isEmail = ({ format }: SchemaObject): boolean => typeof format === 'string' && format.includes('email');

/** A string of that length that conforms otherwise, where one is known; any string where none is. */
function stringOf(schema: SchemaObject, length: number): string {
  const address = isEmail(schema) ? addressOfLength(length) : undefined;
  return address ?? wordOfLength(schema.pattern as string | undefined, length) ?? 'x'.repeat(length);
}

const characters = (length: number): string => `${length} ${length === 1 ? 'character' : 'characters'}`;

/** Strings around a limit: one less, the limit, one more. */
function around(schema: SchemaObject, limit: number): Candidate[] {
  if (limit >= LONGEST_SENDABLE) return [];
  return [limit - 1, limit, limit + 1]
    .filter((length) => length >= 0)
    .map((length) => ({ label: `length-${length}`, title: characters(length), value: stringOf(schema, length) }));
}

function astral(schema: SchemaObject, length: number): Candidate[] {
  if (!isUniversal((schema.pattern as string | undefined) ?? '')) return [];
  return [
    {
      label: `astral-${length}`,
      title: `${characters(length)} of two UTF-16 units each`,
      value: ASTRAL.repeat(length),
    },
  ];
}

/** Source: JSON Schema Validation §6.3.2; lengths are counted in code points (RFC 8259). */
export const minLength: KeywordRule = {
  candidates: (schema) => around(schema, Number(schema.minLength)),
  unbreakable: ({ minLength: limit }) => (limit === 0 ? 'no string has fewer than 0 characters' : undefined),
};

/** Source: JSON Schema Validation §6.3.1. */
export const maxLength: KeywordRule = {
  candidates: (schema) => {
    const limit = Number(schema.maxLength);
    if (limit >= LONGEST_SENDABLE) return [];
    return [...around(schema, limit), ...astral(schema, limit), ...astral(schema, limit + 1)];
  },
  unbreakable: ({ maxLength: limit }) =>
    Number(limit) >= LONGEST_SENDABLE ? `a value of more than ${limit} characters cannot be sent` : undefined,
};

function firstNonEmpty(words: Iterable<string>): string | undefined {
  for (const word of words) if (word !== '') return word;
  return undefined;
}

/** The shortest string that conforms to a pattern is a boundary of its own, whatever `minLength` says. */
export function shortestMatch({ pattern }: SchemaObject): Candidate[] {
  const found = firstNonEmpty(matchingWords(String(pattern)));
  if (found === undefined) return [];
  const lower = found.toLowerCase();
  const value = matches(String(pattern), lower) ? lower : found;
  return [
    { label: 'shortest', title: `the shortest that the pattern takes (${characters([...value].length)})`, value },
  ];
}
