/// <reference lib="dom" />
import { supportTicket } from '../../../support-ticket.ts';
import type { PageDetail, PageExchange, PageFinding } from '../page-data.ts';
import { STANDING_SIGNS } from '../sign.ts';
import { badge, marks } from './badges.ts';
import { clauseView } from './clause-view.ts';
import { copyBlock } from './copy.ts';
import { type Child, element } from './elements.ts';
import { markedBody } from './marked-body.ts';
import { data } from './page-state.ts';

/** Expected against actual, side by side where there is room. */
export const sides = ({ expected, actual }: Pick<PageFinding, 'expected' | 'actual'>): HTMLElement =>
  element(
    'dl',
    { class: 'sides' },
    element('div', {}, element('dt', {}, 'Expected'), element('dd', {}, expected)),
    element('div', {}, element('dt', {}, 'Actual'), element('dd', {}, actual)),
  );

/** The kind of a finding with its permanent code, linked to its page. */
export function kindLink(kind: PageFinding['kind']): HTMLElement {
  const known = data.kinds[kind];
  if (known === undefined) return element('code', {}, kind);
  return element('a', { href: `#${known.code}`, class: 'kind-link' }, element('code', {}, known.code), ` ${kind}`);
}

/** A ticket for PayPal's support; undefined where the page lacks the evidence. */
export function ticketView(
  scenario: string,
  finding: Omit<PageFinding, 'standing'>,
  exchange: PageExchange | undefined,
): Child {
  if (exchange?.whole === undefined) return undefined;
  const { operation, ms, whole } = exchange;
  const text = supportTicket({
    run: data.run,
    scenario,
    finding,
    exchange: { operation, durationMs: ms, ...whole },
  });
  return element('details', {}, element('summary', {}, 'Support ticket'), copyBlock('ticket', text));
}

/** The answer's body with the member marked. */
export function bodyView(finding: Pick<PageFinding, 'pointer'>, exchange: PageExchange | undefined): Child {
  const response = exchange?.whole?.response;
  if (response === undefined || response.kind === 'failure') return undefined;
  return element(
    'div',
    {},
    element('h4', {}, `The answer: ${response.status}`),
    markedBody(response.body, finding.pointer),
  );
}

/** One finding of a scenario, with all that belongs to it. */
export function findingView(scenario: string, finding: PageFinding, { exchanges }: PageDetail): HTMLElement {
  const exchange = exchanges[finding.exchange ?? -1];
  const where = finding.pointer === '' ? undefined : element('p', {}, 'Member ', element('code', {}, finding.pointer));
  return element(
    'article',
    { class: 'finding' },
    marks(badge(STANDING_SIGNS[finding.standing]), finding.level, kindLink(finding.kind)),
    element('h4', {}, finding.explanation),
    sides(finding),
    where,
    clauseView(finding.clause),
    ticketView(scenario, finding, exchange),
  );
}
