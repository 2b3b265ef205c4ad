import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { CoverageOf } from './finish-run.ts';
import { type RunHeader, type RunRecord, runRecordOf, type ScenarioRecord, scenarioRecordOf } from './run-record.ts';

const unmergeable = (message: string): SuiteError =>
  new SuiteError('USAGE', message, { hint: 'Name the directories of all shards of one run, each once, and no other.' });

/** What the shards of one run have in common, as text. */
const commonOf = ({ suite, contract, legacyContract, target, failOn, baseline, partial, shard }: RunRecord): string =>
  JSON.stringify([suite, contract, legacyContract, target.name, failOn, baseline?.accepted, partial, shard?.total]);

/** The shards in their order (USAGE where one is missing, twice there, or of another run). */
function inOrder(records: readonly RunRecord[]): readonly [RunRecord, ...RunRecord[]] {
  const [first, ...rest] = records.toSorted((a, b) => (a.shard?.current ?? 0) - (b.shard?.current ?? 0));
  if (first === undefined) throw unmergeable('There is no run to merge');
  const whole = first.shard?.total ?? 1;
  const other = rest.find((record) => commonOf(record) !== commonOf(first));
  if (other !== undefined)
    throw unmergeable('The runs differ in suite, contract, target, baseline or number of shards');
  for (let current = 1; current <= whole; current += 1) {
    const found = records.filter(({ shard }) => (shard?.current ?? 1) === current).length;
    if (found !== 1) throw unmergeable(`Shard ${current}/${whole} is there ${found} times`);
  }
  return [first, ...rest];
}

/** The head of the whole: begun with the first of them, under an id that names all. */
function headerOf(records: readonly [RunRecord, ...RunRecord[]]): RunHeader {
  const [{ format, suite, contract, legacyContract, target, failOn, baseline, partial }] = records;
  return {
    format,
    id: records.map(({ id }) => id).join('+'),
    suite,
    contract,
    ...(legacyContract && { legacyContract }),
    target,
    failOn,
    ...(baseline && { baseline: { file: baseline.file, accepted: baseline.accepted } }),
    ...(partial !== undefined && { partial }),
    startedAt: records.map(({ startedAt }) => startedAt).toSorted()[0] ?? '',
  };
}

/** What an earlier shard made already: by tokens' owners, and by what shared invoices are like. */
type Made = Set<string>;

const TOKEN = 'oauth2.token';

/** The places of the exchanges that a shard had to make again for itself. */
function repeated({ exchanges, prepares }: ScenarioRecord, before: Made): ReadonlySet<number> {
  const again = prepares !== undefined && before.has(prepares.what) ? prepares.exchanges : 0;
  return new Set(
    exchanges.flatMap(({ operation, request }, at) =>
      at < again || (operation === TOKEN && before.has(`${TOKEN} ${request.credential}`)) ? [at] : [],
    ),
  );
}

function noteMade({ exchanges, prepares }: ScenarioRecord, made: Made): void {
  if (prepares !== undefined) made.add(prepares.what);
  for (const { operation, request } of exchanges) if (operation === TOKEN) made.add(`${TOKEN} ${request.credential}`);
}

/** The scenario as it would have been after the earlier shards; what is left out stays in its shard's own record. */
function without(scenario: ScenarioRecord, places: ReadonlySet<number>): ScenarioRecord {
  if (places.size === 0) return scenario;
  const { prepares, ...rest } = scenario;
  const kept = (prepares?.exchanges ?? 0) - [...places].filter((place) => place < (prepares?.exchanges ?? 0)).length;
  const moved = (at: number): number => at - [...places].filter((place) => place < at).length;
  return {
    ...scenarioRecordOf({
      ...rest,
      ...(prepares && kept > 0 && { prepares: { ...prepares, exchanges: kept } }),
      ...(rest.answer && { answer: { ...rest.answer, exchange: moved(rest.answer.exchange) } }),
      exchanges: scenario.exchanges.filter((_, at) => !places.has(at)),
    }),
    findings: scenario.findings.map((finding) =>
      finding.exchange === undefined ? finding : { ...finding, exchange: moved(finding.exchange) },
    ),
  };
}

/** The scenarios of all shards, in their order; tokens and shared invoices are made once, as in one run. */
function joined(shards: readonly RunRecord[]): readonly ScenarioRecord[] {
  const made: Made = new Set();
  return shards.flatMap(({ scenarios }) => {
    const before = new Set(made);
    for (const scenario of scenarios) noteMade(scenario, made);
    return scenarios.map((scenario) => without(scenario, repeated(scenario, before)));
  });
}

const exchangesIn = (scenarios: readonly ScenarioRecord[]): number =>
  scenarios.reduce((sum, { exchanges }) => sum + exchanges.length, 0);

/** Why the whole did not come to its end: an outage before a budget, since nothing that was found counts then. */
function endedEarlyIn(shards: readonly RunRecord[]): RunRecord['endedEarly'] {
  const early = shards.flatMap(({ endedEarly }) => endedEarly ?? []);
  return early.find(({ cause }) => cause === 'outage') ?? early[0] ?? null;
}

/** The record of the whole run, of the records of all its shards. One that was not sharded is its own. */
export function mergeRecords(records: readonly RunRecord[], coverageOf: CoverageOf): RunRecord {
  const shards = inOrder(records);
  if (shards.length === 1) return shards[0];
  const scenarios = joined(shards);
  const again = exchangesIn(shards.flatMap((record) => record.scenarios)) - exchangesIn(scenarios);
  const contents = {
    header: headerOf(shards),
    planned: shards.flatMap((record) => [...record.scenarios.map(({ id }) => id), ...record.notRun]),
    scenarios,
    defects: shards.flatMap((record) => record.defects),
    leftovers: shards.flatMap((record) => record.leftovers),
    orphans: shards.flatMap((record) => record.orphans),
    endedEarly: endedEarlyIn(shards),
    end: {
      at:
        shards
          .map(({ finishedAt }) => finishedAt)
          .toSorted()
          .at(-1) ?? '',
      interrupted: shards.some((record) => record.interrupted),
    },
    requests: shards.reduce((sum, { totals }) => sum + totals.requests, -again),
  };
  return runRecordOf(contents, coverageOf(scenarios));
}
