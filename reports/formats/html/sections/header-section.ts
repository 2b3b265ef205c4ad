import type { RunRecord } from '../../../run-record.ts';
import { answerOf } from '../../../summary/answer.ts';
import { PLAIN } from '../../../summary/paint.ts';
import { clipped } from '../../inert-text.ts';
import { type Content, html, type Markup } from '../markup.ts';
import type { PageRow, RowOutcome } from '../page-data.ts';
import { WORST_FIRST } from '../page-rows.ts';
import { OUTCOME_SIGNS, type Tone } from '../sign.ts';

/** Longest answer, and longest fact, in UTF-16 units: ours. */
const LONGEST_ANSWER = 2000;
const LONGEST_FACT = 200;

/** How the answer is marked: by what counts most. */
function toneOf({ defects, interrupted, endedEarly }: RunRecord, counts: ReadonlyMap<RowOutcome, number>): Tone {
  const has = (outcome: RowOutcome): boolean => (counts.get(outcome) ?? 0) > 0;
  if (defects.length > 0) return 'bad';
  if (interrupted || endedEarly !== null) return 'doubt';
  if (has('failed')) return 'bad';
  if (has('undecided') || has('not-run') || !(has('passed') || has('known'))) return 'doubt';
  return 'good';
}

const SIGNS: Readonly<Record<'good' | 'bad' | 'doubt', string>> = { good: '✓', bad: '✕', doubt: '?' };

/** An instant for a person, to the second, in UTC; one that is none as it stands. */
export const instantText = (iso: string): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(iso) ? `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC` : iso;

function factsOf(record: RunRecord): readonly (readonly [string, string])[] {
  const {
    target,
    contract,
    legacyContract,
    suite,
    startedAt,
    finishedAt,
    totals,
    failOn,
    shard,
    partial,
    baseline,
    id,
  } = record;
  const seconds = ((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000).toFixed(1);
  return [
    ['Target', `${target.name} at ${target.baseUrl}`],
    ['Contract', `${contract.file} ${contract.version}`],
    ...(legacyContract ? ([['Legacy contract', `${legacyContract.file} ${legacyContract.version}`]] as const) : []),
    ['Begun', instantText(startedAt)],
    ['Took', `${seconds} s, ${totals.requests} requests`],
    ['Fails on', `${failOn} and firmer`],
    ['Baseline', baseline ? `${baseline.file}, ${baseline.accepted.length} accepted` : 'none used'],
    ...(shard ? ([['Shard', `${shard.current} of ${shard.total}`]] as const) : []),
    ...(partial ? ([['Extent', 'only some scenarios of the suite were asked for']] as const) : []),
    ['Run', id],
    ['Suite', `${suite.name} ${suite.version}`],
  ];
}

/** A fact whose line may end behind a slash: names of files and addresses are too long for one, and have no blanks. */
const breakable = (fact: string): readonly Content[] =>
  fact.split(/(?<=\/)(?!\/)/).map((part, at) => html`${at > 0 && html`<wbr>`}${part}`);

function tile(outcome: RowOutcome, count: number): Markup {
  const { tone, sign, word } = OUTCOME_SIGNS[outcome];
  const kind = count === 0 ? 'none' : tone;
  return html`<li><button type="button" class="tile ${kind}" data-outcome="${outcome}" aria-pressed="false"><span class="tile-count">${count}</span><span class="tile-word"><span aria-hidden="true">${sign}</span> ${word}</span></button></li>`;
}

/** The answer's sentence, and what was judged: less loud, since it is the same each morning. */
function sentence(answer: string): Content {
  const [, main = answer, target = ''] = /^(.*?)( \(target .*)?$/s.exec(answer) ?? [];
  return html`<span>${main}<span class="answer-target">${target}</span></span>`;
}

/** The answer in one sentence, then the counts, then what was run. */
export function headerSection(record: RunRecord, rows: readonly PageRow[]): Markup {
  const counts = new Map<RowOutcome, number>();
  for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const tone = toneOf(record, counts);
  const sign = SIGNS[tone === 'good' || tone === 'bad' ? tone : 'doubt'];
  const tiles = WORST_FIRST.map((outcome) => tile(outcome, counts.get(outcome) ?? 0));
  const facts = factsOf(record).map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${breakable(clipped(value, LONGEST_FACT))}</dd></div>`,
  );
  return html`<section class="answer ${tone}" aria-labelledby="answer">
<h1 id="answer"><span class="answer-sign" aria-hidden="true">${sign}</span>${sentence(clipped(answerOf(record, PLAIN), LONGEST_ANSWER))}</h1>
<ul class="tiles" aria-label="Scenarios by outcome">${tiles}</ul>
</section>
<dl class="facts">${facts}</dl>`;
}
