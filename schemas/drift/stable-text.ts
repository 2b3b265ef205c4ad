/** A JSON value as text, the members of its objects in order: the same for values that are equal. */
export function stableText(value: unknown, isLeftOut?: (member: string) => boolean): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => stableText(item, isLeftOut)).join(',')}]`;
  const members = Object.entries(value).filter(([name]) => !isLeftOut?.(name));
  const texts = members.map(([name, member]) => `${JSON.stringify(name)}:${stableText(member, isLeftOut)}`);
  return `{${texts.toSorted().join(',')}}`;
}

/** Whether two JSON values are equal, whatever the order of members. */
export const isEqual = (one: unknown, other: unknown): boolean => stableText(one) === stableText(other);

/** A text as it is, anything else as stable text. */
export const toldText = (value: unknown): string => (typeof value === 'string' ? value : stableText(value));
