import type { Candidate, KeywordRule, Samples } from './keyword-rule.ts';

/** Larger arrays would not fit into a request or answer: ours, in items. */
const LONGEST_SENDABLE = 100_000;

function ofSize(samples: Samples, size: number): Candidate[] {
  if (size < 0 || size > LONGEST_SENDABLE) return [];
  const value = Array.from({ length: size }, (_, index) => samples.item(index + 1));
  return [{ label: `items-${size}`, title: `${size} ${size === 1 ? 'item' : 'items'}`, value }];
}

/** Source: JSON Schema Validation §6.4.2. */
export const minItems: KeywordRule = {
  candidates: ({ minItems: limit }, samples) =>
    [Number(limit) - 1, Number(limit), Number(limit) + 1].flatMap((size) => ofSize(samples, size)),
  unbreakable: ({ minItems: limit }) => (limit === 0 ? 'no array has fewer than 0 items' : undefined),
};

/** Source: JSON Schema Validation §6.4.1. */
export const maxItems: KeywordRule = {
  candidates: ({ maxItems: limit }, samples) =>
    Number(limit) >= LONGEST_SENDABLE
      ? []
      : [Number(limit), Number(limit) + 1].flatMap((size) => ofSize(samples, size)),
  unbreakable: ({ maxItems: limit }) =>
    Number(limit) >= LONGEST_SENDABLE ? `an array of more than ${limit} items cannot be sent` : undefined,
};

/** Source: JSON Schema Validation §6.4.3. */
export const uniqueItems: KeywordRule = {
  candidates: (_schema, samples) => [
    { label: 'distinct', title: 'two items that differ', value: [samples.item(1), samples.item(2)] },
    { label: 'repeated', title: 'the same item twice', value: [samples.item(1), samples.item(1)] },
  ],
  unbreakable: ({ uniqueItems: wanted }) => (wanted === true ? undefined : 'uniqueItems: false forbids nothing'),
};
