import { bounded, excerpt } from './bounds.ts';
import { assertCarried } from './carried.ts';
import type { Codec, Decoded } from './codec.ts';
import { isList, type MessageValue } from './message.ts';
import { type Branch, gapIn, messageIn, put } from './nv-tree.ts';
import { IN_NV } from './restrictions.ts';

const escaped = (text: string): string => encodeURIComponent(text).replaceAll('%20', '+');

/** Undefined where an escape is no hexadecimal one, or its bytes are no UTF-8. */
function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function pairsOf(name: string, value: MessageValue): readonly string[] {
  if (typeof value === 'string') return [`${name}=${escaped(value)}`];
  if (isList(value)) return value.flatMap((item, index) => pairsOf(`${name}(${index})`, item));
  return Object.entries(value).flatMap(([member, held]) => pairsOf(name === '' ? member : `${name}.${member}`, held));
}

/** Takes one pair in; a sentence where it cannot be read. */
function take(root: Branch, pair: string): string | undefined {
  const end = pair.indexOf('=');
  if (end < 0) return `${excerpt(pair)} is no pair of a name and a value.`;
  const name = unescaped(pair.slice(0, end));
  const text = unescaped(pair.slice(end + 1));
  if (name === undefined || text === undefined) return `${excerpt(pair)} has an escape that stands for no character.`;
  return put(root, name, text);
}

/** A name that stands twice is refused: which of its values counts is up to each reader. */
function decode(body: string): Decoded {
  const root: Branch = new Map();
  for (const pair of body.split('&')) {
    const problem = pair === '' ? undefined : take(root, pair);
    if (problem !== undefined) return { undecodable: `The body is not NV: ${problem}` };
  }
  const gap = gapIn(root);
  if (gap !== undefined) return { undecodable: `The body is not NV: the indices of ${excerpt(gap)} leave a gap.` };
  return { root: null, message: messageIn(root) };
}

/** Names and values, percent-encoded, e.g. `error(0).errorId=580022`; the root's name is not written. */
export const nv: Codec = {
  format: 'NV',
  mediaType: 'application/x-www-form-urlencoded',
  encodeRequest: (root, message) => {
    assertCarried('NV', root, message, IN_NV);
    return pairsOf('', message).join('&');
  },
  decodeRequest: bounded(decode),
  decodeResponse: bounded(decode),
};
