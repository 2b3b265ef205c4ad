import { type FormatName, fullFormats } from 'ajv-formats/dist/formats.js';
import { NOTABLE_ADDRESSES } from './email-address.ts';
import type { Candidate, KeywordRule, SchemaObject } from './keyword-rule.ts';

/** The greatest 32-bit number (OpenAPI 3.0.3 §4.4, `int32`). */
const GREATEST_INT32 = 2 ** 31 - 1;

/** Formats that whatever JSON can carry conforms to (OpenAPI 3.0.3 §4.4): they tell how a value is meant. */
const ONLY_TELLING: ReadonlySet<string> = new Set(['int64', 'float', 'double', 'password', 'binary']);

const isPublished = (name: string): name is FormatName => Object.hasOwn(fullFormats, name);

const int32: readonly Candidate[] = [GREATEST_INT32, GREATEST_INT32 + 1].map((value) => ({
  label: `number-${value}`,
  title: String(value),
  value,
}));

/** Why nothing breaks a format; undefined where something does. */
function unbreakable({ format: name }: SchemaObject): string | undefined {
  if (!isPublished(String(name))) return `${name} is a format of the vendor's own: no definition of it is published`;
  return ONLY_TELLING.has(String(name)) ? `${name} only tells how a value is meant: none breaks it` : undefined;
}

/** Source: OpenAPI 3.0.3 §4.4 (formats are open-valued): only a published format can be broken knowingly. */
export const format: KeywordRule = {
  candidates: (schema, samples) => {
    const name = String(schema.format);
    if (name.includes('email'))
      return NOTABLE_ADDRESSES.map(({ address, ...candidate }) => ({ ...candidate, value: address }));
    if (name === 'int32') return int32;
    if (unbreakable(schema) !== undefined) return [];
    return [
      { label: 'typical', title: 'a typical value', value: samples.own(1) },
      { label: 'off-format', title: `text that is no ${name}`, value: 'not of any format' },
    ];
  },
  unbreakable,
};
