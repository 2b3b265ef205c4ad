import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayAt, night } from '../../tests/history-samples.ts';
import { EXCHANGE, FINDING, resultOf } from '../../tests/run-samples.ts';
import { PLAIN } from '../summary/paint.ts';
import { ageOf, findingAgesOf } from './finding-ages.ts';
import { flakeRatesOf } from './flake-rates.ts';
import { historyFault } from './history-schema.ts';
import { historyUntil } from './history-until.ts';
import { latencyOf } from './latency-of.ts';
import { latencyTrends } from './latency-trend.ts';
import { readHistory } from './read-history.ts';
import { trendSection } from './trend-text.ts';
import { historyFile, writeHistory } from './write-history.ts';

const passed = (id: string) => resultOf(id);
const failed = (id: string, over: Partial<typeof FINDING> = {}) =>
  resultOf(id, { verdict: 'fail', findings: [{ ...FINDING, ...over }] });
const undecided = (id: string) => resultOf(id, { verdict: 'inconclusive', reason: 'away' });
const temporary = () => mkdtempSync(join(tmpdir(), 'history-'));

describe('a line', () => {
  test('keeps verdicts, departures by place, and percentiles of what was answered', () => {
    const shown = { pointer: '/links/2/rel', accepted: 'known' };
    const line = night(1, [
      passed('a'),
      failed('b', shown),
      failed('c', { ...shown, pointer: '/links/0/rel' }),
      undecided('d'),
    ]);
    expect(line).toMatchObject({
      ...{ format: 1, run: 'run-1', ended: 'whole', scenarios: ['a', 'b', 'c', 'd'], verdicts: 'pffi', flaky: [] },
      findings: [{ kind: 'wrong-status', place: '/links/*/rel', level: 'MUST', standing: 'known', in: [1, 2] }],
      latency: { 'invoices.cancel': { calls: 4, failed: 0, p50: 2.5, max: 2.5 } },
    });
    expect(historyFault(JSON.parse(JSON.stringify(line)))).toBeUndefined();
  });

  test('of 123 scenarios of which half depart stays below 8 kB', () => {
    const results = Array.from({ length: 123 }, (_, at) => {
      const id = `cancel.request.additional_recipients.number-${at}`;
      return at % 2 ? passed(id) : failed(id, { pointer: '/links/0' });
    });
    expect(JSON.stringify(night(1, results)).length).toBeLessThan(8192);
  });

  test('holds no more of what a service made up than it can bear', () => {
    const place = `/${'x'.repeat(1 << 16)}\u001b[2J`;
    const findings = Array.from({ length: 600 }, (_, at) => ({ ...FINDING, pointer: `${place}${at}x` }));
    const line = night(1, [resultOf('a', { verdict: 'fail', findings })]);
    expect({ kept: line.findings.length, leftOut: line.findingsLeftOut }).toEqual({ kept: 500, leftOut: 100 });
    expect(JSON.stringify(line).length).toBeLessThan(200_000);
    expect(new Set(line.findings.map((one) => one.place)).size).toBe(500);
    expect(ageOf(findingAgesOf([line]), 'a', findings[0] ?? FINDING)).toMatchObject({ runs: 1 });
  });

  test('has percentiles by nearest rank, in tenths of a millisecond', () => {
    const calls = Array.from({ length: 100 }, (_, at) => ({ ...EXCHANGE, durationMs: 100 - at + 0.04 }));
    const hung = {
      ...EXCHANGE,
      durationMs: 30_000,
      response: { kind: 'failure', code: 'TIMEOUT', message: '' },
    } as const;
    expect(latencyOf([...calls, hung])).toEqual({
      'invoices.cancel': { calls: 100, failed: 1, p50: 50, p90: 90, p99: 99, max: 100 },
    });
  });
});

