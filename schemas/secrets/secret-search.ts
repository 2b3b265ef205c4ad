import { anySpelling } from './any-spelling.ts';

/** The digits of base64 that the secret alone decides, where `offset` bytes stand before it and any after it. */
function base64At(offset: number, bytes: Buffer): string {
  const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return digits.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}

/** The secret itself, and what of it shows in base64 wherever it begins: at least ten digits of the shortest that is kept. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  ...[0, 1, 2].map((offset) => base64At(offset, Buffer.from(secret))),
];

/** The most characters of a secret that are looked for one by one: a pattern of thousands overflows a stack. */
const MOST_SPELLED = 256;

/** The shortest beginning of a secret that is taken for one, in characters: a word may well begin like a secret. */
const LEAST_BEGINNING = 12;

/**
 * How much of a secret's beginning is as bad as the whole, in characters: half of it, as the rest might be guessed. All of
 * it where no digit stands in that half: our own words begin like that.
 */
function beginningLength(form: string): number {
  const half = Math.max(LEAST_BEGINNING, Math.ceil(form.length / 2));
  return Math.min(MOST_SPELLED, /\d/.test(form.slice(0, half)) ? half : form.length);
}

/** The first `least` characters one by one, and behind them what is there of the others, in any order. */
function begun(form: string, least: number): string {
  const parts = Array.from(form, anySpelling);
  const more = new Set(Array.from(form, (character) => anySpelling(character, 1)));
  const rest = parts.length > least ? `(?:${[...more].join('|')}){0,${parts.length - least}}` : '';
  return parts.slice(0, least).join('') + rest;
}

/**
 * A regular expression's source that finds a secret in every form: raw, JSON-escaped at any depth, URL-encoded, and in the
 * base64 of it or of anything around it (`id:secret`), in any mixture of them.
 */
const secretPattern = (secret: string): string =>
  formsOf(secret)
    .map((form) => begun(form, MOST_SPELLED))
    .join('|');

/** The same for a secret that is cut off, as where a limit ends a text within it: half of it or more. */
const beginningPattern = (secret: string): string =>
  formsOf(secret)
    .map((form) => begun(form, beginningLength(form)))
    .join('|');

const ESCAPES = /\\+(?:u00([\da-f]{2}))?|%(?:25)*([\da-f]{2})/gi;

/** The character of a code; none for a backslash, which may stand for itself or for a quoting. */
const unescapedCode = (_: string, unit: string | undefined, byte: string | undefined): string =>
  String.fromCharCode(Number.parseInt(unit ?? byte ?? '5c', 16)).replace('\\', '');

/**
 * The text with its escapes undone, and without what tells base64 from base64url and a form's space from a plus: where a
 * text holds a secret in whatever form, this holds one of its traces. Far quicker to search than the text by the pattern.
 */
export const unescaped = (text: string): string =>
  text.replaceAll(ESCAPES, unescapedCode).replaceAll(/[-+]/g, ' ').replaceAll('_', '/');

/** The longest stretch of a beginning that has one spelling once unescaped: of ASCII, before what looks like an escape itself. */
function traceOf(form: string): string {
  const stretches = form
    .slice(0, beginningLength(form))
    .replace(/[%\\].*/s, '')
    .split(/[^ -~]+/);
  return unescaped(stretches.reduce((longest, stretch) => (stretch.length > longest.length ? stretch : longest)));
}

/** What a text must hold one of, once unescaped, to hold the secret or enough of its beginning. */
const tracesOf = (secret: string): readonly string[] => formsOf(secret).map(traceOf);

/** How one secret is looked for. The patterns are made when they are first asked for: that takes longer than a search. */
export interface SecretSearch {
  /** Of the secret, in characters. */
  readonly length: number;
  /** A text that has none of them, once unescaped, does not hold the secret. */
  readonly traces: readonly string[];
  /** Finds the whole secret. */
  whole(): RegExp;
  /** Finds what `whole` finds and beginnings of it, each perhaps with more behind it. */
  begun(): RegExp;
}

function madeOnce(source: () => string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source(), 'g');
    return made;
  };
}

/** The search for a secret. */
export const searchFor = (secret: string): SecretSearch => ({
  length: secret.length,
  traces: tracesOf(secret),
  whole: madeOnce(() => secretPattern(secret)),
  begun: madeOnce(() => beginningPattern(secret)),
});
