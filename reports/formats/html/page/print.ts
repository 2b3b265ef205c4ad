/// <reference lib="dom" />
import { makeMore } from './list.ts';

/** How many scenarios go on paper: the worst of those that the filter leaves. */
const PRINTED = 300;

/** On paper sections and causes stand open, and the list is as long as is worth it; single exchanges stay as they are. */
export function startPrint(): void {
  addEventListener('beforeprint', () => {
    makeMore(PRINTED);
    for (const closed of document.querySelectorAll<HTMLDetailsElement>('section > details, details.cause')) {
      closed.open = true;
      // The event of its own comes only after the page was printed.
      closed.dispatchEvent(new Event('toggle'));
    }
  });
}
