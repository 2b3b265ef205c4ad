import { excerpt } from './bounds.ts';
import type { Decoded } from './codec.ts';
import { type Message, type MessageValue, messageOf } from './message.ts';
import { type Element, hasText } from './read-element.ts';

const contentOf = (element: Element): MessageValue => (element.children.length > 0 ? messageIn(element) : element.text);

/** Children of one name are one member; where there are several it is a list. */
function messageIn({ children }: Element): Message {
  const members = new Map<string, [MessageValue, ...MessageValue[]]>();
  for (const child of children) {
    const values = members.get(child.name);
    if (values) values.push(contentOf(child));
    else members.set(child.name, [contentOf(child)]);
  }
  return messageOf(Array.from(members, ([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

/** An element as a message, and its local name as the message's root; namespaces are not looked at. */
export function rootMessage(element: Element): Decoded {
  if (hasText(element))
    return { undecodable: `${excerpt(element.name)} holds text where a message has members: ${excerpt(element.text)}` };
  return { root: element.name, message: messageIn(element) };
}
