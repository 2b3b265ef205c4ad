import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import type { LegacyMessage, LegacyValue } from './legacy-message.ts';
import { isMessage, MAX_LEVELS } from './legacy-message.ts';

/** An XML element: its local name, and what is in it. */
export interface Element {
  readonly name: string;
  readonly value: LegacyValue;
}

/** Entities are left alone here: the five of XML and character references are undone below, and no other is known. */
const PARSER = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: MAX_LEVELS,
});

const BUILDER = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', processEntities: true });

/** The one root element of a document; undefined where it is not well-formed, has a DTD, or names an entity of its own. */
export function elementIn(text: string): Element | undefined {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return undefined;
  try {
    if (XMLValidator.validate(text) !== true) return undefined;
    const parsed: unknown = PARSER.parse(
      text.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, raw: string) => escaped(raw)),
    );
    return onlyElement(unescapedAll(parsed as LegacyMessage));
  } catch {
    return undefined;
  }
}

/** The only member of a value, as an element; undefined where there is none, or another beside it. */
export function onlyElement(value: LegacyValue | undefined): Element | undefined {
  if (!isMessage(value)) return undefined;
  const [[name, inner] = [], second] = Object.entries(value);
  if (name === undefined || inner === undefined || second !== undefined || Array.isArray(inner)) return undefined;
  return { name, value: inner };
}

/** An XML document of the tree; members whose names begin with `@` are attributes. A bare carriage return would be read as a line feed. */
export const xmlOf = (tree: LegacyMessage): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${BUILDER.build(legible(tree)).replaceAll('\r', '&#13;')}`;

/** What XML 1.0 cannot hold, not even as a reference (§2.2). */
const ILLEGAL = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function legible(value: LegacyValue): LegacyValue {
  if (typeof value === 'string') return value.replaceAll(ILLEGAL, '\ufffd');
  if (!isMessage(value)) return value.map(legible);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (inner === undefined ? [] : [[name, legible(inner)]])),
  );
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' } as const;
const escaped = (raw: string): string => raw.replaceAll(/[&<>]/g, (one) => ESCAPES[one as keyof typeof ESCAPES]);

/** White space between elements is no text, and a text beside elements is none of a legacy message. */
function unescapedAll(value: LegacyValue): LegacyValue {
  if (typeof value === 'string') return unescaped(value);
  if (!isMessage(value)) return value.map(unescapedAll);
  const elements = Object.entries(value).filter(([name]) => name !== '#text');
  return Object.fromEntries(elements.map(([name, inner]) => [name, unescapedAll(inner ?? '')]));
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&([^;]*);/g, (_, name: string) => CHARACTERS[name] ?? characterOf(name));

/** The character of `#65` or `#x41`; throws for any other entity. */
function characterOf(name: string): string {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) throw new RangeError(`There is no entity ${name}.`);
  return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
}
