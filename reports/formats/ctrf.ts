import { codeOf } from '../kinds/kind-pages.ts';
import type { RunRecord, ScenarioRecord } from '../run-record.ts';
import type { Format, FormatContext } from './format.ts';
import { inert } from './inert-text.ts';
import { type Outcome, outcomeIn } from './outcome.ts';
import { scenarioText } from './scenario-text.ts';
import { specPathOf } from './spec-path.ts';

/** CTRF's version of itself (ctrf.io). */
const SPEC_VERSION = '0.0.0';

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/** CTRF's word for each outcome: what is undecided is neither passed nor failed. */
const STATUSES: Readonly<Record<Outcome, Status>> = {
  passed: 'passed',
  failed: 'failed',
  known: 'skipped',
  undecided: 'other',
  inapplicable: 'skipped',
};

/** Milliseconds since the epoch. */
const at = (instant: string): number => Date.parse(instant);

function summaryOf(
  { scenarios, notRun, defects, startedAt, finishedAt }: RunRecord,
  outcomes: readonly Outcome[],
): object {
  const of = (status: Status): number => outcomes.filter((outcome) => STATUSES[outcome] === status).length;
  return {
    tests: scenarios.length + notRun.length + defects.length,
    passed: of('passed'),
    failed: of('failed') + defects.length,
    skipped: of('skipped'),
    pending: notRun.length,
    other: of('other'),
    flaky: scenarios.filter(({ flaky }) => flaky !== undefined).length,
    start: at(startedAt),
    stop: at(finishedAt),
  };
}

/** The codes of what departs in it, each once. */
const codesIn = ({ findings }: ScenarioRecord): readonly string[] => [
  ...new Set(findings.flatMap(({ kind }) => codeOf(kind) ?? [])),
];

function testOf(record: RunRecord, scenario: ScenarioRecord, outcome: Outcome, { explain }: FormatContext): object {
  const { id, title, topic, operation, clause, level, verdict, flaky, debugIds, startedAt, durationMs } = scenario;
  const told = outcome === 'passed' ? undefined : scenarioText(record, scenario, explain);
  return {
    name: inert(id),
    status: STATUSES[outcome],
    rawStatus: outcome === 'known' ? 'known' : verdict,
    duration: Math.round(durationMs),
    start: at(startedAt),
    stop: at(startedAt) + Math.round(durationMs),
    suite: [inert(operation), inert(topic)],
    tags: [inert(topic)],
    labels: { level },
    filePath: specPathOf(clause),
    line: clause.line,
    ...(told && { message: told.line, trace: told.full }),
    ...(flaky !== undefined && { flaky: true, retries: 1 }),
    extra: {
      title: inert(title),
      clause: inert(clause.pointer),
      debugIds: debugIds.map(inert),
      codes: codesIn(scenario),
    },
  };
}

function* testsOf(record: RunRecord, outcomes: readonly Outcome[], context: FormatContext): Generator<object> {
  for (const [index, scenario] of record.scenarios.entries())
    yield testOf(record, scenario, outcomes[index] ?? 'undecided', context);
  for (const { scenario, message } of record.defects)
    yield {
      name: inert(scenario || 'the run'),
      status: 'failed',
      rawStatus: 'defect',
      duration: 0,
      message: inert(message),
    };
  for (const id of record.notRun) yield { name: inert(id), status: 'pending', rawStatus: 'not run', duration: 0 };
}

/** CTRF, the Common Test Report Format: one test a scenario; those that were not run are pending, defects of the suite failed. */
export const ctrf: Format = function* (record, context) {
  const { id, suite, target, contract, finishedAt } = record;
  const outcomes = record.scenarios.map(outcomeIn(record));
  const head = { reportFormat: 'CTRF', specVersion: SPEC_VERSION, runId: id, timestamp: finishedAt };
  yield `${JSON.stringify({ ...head, generatedBy: suite.name, extra: { target, contract } }).slice(0, -1)},"results":`;
  const tool = { name: suite.name, version: suite.version };
  yield `${JSON.stringify({ tool, summary: summaryOf(record, outcomes) }).slice(0, -1)},"tests":[`;
  let separator = '\n';
  for (const test of testsOf(record, outcomes, context)) {
    yield `${separator}${JSON.stringify(test)}`;
    separator = ',\n';
  }
  yield '\n]}}\n';
};
