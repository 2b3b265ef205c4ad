/// <reference lib="dom" />
import { button, element } from './elements.ts';
import { say } from './say.ts';

/** Puts a text on the clipboard in the old way: a page from disk has no other in some browsers. */
function copySelected(text: string, near: HTMLElement): boolean {
  const area = element('textarea', { class: 'unseen', 'aria-hidden': 'true', tabindex: '-1' });
  area.value = text;
  near.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}

async function copy(text: string, near: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, near);
  }
}

/** A button that copies a text exactly, also what is shown written out. */
export function copyButton(name: string, text: string): HTMLButtonElement {
  const made = button(`Copy ${name}`, { class: 'copy' }, async () => {
    const isCopied = await copy(text, made.parentElement ?? document.body);
    made.textContent = isCopied ? 'Copied' : 'Select it and copy';
    say(isCopied ? `${name} copied` : `${name} could not be copied`);
    setTimeout(() => {
      made.textContent = `Copy ${name}`;
    }, 2000);
  });
  return made;
}

/** A text to be copied, with its button. */
export const copyBlock = (name: string, text: string): HTMLElement =>
  element('div', { class: 'copy-block' }, copyButton(name, text), element('pre', { tabindex: '0' }, text));
