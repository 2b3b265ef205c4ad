import { VERDICT_WORDS } from '../progress.ts';
import type { RunRecord } from '../run-record.ts';
import { answerOf } from '../summary/answer.ts';
import { counted, grouped } from '../summary/columns.ts';
import { drawnIn } from '../summary/departures.ts';
import { PLAIN } from '../summary/paint.ts';
import { type Standing, standingIn } from './causes.ts';
import type { Format } from './format.ts';
import { clipped } from './inert-text.ts';
import { code, prose, table } from './markdown/markdown-text.ts';
import { sectionsOf } from './markdown/sections.ts';
import { withinBudget } from './markdown/within-budget.ts';

/** What GitHub takes for the summary of one step, in bytes: 1 MiB, and nothing at all of a longer one. */
const MOST_BYTES = 1 << 20;

/** How many topics have a row of their own, and how long a name of one may be. */
const TOPICS = 100;
const LONGEST_NAME = 200;

/** Longest answer, in UTF-16 units: ours. */
const LONGEST_ANSWER = 2000;

function runLine({ totals, startedAt, finishedAt, contract, suite, id }: RunRecord): string {
  const seconds = ((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000).toFixed(1);
  const what = `${totals.requests} requests in ${seconds} s, ${contract.file} ${contract.version}, ${suite.name} ${suite.version}`;
  return `Begun ${startedAt}: ${prose(clipped(what, LONGEST_ANSWER))}. All evidence stands in \`run.json\` of ${code(clipped(id, LONGEST_NAME))}.`;
}

/** What each finding means, in the order in which it matters. */
const STANDINGS: readonly (readonly [Standing, string])[] = [
  ['new', 'new: fails the run'],
  ['known', 'known: accepted in the baseline, of any level'],
  ['weak', 'too weak to fail the run'],
  ['open', 'left open by the contract'],
];

function standings(record: RunRecord): string {
  const drawn = grouped(drawnIn(record), standingIn(record));
  const rows = STANDINGS.map(([standing, words]) => {
    const members = drawn.get(standing) ?? [];
    const scenarios = new Set(members.map(({ scenario }) => scenario.id)).size;
    return [words, String(members.length), String(scenarios)];
  });
  return table(['findings', 'drawn', 'scenarios'], rows);
}

function topics({ scenarios }: RunRecord): string {
  const groups = [...grouped(scenarios, ({ topic }) => topic)];
  const rows = [...groups.slice(0, TOPICS), ['all', scenarios] as const].map(([topic, members]) => [
    prose(clipped(topic, LONGEST_NAME)),
    ...VERDICT_WORDS.map(([verdict]) => String(members.filter((one) => one.verdict === verdict).length)),
  ]);
  const rest = groups.length - TOPICS;
  const more = rest > 0 ? `\n\n${counted(rest, 'more topic')} in \`run.json\`.` : '';
  return `${table(['topic', ...VERDICT_WORDS.map(([, word]) => word)], rows)}${more}`;
}

/** A page for a person, below 1 MiB: the answer, new against known, topics, then causes; what is left out is counted in its place. */
export const markdown: Format = function* (record, context) {
  const answer = prose(clipped(answerOf(record, PLAIN), LONGEST_ANSWER));
  const parts = [`## ${answer}`, runLine(record), standings(record), topics(record)];
  const head = parts.map((part) => `${part}\n\n`).join('');
  yield head;
  yield* withinBudget(sectionsOf(record, context), MOST_BYTES - Buffer.byteLength(head));
};