describe('a history is kept', () => {
  test('in one file a run, so that two machines never write to the same, and one twice is once', () => {
    const root = temporary();
    const lines = [night(1, [passed('a')]), night(1, [passed('a')], { id: 'other' }), night(2, [passed('a')])];
    for (const line of [...lines, lines[0] as (typeof lines)[0]]) writeHistory(root, line);
    expect(readdirSync(join(root, 'prism'))).toHaveLength(3);
    expect(historyFile('h', lines[0] as (typeof lines)[0])).toMatch(/^h\/prism\/20260101T031700Z-[0-9a-f]{8}\.ndjson$/);
    const read = readHistory(root);
    expect(read.complaints).toEqual([]);
    expect(read.lines).toEqual(expect.arrayContaining(lines));
  });

  test('and read with its broken lines named, whatever broke them', () => {
    const file = join(temporary(), 'all.ndjson');
    const [one, two] = [night(1, [passed('a')]), night(2, [passed('a')])].map((line) => JSON.stringify(line));
    const short = JSON.stringify({ ...night(3, [passed('a')]), verdicts: '' });
    const lost = JSON.stringify({ ...night(3, [passed('a')]), flaky: [7] });
    writeFileSync(file, [one, two?.slice(0, 99), '', '{"a":1}', short, lost, two].join('\n'));
    const { lines, complaints } = readHistory(file);
    expect(lines.map(({ run }) => run)).toEqual(['run-1', 'run-2']);
    expect(complaints).toEqual([
      `${file}:2 is half written, or not JSON, and is left out`,
      `${file}:4 is wrong at its top: it must have required property 'format', and is left out`,
      `${file}:5 has 0 verdicts of 1 scenarios, and is left out`,
      `${file}:6 names scenario 7 of 1, and is left out`,
    ]);
  });

  test.each([
    [
      'an older format',
      JSON.stringify({ ...night(1, [passed('a')]), format: 0 }),
      /:1 is of an older format, 0; this suite reads 1/,
    ],
    [
      'a newer format',
      JSON.stringify({ ...night(1, [passed('a')]), format: 2 }),
      /:1 is of a newer format, 2; this suite reads 1/,
    ],
    ['broken lines only', 'hello\n{', /holds no history: .*:1 is half written, or not JSON/],
  ])('but %s is refused', (_, text, message) => {
    const file = join(temporary(), 'all.ndjson');
    writeFileSync(file, text);
    expect(() => readHistory(file)).toThrow(
      expect.objectContaining({ code: 'RECORD_UNREADABLE', message: expect.stringMatching(message) }),
    );
  });

  test('nothing is there on the first night, and what is named has to be there', () => {
    const root = temporary();
    mkdirSync(join(root, 'prism'));
    expect(readHistory(root)).toEqual({ lines: [], complaints: [] });
    expect(() => readHistory(join(root, 'nowhere'))).toThrow(/There is no history at .*nowhere/);
  });
});

describe('the runs up to one', () => {
  const own = night(5, [passed('a')]);
  const runs = (...lines: Parameters<typeof historyUntil>[0]) => historyUntil(lines, own).map(({ run }) => run);

  test('are each there once, in order, itself last', () => {
    expect(runs(night(4, [passed('a')]), night(1, [passed('a')]), night(4, [passed('a')]), own)).toEqual([
      'run-1',
      'run-4',
      'run-5',
    ]);
  });

  test('neither later ones, nor those of another target or another service', () => {
    const service = { name: 'sandbox', judges: 'service', baseUrl: 'https://api-m.sandbox.paypal.com' } as const;
    const there = night(5, [passed('a')], { id: 'there', target: service });
    const others = [
      night(6, [passed('a')]),
      night(4, [passed('a')], { target: service }),
      night(3, [passed('a')], { target: { ...service, baseUrl: 'http://127.0.0.1:1' } }),
    ];
    expect(runs(...others)).toEqual(['run-5']);
    expect(historyUntil(others, there).map(({ run }) => run)).toEqual(['run-4', 'there']);
  });

  test('shards are left to the run that they were merged to', () => {
    const shard = (id: string, current: number) =>
      night(4, [passed(`s${current}`)], { id, shard: { current, total: 2 } });
    const merged = night(4, [passed('s1'), passed('s2')], { id: 'x+y' });
    expect(runs(shard('x', 1), shard('y', 2))).toEqual(['x', 'y', 'run-5']);
    expect(runs(shard('x', 1), merged, shard('y', 2))).toEqual(['x+y', 'run-5']);
  });
});

