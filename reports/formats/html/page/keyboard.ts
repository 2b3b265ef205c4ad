/// <reference lib="dom" />
import { byId } from './elements.ts';
import { makeMore } from './list.ts';

/** Keys that move within the list, and by how many rows. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

const rows = (): readonly HTMLElement[] => [...byId('list').querySelectorAll<HTMLElement>('a.row')];

/** Moves the focus by some rows; beyond the last of them, more are made. */
function move(from: number, step: number): void {
  const to = Math.max(0, from + step);
  if (to >= rows().length) makeMore();
  const all = rows();
  all[Math.min(to, all.length - 1)]?.focus();
}

function inList(event: KeyboardEvent): void {
  const at = rows().indexOf(event.target as HTMLElement);
  const step = STEPS[event.key];
  if (at < 0 || step === undefined) return;
  event.preventDefault();
  if (at + step < 0) byId('search').focus();
  else move(at, step);
}

/** Keys: all of them with a modifier or where the focus is, so that none gets into the way of speech or typing. */
export function startKeyboard(): void {
  byId('list').addEventListener('keydown', inList);
  byId('search').addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(0, 0);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    byId('search').focus();
  });
}
