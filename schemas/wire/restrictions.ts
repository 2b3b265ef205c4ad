import { DEEPEST } from './bounds.ts';
import { isList, isRepeated, type MessageValue } from './message.ts';

/** A value and where it stands in a message. */
export interface Part {
  /** The member's name; that of the list for an item. */
  readonly name: string;
  readonly value: MessageValue;
  readonly isItem: boolean;
  /** 0 for the message itself. */
  readonly depth: number;
}

/** What cannot be written so that it reads back as it was, with the reason. */
export interface Restriction {
  readonly forbids: (part: Part) => boolean;
  readonly why: string;
}

/** Names that any format can carry: those of the page's tables are such. */
const MEMBER_NAME = /^[A-Za-z_][\w-]*$/;

/** Halves of a surrogate pair: no encoding can write them. */
const LONE_SURROGATE = /\p{Cs}/u;

/** Whatever is no Char of XML 1.0 (§2.2), not even as a character reference. */
const NO_XML_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const isEmptyMessage = (value: MessageValue): boolean =>
  typeof value === 'object' && !isList(value) && Object.keys(value).length === 0;

/** Holds in every format, by the normal form. */
export const EVERYWHERE: readonly Restriction[] = [
  { forbids: ({ depth }) => depth > DEEPEST, why: `more than ${DEEPEST} levels are not read` },
  {
    forbids: ({ name, value, isItem }) => !isItem && isRepeated(name) && !isList(value),
    why: 'it repeats, and is read as a list even where one stands',
  },
];

/** Holds where structure is told by names alone, without brackets for objects and lists. */
const WITHOUT_BRACKETS: readonly Restriction[] = [
  ...EVERYWHERE,
  { forbids: ({ name }) => !MEMBER_NAME.test(name), why: 'its name would be read as something else' },
  { forbids: ({ value }) => isList(value) && value.length === 0, why: 'a list without items leaves no trace' },
  { forbids: ({ value, isItem }) => isItem && isList(value), why: 'a list in a list cannot be told from one list' },
  {
    forbids: ({ value }) => typeof value === 'string' && LONE_SURROGATE.test(value),
    why: 'half a surrogate pair is no character',
  },
];

/** Holds in NV. */
export const IN_NV: readonly Restriction[] = [
  ...WITHOUT_BRACKETS,
  { forbids: ({ value }) => isEmptyMessage(value), why: 'an object without members leaves no trace' },
];

/** Holds in XML, and in SOAP. */
export const IN_XML: readonly Restriction[] = [
  ...WITHOUT_BRACKETS,
  {
    forbids: ({ value, depth }) => depth > 0 && isEmptyMessage(value),
    why: 'an element without content is an empty text',
  },
  {
    forbids: ({ name, value }) => isList(value) && value.length === 1 && !isRepeated(name),
    why: 'one element alone is no list',
  },
  {
    forbids: ({ value }) => typeof value === 'string' && NO_XML_CHARACTER.test(value),
    why: 'XML 1.0 has no such character, not even as a reference',
  },
];
