/// <reference lib="dom" />
import { COVERAGE_SIGNS, OUTCOME_SIGNS, type Sign } from '../sign.ts';
import { badge, marks } from './badges.ts';
import { openDialog } from './dialog.ts';
import { type Child, element } from './elements.ts';
import { data, hashOf, rowOf } from './page-state.ts';

/** How many scenarios of one obligation are named. */
const NAMED = 200;

const signOf = (standing: string): Sign => COVERAGE_SIGNS[standing] ?? { tone: 'doubt', sign: '?', word: standing };

/** The scenario's id as a link, and how it ended. */
export function scenarioLink(id: string): HTMLElement {
  const row = rowOf(id);
  const found = row === undefined ? undefined : data.rows[row];
  if (row === undefined || found === undefined) return element('code', {}, id);
  return element(
    'span',
    { class: 'scenario-link' },
    badge(OUTCOME_SIGNS[found.outcome]),
    ' ',
    element('a', { href: hashOf(row) }, id),
  );
}

function obligation(at: number): Child {
  const found = data.obligations[at];
  if (found === undefined) return undefined;
  const { subject, id, standing, reason, claimedBy } = found;
  const links = claimedBy.slice(0, NAMED).map((scenario) => element('li', {}, scenarioLink(scenario)));
  const rest = claimedBy.length - links.length;
  return element(
    'article',
    { class: 'finding' },
    marks(badge(signOf(standing)), element('code', {}, id)),
    element('h3', {}, subject),
    reason === undefined ? undefined : element('p', {}, reason),
    links.length === 0
      ? element('p', { class: 'quiet' }, 'No scenario claims it.')
      : element('ul', { class: 'plain-list' }, links),
    rest > 0 ? element('p', {}, `and ${rest} more`) : undefined,
  );
}

/** Shows the obligations behind a cell of the map, each with its scenarios. */
export function openObligations(places: readonly number[]): void {
  const only = places.length === 1 ? data.obligations[places[0] ?? -1] : undefined;
  openDialog(only?.subject ?? `${places.length} promises`, places.map(obligation));
}