describe('since when a departure is there', () => {
  const ageIn = (...nights: Parameters<typeof findingAgesOf>[0]) => ageOf(findingAgesOf(nights), 'a', FINDING);

  test('by the runs that decided its scenario: first seen, this time since, last good', () => {
    const nights = [
      night(1, [failed('a')]),
      night(2, [passed('a')]),
      night(3, [failed('a')]),
      night(4, [undecided('a')]),
      night(6, [failed('a')]),
    ];
    expect(ageIn(...nights)).toEqual({
      ...{ firstSeen: dayAt(1), since: dayAt(3), runs: 2, days: 3 },
      lastGood: { run: 'run-2', startedAt: dayAt(2) },
    });
  });

  test('another departure of the same scenario is a good run for this one', () => {
    expect(ageIn(night(1, [failed('a', { kind: 'wrong-name' })]), night(2, [failed('a')]))).toMatchObject({
      ...{ firstSeen: dayAt(2), lastGood: { run: 'run-1' } },
    });
  });

  test('an outage is no good run, and what it shows is no departure', () => {
    const away = { ...night(1, [passed('a')]), ended: 'outage' } as const;
    expect(ageIn(away, night(2, [failed('a')]))).toMatchObject({ firstSeen: dayAt(2), lastGood: null });
  });
});

describe('flake rates', () => {
  const verdicts = (letters: string) =>
    [...letters].map((letter, at) =>
      night(at + 1, [
        letter === 'F'
          ? resultOf('a', { flaky: 'at first' })
          : letter === 'f'
            ? failed('a')
            : letter === 'i'
              ? undecided('a')
              : passed('a'),
      ]),
    );

  test.each([
    ['ppppf', 0],
    ['ppfff', 0],
    ['pfppp', 1 / 5],
    ['pfpfp', 3 / 5],
    ['ppFpp', 1 / 5],
    ['pfipp', 1 / 4],
    ['iiiii', 0],
  ])('of %s', (letters, rate) => {
    expect(flakeRatesOf(verdicts(letters))[0]?.rate ?? 0).toBe(rate);
  });

  test('look back on 90 runs', () => {
    const old = verdicts('pfp');
    const since = Array.from({ length: 90 }, () => night(9, [passed('a')]));
    expect(flakeRatesOf([...old, ...since.slice(1)])).toHaveLength(0);
    expect(flakeRatesOf([...old, ...since.slice(3)])).toMatchObject([{ runs: 90, flaky: 1 }]);
  });
});

test('latency stands beside the median of the runs before', () => {
  const taking = (day: number, durationMs: number) =>
    night(day, [resultOf('a', { exchanges: [{ ...EXCHANGE, durationMs }] })]);
  expect(latencyTrends([taking(1, 10), taking(2, 30), taking(3, 20), taking(4, 90)])).toMatchObject([
    { operation: 'invoices.cancel', now: { p50: 90 }, usual: { p50: 20, p90: 20, p99: 20 } },
  ]);
  expect(latencyTrends([taking(1, 10)])).toMatchObject([{ usual: null }]);
});

test('the section tells the last runs, since when, latency and what is flaky; of a first run there is nothing to tell', () => {
  const nights = [
    night(1, [passed('a'), passed('b')]),
    { ...night(2, [failed('a'), passed('b')], { partial: true }), ended: 'interrupted' } as const,
    night(3, [failed('a'), resultOf('b', { flaky: 'at first' })]),
  ];
  expect(trendSection(nights.slice(0, 1), PLAIN)).toEqual([]);
  const text = trendSection(nights, PLAIN).join('\n');
  expect(text).toContain('History: 3 runs since 2026-01-01 03:17');
  expect(text).toMatch(/2026-01-02 03:17 interrupted part +1 +1 +0 +0 +1 +0\n/);
  expect(text).toContain(
    'CC001 wrong-status (new) in a: first seen 2026-01-02 03:17, for 2 runs, 1 day; last good 2026-01-01 03:17',
  );
  expect(text).toMatch(/invoices\.cancel +2 +2\.5 +2\.5 +2\.5 +2\.5 +2\.5 +2\.5 +2\.5/);
  expect(text).toContain('Flaky\n  b: 1 of 3 runs (33 %)');
});

test('what is written is read back as it was', () => {
  const root = temporary();
  const line = night(1, [failed('a'), passed('b')]);
  const file = writeHistory(root, line);
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(1);
  expect(readHistory(file).lines).toEqual([line]);
});
