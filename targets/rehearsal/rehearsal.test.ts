import { describe, expect, test } from 'vitest';
import { baselineFor } from '../../reports/read-baseline.ts';
import { summaryOf } from '../../reports/summary.ts';
import { type Exchange, headerOf } from '../../schemas/exchange.ts';
import { cancelScenarios } from '../../suites/cancel/cancel-scenarios.ts';
import { cancelScenario, rehearsed } from '../../tests/rehearsing.ts';
import { KNOWN_DEPARTURES } from './departures.ts';
import { TOKEN_CALLS } from './faults.ts';
import { type RehearsalOptions, startRehearsal } from './rehearsal.ts';

const baseline = baselineFor('sandbox', undefined);

async function run(options: RehearsalOptions, over: Partial<Parameters<typeof rehearsed>[0]> = {}) {
  const rehearsal = await startRehearsal(options);
  await rehearsal.ready();
  try {
    const outcome = await rehearsed({ target: rehearsal.target, scenarios: cancelScenarios, ...over });
    return { ...outcome, seen: [...rehearsal.seen] };
  } finally {
    await rehearsal.close();
  }
}

/** One scenario of every kind of answer: 204, 400, 401, 403, 404, 415, 422. */
const EVERY_ANSWER = [
  'cancel.state.sent',
  'cancel.state.scheduled',
  'cancel.state.unknown',
  'cancel.access.foreign',
  'cancel.access.malformed-token',
  'cancel.request.note.length-4001',
  'cancel.request.media-type.plain',
].map(cancelScenario);

describe('the whole suite on the rehearsed sandbox', () => {
  test('is not red with the shipped baseline, which it uses whole', async () => {
    const { record, exitCode, open, stays } = await run({}, baseline && { baseline });
    expect(record.scenarios.flatMap(({ findings }) => findings).filter(({ accepted }) => !accepted)).toEqual([]);
    expect(record.totals).toMatchObject({ inconclusive: 0, notRun: 0 });
    expect(record.totals.fail).toBeGreaterThan(50);
    expect(record.baseline).toMatchObject({ unseen: [], expired: [] });
    expect([exitCode, open, stays]).toEqual([0, 0, []]);
    expect(summaryOf(record, { explain: () => '', paths: [] })).toMatch(
      /^No new departure in \d+ scenarios; \d+ known \(target rehearsal/,
    );
  });

  test('says that what is mended is no longer seen', async () => {
    const { record, exitCode } = await run(
      { departures: [] },
      { ...(baseline && { baseline }), scenarios: EVERY_ANSWER },
    );
    expect(record.baseline?.unseen).toEqual(baseline?.accepted.map(({ id }) => id));
    expect(exitCode).toBe(0);
  });

  test('is red where anything else departs, although the known is accepted', async () => {
    const departures = KNOWN_DEPARTURES.map((known) =>
      known.id === 'message-of-415' ? { ...known, change: reworded(known.change) } : known,
    );
    const { record, exitCode } = await run({ departures }, { ...(baseline && { baseline }), scenarios: EVERY_ANSWER });
    expect(exitCode).toBe(1);
    expect(record.baseline).toMatchObject({ unseen: [], changed: ['message-of-415'] });
  });
});

const reworded =
  (change: (typeof KNOWN_DEPARTURES)[number]['change']): typeof change =>
  (answer) => {
    const changed = change(answer);
    return { ...changed, body: String(changed.body).replace('is not supported', 'is NOT supported') };
  };

describe('each known departure alone', () => {
  test.each(KNOWN_DEPARTURES.map((departure) => [departure.id, departure] as const))('%s', async (_, departure) => {
    const { record } = await run({ departures: [departure] }, { scenarios: EVERY_ANSWER });
    const failing = record.scenarios.flatMap(({ findings }) => findings).filter(({ level }) => level === 'MUST');
    expect([...new Set(failing.map(({ kind }) => kind))]).toEqual(departure.draws);
  });
});

type Run = Awaited<ReturnType<typeof run>>;

const callsOf = ({ seen }: Run, name: RegExp): number => seen.filter((call) => name.test(call.name)).length;

/** How far the service's clock was ahead in the last answer, in seconds. */
function aheadIn({ record }: Run): number {
  const { response, startedAt } = record.scenarios.at(-1)?.exchanges.at(-1) as Exchange;
  const date = response.kind === 'answer' ? headerOf(response.headers, 'date') : undefined;
  return (Date.parse(date ?? '') - Date.parse(startedAt)) / 1000;
}

/** Every bad day that a run has to get over, and what shows that it was one: the same verdicts as on a good one. */
const BAD_DAYS: readonly (readonly [string, RehearsalOptions, (run: Run) => boolean])[] = [
  ['reads that lag by two', { readsLag: 2 }, (run) => callsOf(run, /^GET/) > 3 * callsOf(run, /\/send$/)],
  ['a token that stops working', { tokensExpireAfterCalls: 150 }, (run) => callsOf(run, TOKEN_CALLS) > 2],
  ['a clock ten minutes ahead', { clockAheadS: 600 }, (run) => Math.abs(aheadIn(run) - 600) < 30],
  ['a clock ten minutes behind', { clockAheadS: -600 }, (run) => Math.abs(aheadIn(run) + 600) < 30],
];

describe('a bad day changes no verdict', () => {
  test.each(BAD_DAYS)('%s', async (_, options, isBad) => {
    const outcome = await run(options, baseline && { baseline });
    const unknown = outcome.record.scenarios.filter(({ verdict }) => verdict === 'inconclusive');
    expect(unknown.map(({ id, reason }) => [id, reason])).toEqual([]);
    expect([outcome.exitCode, outcome.open, isBad(outcome)]).toEqual([0, 0, true]);
  });
});

/** More than a run of one scenario makes. */
const CALLS_OF_ONE = 14;

test('whenever the tokens stop working, nothing is held against the service', async () => {
  const scenarios = [cancelScenario('cancel.access.foreign')];
  const verdicts: unknown[] = [];
  for (let tokensExpireAfterCalls = 1; tokensExpireAfterCalls <= CALLS_OF_ONE; tokensExpireAfterCalls += 1) {
    const { record } = await run({ tokensExpireAfterCalls, departures: [] }, { scenarios });
    const [result] = record.scenarios;
    expect([tokensExpireAfterCalls, result?.findings]).toEqual([tokensExpireAfterCalls, []]);
    verdicts.push(result?.verdict);
  }
  // Both merchants' tokens stop at once: where the second try meets the second one, nothing is known.
  expect(verdicts.filter((verdict) => verdict === 'pass').length).toBeGreaterThan(CALLS_OF_ONE - 3);
  expect(verdicts).not.toContain('fail');
});
