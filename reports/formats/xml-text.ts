import { clipped, inert, inertLines } from './inert-text.ts';

/** Longest text and longest attribute, in UTF-16 units: ours; the record has all of it. */
const LONGEST = 50_000;
const LONGEST_ATTRIBUTE = 10_000;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** A text between tags of XML 1.0; what XML cannot hold is written out, and `]]>` cannot arise. */
export const xmlText = (text: string): string => escaped(inertLines(clipped(text, LONGEST)));

/** Attributes with a space before each; those without a value are left out. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escaped(inert(clipped(String(value), LONGEST_ATTRIBUTE)))}"`],
    )
    .join('');
