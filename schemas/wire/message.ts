/** A member of a legacy message in normal form: every scalar is text, as it stood on the wire. */
export type MessageValue = string | Message | readonly MessageValue[];

/** A legacy message in normal form, whatever format it travelled in: members by local name; undefined when absent. */
export interface Message {
  readonly [member: string]: MessageValue;
}

/** The members that repeat by the page's tables (ErrorData, ErrorParameter), and are lists even where one stands. */
const REPEATED: ReadonlySet<string> = new Set(['error', 'parameter']);

/** Whether a member is a list even where one stands. */
export const isRepeated = (name: string): boolean => REPEATED.has(name);

/** Whether a value is a list. */
export const isList = (value: MessageValue): value is readonly MessageValue[] => Array.isArray(value);

/**
 * Members in normal form. They become members of the object's own, whatever their name: `__proto__` is one like any
 * other.
 */
export const messageOf = (members: Iterable<readonly [name: string, value: MessageValue]>): Message =>
  Object.fromEntries(
    Array.from(members, ([name, value]) => [name, isRepeated(name) && !isList(value) ? [value] : value]),
  );
