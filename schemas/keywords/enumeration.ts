import type { KeywordRule } from './keyword-rule.ts';

/** A value as part of an id; its number where it has characters that no id may have. */
const labelOf = (value: unknown, index: number): string =>
  /^[\w-]+$/.test(String(value)) ? `is-${String(value)}` : `is-value-${index + 1}`;

/** Source: JSON Schema Validation §6.1.2. */
export const enumeration: KeywordRule = {
  candidates: (schema) => {
    const values = schema.enum as unknown[];
    const outside = typeof values[0] === 'number' ? Math.max(...values.map(Number)) + 1 : `${values[0]}_NOT_LISTED`;
    return [
      ...values.map((value, index) => ({ label: labelOf(value, index), title: String(value), value })),
      { label: 'not-listed', title: 'a value that is not listed', value: outside },
    ];
  },
};
