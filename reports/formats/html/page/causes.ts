/// <reference lib="dom" />
import type { PageCause } from '../page-data.ts';
import { STANDING_SIGNS } from '../sign.ts';
import { badge, counted } from './badges.ts';
import { clauseView } from './clause-view.ts';
import { button, byId, type Child, element } from './elements.ts';
import { exchangeView } from './exchange-view.ts';
import { bodyView, kindLink, sides, ticketView } from './finding-view.ts';
import { scenarioLink } from './obligations-view.ts';
import { data, detailOf } from './page-state.ts';

/** How many causes are made at a time, and how many scenarios of one are named. */
const AT_A_TIME = 20;
const NAMED = 20;

const day = (instant: string): string => instant.slice(0, 10);

function historyText({ history }: PageCause): string | undefined {
  if (history === undefined) return undefined;
  const { firstSeen, ageDays, runs, lastGood } = history;
  const age = ageDays === 0 ? 'today' : counted(ageDays, 'day');
  const since =
    runs === 1 ? 'First seen in this run' : `First seen ${day(firstSeen)}, ${age} old, in ${counted(runs, 'run')}`;
  return `${since}; last good run ${lastGood === undefined ? 'unknown' : lastGood.slice(0, 16).replace('T', ' ')}.`;
}

function acceptedText({ accepted }: PageCause): string | undefined {
  if (accepted === undefined) return undefined;
  const { reason, owner, date, source } = accepted;
  return `Accepted by ${owner} on ${date}: ${reason} Source: ${source}`;
}

function scenarioLinks({ scenarios, shows }: PageCause): Child {
  const links = scenarios.slice(0, NAMED).map((at) => element('li', {}, scenarioLink(data.rows[at]?.id ?? '')));
  const rest = shows - links.length;
  return element(
    'div',
    {},
    element('h4', {}, `Shows in ${counted(shows, 'scenario')}`),
    element('ul', { class: 'plain-list' }, links, rest > 0 ? element('li', {}, `and ${rest} more`) : undefined),
  );
}

/** The evidence of the scenario in which it showed first. */
async function evidence({ finding, scenarios: [first] }: PageCause): Promise<readonly Child[]> {
  const detail = first === undefined ? null : await detailOf(first);
  if (detail === null || first === undefined) return [];
  const id = data.rows[first]?.id ?? '';
  const exchange = detail.exchanges[finding.exchange ?? -1];
  const views = detail.exchanges.map((one, at) =>
    exchangeView(one, at + 1, at === finding.exchange ? finding : undefined),
  );
  return [
    bodyView(finding, exchange),
    element('h4', {}, `Every exchange of ${id}`),
    views,
    ticketView(id, finding, exchange),
  ];
}

async function fill(box: HTMLElement, cause: PageCause): Promise<void> {
  const { finding } = cause;
  const where = finding.pointer === '' ? undefined : element('p', {}, 'Member ', element('code', {}, finding.pointer));
  const texts = [historyText(cause), acceptedText(cause)].map((text) =>
    text === undefined ? undefined : element('p', { class: 'note' }, text),
  );
  const before = [
    element(
      'p',
      {},
      kindLink(finding.kind),
      ': ',
      data.kinds[finding.kind]?.title ?? 'a kind that this version does not know',
    ),
    texts,
    sides(finding),
    where,
  ];
  box.append(element('div', {}, before, element('h4', {}, 'The clause'), clauseView(finding.clause)));
  box.append(element('div', {}, await evidence(cause), scenarioLinks(cause)));
}

function causeElement(cause: PageCause, isOpen: boolean): HTMLElement {
  const { finding, standing, shows } = cause;
  const box = element('div', { class: 'cause-body' });
  const made = element(
    'details',
    { class: `cause ${STANDING_SIGNS[standing].tone}` },
    element(
      'summary',
      {},
      element(
        'span',
        { class: 'marks' },
        badge(STANDING_SIGNS[standing]),
        element('span', {}, finding.level),
        element('code', {}, data.kinds[finding.kind]?.code),
        element('span', {}, finding.kind),
        element('span', { class: 'quiet' }, `in ${counted(shows, 'scenario')}`),
      ),
      element('span', { class: 'cause-title', role: 'heading', 'aria-level': '3' }, finding.explanation),
    ),
    box,
  );
  made.addEventListener('toggle', () => {
    if (made.open && box.childElementCount === 0) void fill(box, cause);
  });
  made.open = isOpen;
  return made;
}

/** Makes the next causes; the first that fails the run stands open. */
function makeCauses(box: HTMLElement): void {
  const made = box.querySelectorAll('details.cause').length;
  const next = data.causes.slice(made, made + AT_A_TIME);
  box.querySelector('.more')?.remove();
  box.append(...next.map((cause, at) => causeElement(cause, made + at === 0 && cause.standing === 'new')));
  const rest = data.causes.length - made - next.length;
  if (rest > 0)
    box.append(button(`Show more: ${counted(rest, 'cause')} left`, { class: 'plain more' }, () => makeCauses(box)));
}

/** Shows the findings of the run by cause. */
export const startCauses = (): void => makeCauses(byId('causes'));
