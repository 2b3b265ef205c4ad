import type { RunRecord, ScenarioRecord } from '../run-record.ts';
import { grouped } from '../summary/columns.ts';
import type { Format, FormatContext } from './format.ts';
import { type Outcome, outcomeIn } from './outcome.ts';
import { scenarioText } from './scenario-text.ts';
import { specPathOf } from './spec-path.ts';
import { xmlAttributes, xmlText } from './xml-text.ts';

/** The element of JUnit for each outcome: what is known is skipped, what is undecided an error. */
const ELEMENTS: Readonly<Record<Outcome, 'failure' | 'error' | 'skipped' | undefined>> = {
  passed: undefined,
  failed: 'failure',
  known: 'skipped',
  undecided: 'error',
  inapplicable: 'skipped',
};

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

/** A suite's counts, of the outcomes in it. */
function countsOf(outcomes: readonly Outcome[], moreErrors = 0) {
  const of = (element: string): number => outcomes.filter((outcome) => ELEMENTS[outcome] === element).length;
  return {
    tests: outcomes.length + moreErrors,
    failures: of('failure'),
    errors: of('error') + moreErrors,
    skipped: of('skipped'),
  };
}

function properties({ level, clause, debugIds }: ScenarioRecord): string {
  const pairs = [['level', level], ['clause', clause.pointer], ...debugIds.map((id) => ['debug-id', id])];
  const lines = pairs.map(([name, value]) => `<property${xmlAttributes({ name, value })}/>`);
  return `<properties>${lines.join('')}</properties>`;
}

function testcase(record: RunRecord, scenario: ScenarioRecord, outcome: Outcome, { explain }: FormatContext): string {
  const { id, operation, topic, clause, durationMs } = scenario;
  const place = { file: specPathOf(clause), line: clause.line };
  const head = xmlAttributes({ name: id, classname: `${operation}.${topic}`, ...place, time: seconds(durationMs) });
  const element = ELEMENTS[outcome];
  if (element === undefined) return `    <testcase${head}>${properties(scenario)}</testcase>\n`;
  const { kind, line, full } = scenarioText(record, scenario, explain);
  const why = xmlAttributes({ message: line, type: outcome === 'known' ? 'known' : kind });
  return `    <testcase${head}>${properties(scenario)}<${element}${why}>${xmlText(full)}</${element}></testcase>\n`;
}

/** What struck outside of a verdict: defects of the suite, and scenarios that were planned and not run. */
function* unjudged({ defects, notRun, suite }: RunRecord): Generator<string> {
  if (defects.length + notRun.length === 0) return;
  yield `  <testsuite${xmlAttributes({ name: suite.name, ...countsOf([], defects.length + notRun.length) })}>\n`;
  for (const { scenario, code, message, hint } of defects) {
    const error = xmlAttributes({ message, type: code });
    yield `    <testcase${xmlAttributes({ name: scenario ?? 'the run', classname: suite.name })}><error${error}>${xmlText(hint ?? message)}</error></testcase>\n`;
  }
  for (const id of notRun)
    yield `    <testcase${xmlAttributes({ name: id, classname: suite.name })}><error message="It was planned and not run." type="not-run"/></testcase>\n`;
  yield '  </testsuite>\n';
}

/** JUnit XML: one testcase a scenario, with file and line of its clause; one suite a topic. */
export const junit: Format = function* (record, context) {
  const { scenarios, startedAt, finishedAt, suite, target, defects, notRun } = record;
  const outcomeOf = outcomeIn(record);
  const all = countsOf(scenarios.map(outcomeOf), defects.length + notRun.length);
  const time = seconds(Date.parse(finishedAt) - Date.parse(startedAt));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${xmlAttributes({ name: `${suite.name} ${target.name}`, ...all, time })}>\n`;
  for (const [topic, members] of grouped(scenarios, (scenario) => scenario.topic)) {
    const outcomes = members.map(outcomeOf);
    const spent = seconds(members.reduce((sum, { durationMs }) => sum + durationMs, 0));
    yield `  <testsuite${xmlAttributes({ name: topic, ...countsOf(outcomes), time: spent, timestamp: startedAt })}>\n`;
    for (const [at, scenario] of members.entries())
      yield testcase(record, scenario, outcomes[at] ?? 'undecided', context);
    yield '  </testsuite>\n';
  }
  yield* unjudged(record);
  yield '</testsuites>\n';
};
