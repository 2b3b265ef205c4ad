import type { AlternativeGroup, NormalSchema, Term } from './normal-schema.ts';
import { stableText } from './stable-text.ts';

/** How a schema below is written. */
type Inner = (schema: NormalSchema) => string;

const own: Inner = ({ text }) => text;

/** The same text for groups of the same branches, whatever their order. */
export const groupText = ({ keyword, branches }: AlternativeGroup, inner: Inner = own): string =>
  `${keyword}(${branches.map(inner).toSorted()})`;

const termsText = (terms: ReadonlyMap<string, Term>): readonly string[] =>
  [...terms].map(([name, { value }]) => stableText([name, value]));

function belowText(mark: string, schema: NormalSchema | null, inner: Inner): readonly string[] {
  const text = schema ? inner(schema) : '';
  return text ? [mark + text] : [];
}

/** The same text for schemas that say the same, notes apart; empty for one that says nothing. */
export function textOf(schema: Omit<NormalSchema, 'text'>, inner: Inner = own): string {
  const said = [
    ...termsText(schema.keywords),
    ...[...schema.required.keys()].map((name) => `!${name}`),
    ...[...schema.members].map(([name, member]) => `${JSON.stringify(name)}:${inner(member)}`),
    ...belowText('*', schema.items, inner),
    ...belowText('+', schema.others, inner),
    ...schema.groups.map((group) => groupText(group, inner)),
  ];
  return said.length === 0 ? '' : `{${said.toSorted()}}`;
}
