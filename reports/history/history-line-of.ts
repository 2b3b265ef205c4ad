import type { Exchange } from '../../schemas/exchange.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import { standingIn } from '../formats/causes.ts';
import type { CoverageEntry, RunRecord, ScenarioRecord } from '../run-record.ts';
import { grouped } from '../summary/columns.ts';
import { type Drawn, drawnIn } from '../summary/departures.ts';
import type { HistoryFinding, HistoryLine, RunEnding, VerdictLetter } from './history-line.ts';
import { historyPlaceOf, historyText } from './history-place.ts';
import { latencyOf } from './latency-of.ts';

/** How many departures of one run a line holds: ours; a service that answers nonsense may show any number. */
const MOST_FINDINGS = 500;

const LETTERS: Readonly<Record<Verdict, VerdictLetter>> = {
  pass: 'p',
  fail: 'f',
  inconclusive: 'i',
  inapplicable: 'a',
};

const endingOf = ({ interrupted, endedEarly }: RunRecord): RunEnding =>
  endedEarly?.cause ?? (interrupted ? 'interrupted' : 'whole');

/** Departures of one kind at one place that mean the same for the run, each with all scenarios that show it. */
function findingsIn(record: RunRecord): readonly HistoryFinding[] {
  const places = new Map(record.scenarios.map(({ id }, at) => [id, at]));
  const standing = standingIn(record);
  const keyOf = (drawn: Drawn): string => {
    const { kind, level, pointer } = drawn.finding;
    return JSON.stringify([kind, historyPlaceOf(pointer), level, standing(drawn)]);
  };
  return [...grouped(drawnIn(record), keyOf).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, level, pointer } = first.finding;
    const shown = [...new Set(group.map(({ scenario }) => places.get(scenario.id) ?? 0))];
    const place = historyPlaceOf(pointer);
    return [{ kind, place, level, standing: standing(first), in: shown.toSorted((a, b) => a - b) }];
  });
}

function coverageOf(coverage: readonly CoverageEntry[]): Pick<HistoryLine, 'coverage'> {
  if (coverage.length === 0) return {};
  const verified = coverage.filter(({ standing }) => standing === 'verified').length;
  return { coverage: { verified, obligations: coverage.length } };
}

function totalsOf({ totals }: RunRecord): HistoryLine['totals'] {
  const { planned, pass, fail, inconclusive, inapplicable, notRun, defects, requests } = totals;
  return { planned, pass, fail, inconclusive, inapplicable, notRun, defects, requests };
}

/** All exchanges of a record that holds its evidence. */
export function* exchangesOf({ scenarios }: { readonly scenarios: readonly ScenarioRecord[] }): Generator<Exchange> {
  for (const { exchanges } of scenarios) yield* exchanges;
}

/** What a history keeps of a run. `exchanges` are all of its calls: a record may have left its evidence in the file. */
export function historyLineOf(record: RunRecord, exchanges: Iterable<Exchange> = exchangesOf(record)): HistoryLine {
  const { id, suite, contract, target, failOn, startedAt, finishedAt, shard, partial, scenarios, notRun } = record;
  const findings = findingsIn(record);
  const leftOut = findings.length - MOST_FINDINGS;
  return {
    format: 1,
    run: id,
    suite,
    contract,
    target,
    failOn,
    startedAt,
    finishedAt,
    ...(shard && { shard }),
    ...(partial && { partial }),
    ended: endingOf(record),
    totals: totalsOf(record),
    ...coverageOf(record.coverage),
    findings: findings.slice(0, MOST_FINDINGS),
    ...(leftOut > 0 && { findingsLeftOut: leftOut }),
    scenarios: [...scenarios.map((scenario) => scenario.id), ...notRun].map(historyText),
    verdicts: scenarios.map(({ verdict }) => LETTERS[verdict]).join('') + 'n'.repeat(notRun.length),
    flaky: scenarios.flatMap(({ flaky }, at) => (flaky === undefined ? [] : [at])),
    latency: latencyOf(exchanges),
  };
}
