import type { Candidate, KeywordRule, Samples } from './keyword-rule.ts';

const sample = (samples: Samples): Record<string, unknown> => samples.own(1) as Record<string, unknown>;

function without(samples: Samples, name: string): Candidate {
  const { [name]: _, ...rest } = sample(samples);
  return { label: `without-${name}`, title: `without ${name}`, value: rest };
}

/** More members than this no request carries: ours. */
const MOST_SENDABLE = 10_000;

function ofCount(samples: Samples, count: number): Candidate[] {
  if (count < 0 || count > MOST_SENDABLE + 1) return [];
  const title = `${count} ${count === 1 ? 'member' : 'members'}`;
  return [{ label: `members-${count}`, title, value: samples.ofMembers(count) }];
}

/** Source: JSON Schema Validation §6.5.3. */
export const required: KeywordRule = {
  candidates: (schema, samples) => [
    { label: 'typical', title: 'a typical value', value: sample(samples) },
    ...(schema.required as string[]).map((name) => without(samples, name)),
  ],
};

/** Source: JSON Schema Validation §6.5.2. */
export const minProperties: KeywordRule = {
  candidates: ({ minProperties: limit }, samples) =>
    [Number(limit) - 1, Number(limit), Number(limit) + 1].flatMap((count) => ofCount(samples, count)),
  unbreakable: ({ minProperties: limit }) => (limit === 0 ? 'no object has fewer than 0 members' : undefined),
};

/** Source: JSON Schema Validation §6.5.1. */
export const maxProperties: KeywordRule = {
  candidates: ({ maxProperties: limit }, samples) =>
    [Number(limit) - 1, Number(limit), Number(limit) + 1].flatMap((count) => ofCount(samples, count)),
  unbreakable: ({ maxProperties: limit }) =>
    Number(limit) > MOST_SENDABLE ? `an object of more than ${limit} members cannot be sent` : undefined,
};

/** Source: JSON Schema §9.3.2.3. A schema as its value is entered like any other; `true` forbids nothing. */
export const additionalProperties: KeywordRule = {
  candidates: ({ additionalProperties: value }, samples) =>
    value === false
      ? [
          { label: 'typical', title: 'a typical value', value: sample(samples) },
          {
            label: 'unknown-member',
            title: 'with a member that the contract does not know',
            value: { ...sample(samples), x_unknown: 'x' },
          },
        ]
      : [],
  unbreakable: ({ additionalProperties: value }) => (value === false ? undefined : 'no member is forbidden'),
};
