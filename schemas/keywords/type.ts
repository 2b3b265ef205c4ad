import type { KeywordRule } from './keyword-rule.ts';

/** A value of each type; none of `integer`, which a place of type `number` takes. */
const VALUES: Readonly<Record<string, unknown>> = {
  null: null,
  number: 1.5,
  string: 'text',
  boolean: true,
  array: [],
  object: {},
};

/** Source: JSON Schema Validation §6.1.1, as OpenAPI 3.0 restricts it to one type. */
export const type: KeywordRule = {
  candidates: (schema, samples) => {
    const own = String(schema.type);
    const others = Object.keys(VALUES).filter((name) => name !== own);
    return [
      ...(own === 'boolean' ? [] : [{ label: 'typical', title: 'a typical value', value: samples.own(1) }]),
      ...(own === 'boolean'
        ? [true, false].map((value) => ({ label: String(value), title: String(value), value }))
        : []),
      ...others.map((name) => ({
        label: name,
        title: name === 'null' ? 'null' : `of type ${name}`,
        value: VALUES[name],
      })),
    ];
  },
};

/** Source: OpenAPI 3.0.3 §4.7.24. */
export const nullable: KeywordRule = {
  candidates: () => [{ label: 'null', title: 'null', value: null }],
  unbreakable: ({ nullable: allowed }) =>
    allowed === true
      ? 'it permits null and forbids nothing'
      : 'it repeats what the type says: null is refused by the type',
};
