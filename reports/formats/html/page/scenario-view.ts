/// <reference lib="dom" />
import type { PageDetail, PageRow } from '../page-data.ts';
import { OUTCOME_SIGNS } from '../sign.ts';
import { badge, counted, marks, msText } from './badges.ts';
import { clauseView } from './clause-view.ts';
import { type Child, element } from './elements.ts';
import { exchangeView } from './exchange-view.ts';
import { findingView } from './finding-view.ts';

function note(label: string, text: string | undefined): Child {
  return text === undefined ? undefined : element('p', { class: 'note' }, element('strong', {}, `${label} `), text);
}

function notesOf({ reason, flaky, gap, prepares }: PageDetail): readonly Child[] {
  const shared = prepares && `${prepares.what}: its first ${counted(prepares.exchanges, 'exchange')}`;
  return [
    note('Why', reason),
    note('Flaky: at first', flaky),
    note('The contract has no word for it:', gap),
    note('It also prepared', shared),
  ];
}

function exchanges({ exchanges: all, findings }: PageDetail): Child {
  if (all.length === 0) return undefined;
  const views = all.map((exchange, at) => {
    const finding = findings.find((one) => one.exchange === at);
    const view = exchangeView(exchange, at + 1, finding);
    view.open = finding !== undefined;
    return view;
  });
  return element('div', {}, element('h3', {}, `Exchanges: ${all.length}`), views);
}

/** Everything about one scenario, below its title. */
export function scenarioView(row: PageRow, detail: PageDetail | null): readonly Child[] {
  const head = marks(badge(OUTCOME_SIGNS[row.outcome]), row.level ?? undefined, row.operation, row.topic);
  if (detail === null) return [head, element('p', {}, 'It was planned, and came to no verdict.')];
  const facts = `Begun ${detail.startedAt}, took ${msText(row.ms)}; rests on ${detail.origin}.`;
  const { findings } = detail;
  return [
    head,
    element('p', { class: 'quiet' }, facts),
    notesOf(detail),
    findings.length === 0 ? undefined : element('h3', {}, `Findings: ${findings.length}`),
    findings.map((finding) => findingView(row.id, finding, detail)),
    element('h3', {}, 'Clause'),
    clauseView(detail.clause),
    exchanges(detail),
  ];
}
