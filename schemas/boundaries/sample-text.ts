import { addressNumber } from '../keywords/email-address.ts';
import type { SchemaObject } from '../keywords/keyword-rule.ts';
import { matches, matchingWords, wordOfLength } from '../keywords/strings.ts';

/** The longest sample, in characters: ours. What asks for more gets a boundary that cannot be sent, and is named. */
const LONGEST = 1_048_576;

/** How many of a pattern's words are looked at for a distinct one: ours; words grow longer, and the search with them. */
const MOST_WORDS = 200;

/** Conforming values of the published formats, where a pattern does not say what they look like. */
const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  date: (n) => `2024-01-${String((n % 28) + 1).padStart(2, '0')}`,
  'date-time': (n) => `2024-01-${String((n % 28) + 1).padStart(2, '0')}T00:00:00Z`,
  time: (n) => `00:00:${String(n % 60).padStart(2, '0')}Z`,
  uri: (n) => `https://example.com/${n}`,
  hostname: (n) => `host-${n}.example.com`,
  uuid: (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  ipv4: (n) => `192.0.2.${n % 256}`,
  ipv6: (n) => `2001:db8::${(n % 65_536).toString(16)}`,
  byte: (n) => Buffer.from(String(n)).toString('base64'),
};

/** Lengths of a text, in characters. */
interface Limits {
  readonly min: number;
  readonly max: number;
}

/** The nth of the shortest words of a length within the limits; the first of them where there are fewer. */
function nthWord(pattern: string, { min, max }: Limits, n: number): string | undefined {
  let first: string | undefined;
  let left = n > MOST_WORDS ? 1 : n;
  for (const word of matchingWords(pattern)) {
    const { length } = [...word];
    if (length > max) break;
    if (length < min) continue;
    first ??= word;
    if (--left === 0) return word;
  }
  return first;
}

/** A word told apart by its number, where the pattern and the limit take one. */
function numbered(word: string, n: number, pattern: string, max: number): string | undefined {
  const text = `${word}${n}`;
  return matches(pattern, text) && [...text].length <= max ? text : undefined;
}

/** The nth of several conforming strings, none of which can reach a person. */
export function sampleText(schema: SchemaObject, n: number): string {
  const format = String(schema.format);
  if (format.includes('email')) return addressNumber(n);
  const formatted = FORMATS[format]?.(n);
  if (formatted !== undefined) return formatted;
  const min = Math.min(Number(schema.minLength ?? 0), LONGEST);
  const max = Number(schema.maxLength ?? LONGEST);
  const pattern = schema.pattern as string | undefined;
  if (pattern === undefined) return `text ${n}`.padEnd(min, 'x').slice(0, Math.max(min, max));
  const shortest = Math.max(min, Math.min(1, max));
  const word = wordOfLength(pattern, shortest);
  const distinct = word === undefined || n === 1 ? word : numbered(word, n, pattern, max);
  return distinct ?? nthWord(pattern, { min: shortest, max }, n) ?? '';
}
