/** A member of a JSON object; undefined for what is no object, and for what only every object inherits. */
export const memberOf = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** The same where it is a text. */
export function textOf(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === 'string' ? member : undefined;
}

/** The same where it is a number; some recorders write numbers as texts. */
export function numberOf(value: unknown, name: string): number | undefined {
  const member = memberOf(value, name);
  const number = typeof member === 'string' && member !== '' ? Number(member) : member;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
