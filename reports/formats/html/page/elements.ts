/// <reference lib="dom" />
import { inertLines } from '../../inert-text.ts';

/** What an element may hold: texts become text nodes, in which whatever would act is written out. */
export type Child = Node | string | number | undefined | readonly Child[];

/** Attributes by name; `true` is an attribute without value, undefined and false none. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

function appendTo(parent: Element, child: Child): void {
  if (child === undefined) return;
  if (child instanceof Node) parent.append(child);
  else if (typeof child === 'string' || typeof child === 'number') parent.append(inertLines(String(child)));
  else for (const one of child) appendTo(parent, one);
}

/** A new element. No markup is ever read from a text: this is the only way in which the page grows. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, inertLines(value));
  for (const child of children) appendTo(made, child);
  return made;
}

/** The element of the page with that id: the page always has it. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found as E;
}

/** A button that does something. */
export function button(words: Child, attributes: Attributes, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, words);
  made.addEventListener('click', act);
  return made;
}
