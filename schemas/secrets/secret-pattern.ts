/** How often a quoting may have doubled the backslash before a character: bounded, so that a run of them costs no more than its length. */
const BACKSLASHES = String.raw`\\{0,8}`;
const BACKSLASH = String.raw`\\{1,8}`;

/** Base64url spells two digits differently. */
const URL_SAFE: Readonly<Record<string, readonly string[]>> = { '+': ['-'], '/': ['_'] };

const literal = (character: string): string => character.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Hexadecimal digits in either case. */
const hex = (digits: string): string =>
  digits.replaceAll(/[a-f]/gi, (digit) => `[${digit.toLowerCase()}${digit.toUpperCase()}]`);

const bytesOf = (character: string): readonly string[] =>
  Array.from(Buffer.from(character), (byte) => byte.toString(16).padStart(2, '0'));

const unitsOf = (character: string): readonly string[] =>
  Array.from({ length: character.length }, (_, at) => character.charCodeAt(at).toString(16).padStart(4, '0'));

/**
 * One character as it stands raw, with backslashes before it, URL-encoded once or more, or as a JSON escape. Of the first
 * one the backslashes before it need not be taken along: a run of them is looked at once only.
 */
function anySpelling(character: string, at: number): string {
  const also = URL_SAFE[character] ?? [];
  const [maybe, surely] = at === 0 ? ['', '\\\\'] : [BACKSLASHES, BACKSLASH];
  const raw = [character, ...also].map(literal).join('|');
  const percent = bytesOf(character).map((byte) => `%(?:25){0,4}${hex(byte)}`);
  const escaped = unitsOf(character).map((unit) => `${surely}u${hex(unit)}`);
  return `(?:${maybe}(?:${raw})|${percent.join('')}|${escaped.join('')}${character === ' ' ? '|\\+' : ''})`;
}

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

/**
 * A regular expression's source that finds a secret in every form: raw, JSON-escaped at any depth, URL-encoded, and in the
 * base64 of it or of anything around it (`id:secret`), in any mixture of them.
 */
export const secretPattern = (secret: string): string =>
  formsOf(secret)
    .map((form) => Array.from(form, anySpelling).join(''))
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
  (/[\\%]/.test(text) ? text.replaceAll(ESCAPES, unescapedCode) : text).replaceAll(/[-+]/g, ' ').replaceAll('_', '/');

/** Secrets are of these characters; any other has too many spellings for a trace, and leaves the search to the pattern. */
const PLAIN = /^[ -$&-~]*$/;

/** What a text must hold, once unescaped, to hold the secret. */
export const tracesOf = (secret: string): readonly string[] =>
  PLAIN.test(secret) ? formsOf(secret).map(unescaped) : [''];
