/// <reference lib="dom" />
import { OUTCOME_SIGNS } from '../sign.ts';
import { badge, counted, msText } from './badges.ts';
import { byId, element } from './elements.ts';
import { filterNow, rowsLeft } from './filters.ts';
import { data, hashOf } from './page-state.ts';

/** How many rows are made at a time: more come as one scrolls, or asks. */
const AT_A_TIME = 60;

const memory: { left: readonly number[]; made: number } = { left: [], made: 0 };

/** The rows that the filter leaves, for the dialog's way to the next. */
export const leftRows = (): readonly number[] => memory.left;

function rowElement(at: number): HTMLElement {
  const row = data.rows[at];
  if (row === undefined) return element('li');
  const { id, title, topic, level, outcome, ms, kinds, isFlaky } = row;
  return element(
    'li',
    {},
    element(
      'a',
      { class: 'row', href: hashOf(at) },
      badge(OUTCOME_SIGNS[outcome]),
      element(
        'span',
        { class: 'row-names' },
        element('span', { class: 'row-id' }, id),
        element('span', { class: 'row-title' }, title),
      ),
      element('span', { class: 'row-kinds' }, [...kinds, ...(isFlaky ? ['flaky'] : [])].join(', ')),
      element('span', { class: 'row-facts' }, [topic, level ?? ''].filter(Boolean).join(' · ')),
      element('span', { class: 'row-ms' }, msText(ms)),
    ),
  );
}

/** Makes the next rows, at most `most`. */
export function makeMore(most = AT_A_TIME): void {
  const next = memory.left.slice(memory.made, memory.made + most);
  byId('list').append(...next.map(rowElement));
  memory.made += next.length;
  byId('more').hidden = memory.made >= memory.left.length;
}

function pressTiles(outcome: string): void {
  for (const tile of document.querySelectorAll('[data-outcome]'))
    tile.setAttribute('aria-pressed', String(tile.getAttribute('data-outcome') === outcome));
}

/** Shows what the filter leaves, from the top. */
export function showList(): void {
  const filter = filterNow();
  memory.left = rowsLeft(filter);
  memory.made = 0;
  byId('list').replaceChildren();
  byId('rows').scrollTop = 0;
  makeMore();
  const all = counted(data.rows.length, 'scenario');
  byId('count').textContent =
    memory.left.length === data.rows.length
      ? `${all}, the worst first.`
      : `${memory.left.length.toLocaleString('en')} of ${all}.`;
  pressTiles(filter.outcome);
}

/** Keeps the list as the form says, and makes rows as they come into sight. */
export function startList(): void {
  const form = byId<HTMLFormElement>('filters');
  form.addEventListener('input', showList);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(showList));
  byId('more').addEventListener('click', () => makeMore());
  const grow = (seen: readonly IntersectionObserverEntry[]): void => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) makeMore();
  };
  new IntersectionObserver(grow, { root: byId('rows'), rootMargin: '200px' }).observe(byId('more'));
  showList();
}
