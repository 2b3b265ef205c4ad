/**
 * What commands a terminal, turns the reading direction, ends a line where one cannot see it, or is no character at all:
 * controls, lone surrogates, direction marks, line and paragraph separators, byte order marks, noncharacters.
 */
const ACTIVE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

const ACTIVE_BUT_NEWLINE = new RegExp(`(?!\\n)${ACTIVE.source}`, 'gu');

const visible = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text on one line that only shows: what would act is written out, e.g. `\u001b`. */
export const inert = (text: string): string => text.replaceAll(ACTIVE, visible);

/** A text of several lines that only shows: its line feeds stay. */
export const inertLines = (text: string): string => text.replaceAll(ACTIVE_BUT_NEWLINE, visible);

const isHighSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;

/** The beginning of a text, of at most `most` UTF-16 units, with how much is left out; no character is cut in two. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = isHighSurrogate(text, most - 1) ? most - 1 : most;
  return `${text.slice(0, end)}… (${text.length - end} characters more in run.json)`;
}
