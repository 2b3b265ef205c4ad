import { bounded, DEEPEST, excerpt } from './bounds.ts';
import { assertCarried } from './carried.ts';
import type { Codec, Decoded } from './codec.ts';
import { type Message, type MessageValue, messageOf } from './message.ts';
import { EVERYWHERE } from './restrictions.ts';

/** What a JSON text is cut into here: an escaped character, a quote, a colon, a number (or digits within a text). */
const TOKEN = /\\[\s\S]|[":]|-?\d[\d.eE+-]*/g;

/**
 * A JSON text with its numbers as texts, since parsed as numbers they would lose digits; and how many members it
 * writes, one a colon.
 */
function withNumbersAsText(json: string): { readonly text: string; readonly written: number } {
  let isWithinText = false;
  let written = 0;
  const text = json.replaceAll(TOKEN, (token) => {
    if (token === '"') isWithinText = !isWithinText;
    if (isWithinText || token === '"') return token;
    if (token !== ':') return `"${token}"`;
    written++;
    return token;
  });
  return { text, written };
}

const isObject = (value: unknown): value is object => value !== null && typeof value === 'object';

/** The problem with a parsed value's shape, in a sentence: too deep, or fewer members than were written. */
function shapeProblem(value: object, written: number): string | undefined {
  let level = [value];
  let members = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return `The body nests deeper than ${DEEPEST} levels.`;
    for (const object of level) if (!Array.isArray(object)) members += Object.keys(object).length;
    level = level.flatMap((object) => Object.values(object).filter(isObject));
  }
  return members < written ? 'The body names a member twice in one object: readers differ in which counts.' : undefined;
}

const isPresent = (value: unknown): boolean => value !== null;

/** Null says that there is no value: a member that is null is as absent as one that is left out. */
function normal(value: unknown): MessageValue {
  if (Array.isArray(value)) return value.filter(isPresent).map(normal);
  return isObject(value) ? normalMessage(value) : String(value);
}

const normalMessage = (value: object): Message =>
  messageOf(
    Object.entries(value)
      .filter(([, member]) => isPresent(member))
      .map(([name, member]) => [name, normal(member)]),
  );

function parseError(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** Parsed as it came first: only in what is JSON can a number be told by its looks. */
function decode(body: string): Decoded {
  const error = parseError(body);
  if (error !== undefined) return { undecodable: `The body is not JSON: ${excerpt(error)}` };
  const { text, written } = withNumbersAsText(body);
  const value: unknown = JSON.parse(text);
  if (!isObject(value) || Array.isArray(value))
    return { undecodable: `The body is JSON, but no object: ${excerpt(body)}` };
  const problem = shapeProblem(value, written);
  return problem === undefined ? { root: null, message: normalMessage(value) } : { undecodable: problem };
}

/** JSON: the message as nested objects; the root's name is not written. */
export const json: Codec = {
  format: 'JSON',
  mediaType: 'application/json',
  encodeRequest: (root, message) => {
    assertCarried('JSON', root, message, EVERYWHERE);
    return JSON.stringify(message);
  },
  decodeRequest: bounded(decode),
  decodeResponse: bounded(decode),
};
