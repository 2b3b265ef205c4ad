/** What stands in a member of a legacy message: a text, more members, or several of either. */
export type LegacyValue = string | LegacyMessage | readonly LegacyValue[];

/** A legacy message in any of its formats: members by local name, every scalar as text; what is absent is undefined. */
export interface LegacyMessage {
  readonly [member: string]: LegacyValue | undefined;
}

/** How deep a message may nest, in levels: ours; a documented one has five. */
export const MAX_LEVELS = 16;

/** Whether a value has members of its own. */
export const isMessage = (value: LegacyValue | undefined): value is LegacyMessage =>
  typeof value === 'object' && !Array.isArray(value);

/** The value along some members, of a list its first item; undefined where there is none. */
export function memberAt(message: LegacyValue | undefined, ...path: readonly string[]): LegacyValue | undefined {
  const [name, ...rest] = path;
  const one: LegacyValue | undefined = Array.isArray(message) ? message[0] : message;
  if (name === undefined) return one;
  return isMessage(one) && Object.hasOwn(one, name) ? memberAt(one[name], ...rest) : undefined;
}

/** The text along some members; undefined where none stands there. */
export function textAt(message: LegacyValue | undefined, ...path: readonly string[]): string | undefined {
  const value = memberAt(message, ...path);
  return typeof value === 'string' ? value : undefined;
}

/** The value of a member as a list: formats without lists write one item as if it were no list. */
export function listAt(message: LegacyMessage, name: string): readonly LegacyValue[] {
  const value = Object.hasOwn(message, name) ? message[name] : undefined;
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly LegacyValue[]) : [value];
}
