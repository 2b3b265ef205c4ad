import type { Decoded } from './codec.ts';

/** Longest body that is read, in UTF-16 units: ours, four times what our client takes in. */
export const LONGEST_BODY = 4 * 1024 * 1024;

/** How deep a message may nest, in members and list items: ours; the page's nest four. */
export const DEEPEST = 32;

/** Longest piece of a body that a sentence repeats, in UTF-16 units: ours. */
const EXCERPT_LENGTH = 80;

const escaped = (character: string): string => `\\u{${Number(character.codePointAt(0)).toString(16)}}`;

/** A piece of a body within a sentence: shortened, and without characters that would command a terminal or hide. */
export const excerpt = (text: string): string =>
  `${text.slice(0, EXCERPT_LENGTH)}${text.length > EXCERPT_LENGTH ? '…' : ''}`.replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}]/gu,
    escaped,
  );

/** A decoder that is asked about no body that is empty or endless. */
export const bounded =
  (decode: (text: string) => Decoded) =>
  (text: string): Decoded => {
    if (text === '') return { undecodable: 'The body is empty.' };
    if (text.length > LONGEST_BODY)
      return { undecodable: `The body has ${text.length} characters; more than ${LONGEST_BODY} are not read.` };
    return decode(text);
  };
