/** A location inside a JSON document, as RFC 6901 writes it: `''` is the whole document. */
export type JsonPointer = string;

/** Where a promise is written: the file (relative to `specs/`), the JSON Pointer in it, and its 1-based line. */
export interface Clause {
  readonly file: string;
  readonly pointer: JsonPointer;
  readonly line: number;
}

/**
 * How firmly the contract promises: MUST is machine-readable, SHOULD is prose or implied by names, MAY is only
 * observed.
 */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** The levels from the firmest to the weakest. */
export const LEVELS: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];

/** What an expectation rests on; an `undefined` one is reported and never fails a run. */
export type Origin = 'spec' | 'prose' | 'observed' | 'simulator' | 'undefined';

/** One reference token of a JSON Pointer, escaped (RFC 6901 §3). */
export const escapeToken = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');

/** One reference token of a JSON Pointer, unescaped (RFC 6901 §4). */
export const unescapeToken = (token: string): string =>
  token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;

/** The pointer that reaches `tokens` from `base`. */
export const pointerTo = (base: JsonPointer, ...tokens: readonly (string | number)[]): JsonPointer =>
  tokens.reduce<string>((pointer, token) => `${pointer}/${escapeToken(String(token))}`, base);

/** The reference tokens of a pointer, unescaped. */
export const tokensOf = (pointer: JsonPointer): string[] =>
  pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeToken);

/** The last reference token of a pointer, unescaped, e.g. a component's name; empty for the whole document. */
export const lastTokenOf = (pointer: JsonPointer): string => unescapeToken(pointer.slice(pointer.lastIndexOf('/') + 1));

/** The value at `pointer`, or undefined where nothing stands there. */
export function valueAt(document: unknown, pointer: JsonPointer): unknown {
  let value = document;
  for (const token of tokensOf(pointer)) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, token)) return undefined;
    value = (value as Record<string, unknown>)[token];
  }
  return value;
}
