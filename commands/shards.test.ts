import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assertRecord } from '../reports/record-schema.ts';
import { startCommand } from '../tests/command.ts';

const directory = mkdtempSync(join(tmpdir(), 'shards-'));
const command = (...args: string[]) => startCommand(directory, args).ended;
const judge = (into: string, ...args: string[]) =>
  command(
    'run',
    '--target',
    'prism',
    '--grep',
    '^(cancel|legacy)[.]state[.](sent|draft|paid)|access[.]foreign|format[.](nv|json|xml-nv|soap)|body[.](nu|string|boolean|array|m|empty)',
    '--report-dir',
    into,
    ...args,
  );

const textOf = (into: string): string => readFileSync(join(directory, into, 'run.json'), 'utf8');

/** What no two runs have in common: instants and days, durations, ports, ids, debug ids, sizes of bodies that hold them. */
const TAKEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\d(T(\d|[:.]|%3A)+(Z|[+-]\d\d(:|%3A)\d\d))?/g, '<time>'],
  [/\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT/g, '<time>'],
  [/"durationMs": ?[\d.e-]+/g, '"durationMs":0'],
  [/127\.0\.0\.1:\d+/g, '<origin>'],
  [/INV2(-[A-Z0-9]{4})+/g, '<invoice>'],
  [/EXTR-\w+/g, '<payment>'],
  [/cc-[A-Z0-9]{8}-[A-Z0-9]{4}-\d+/g, '<reference>'],
  [/\b[0-9a-f]{13}\b/gi, '<debug id>'],
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\+[0-9a-f-]{36})*/g, '<run>'],
  [/"bodyBytes": ?\d+/g, '"bodyBytes":0'],
  [/(\["content-length",")\d+/gi, '$1<length>'],
];

const plain = (text: string): unknown =>
  JSON.parse(TAKEN_OUT.reduce((plainer, [pattern, put]) => plainer.replaceAll(pattern, put), text));

const systemOf = ({ id }: { readonly id: string }): string => id.split('.')[0] ?? '';

/** What is no set of shards. */
const REFUSED: readonly (readonly [readonly string[], string])[] = [
  [['s0', 's1'], 'Shard 3/3'],
  [['s0', 's1', 's2', 's2'], 'Shard 3/3'],
  [['s0', 'whole'], ''],
  [['nowhere'], 'run.json'],
];

/** One boundary falls among the scenarios of each system: tokens and shared invoices are made again behind it. */
const SHARDS = ['1/3', '2/3', '3/3'];

test('the records of the shards merge into the record of the whole run', { timeout: 120_000 }, async () => {
  const runs = await Promise.all([judge('whole'), ...SHARDS.map((shard, at) => judge(`s${at}`, '--shard', shard))]);
  expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(runs.map(() => [0, expect.any(String)]));
  expect(runs[0]?.stdout).not.toContain('Below SHOULD');
  const merged = await command('report', 's1', 's0', 's2', '--report-dir', 'merged');
  expect(merged).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Conforms') });
  const whole = JSON.parse(textOf('whole'));
  const shards = SHARDS.map((_, at) => JSON.parse(textOf(`s${at}`)));
  const requests = shards.reduce((sum, { totals }) => sum + totals.requests, 0);
  expect(shards.reduce((sum, { totals }) => sum + totals.planned, 0)).toBe(whole.totals.planned);
  expect(Math.min(...shards.map(({ totals }) => totals.planned))).toBeGreaterThan(5);
  expect(new Set(shards[0].scenarios.map(systemOf))).toEqual(new Set(['cancel']));
  expect(new Set(shards[2].scenarios.map(systemOf))).toEqual(new Set(['legacy']));
  expect(requests).toBeGreaterThan(whole.totals.requests);
  assertRecord(JSON.parse(textOf('merged')));
  expect(plain(textOf('merged'))).toEqual(plain(textOf('whole')));
  for (const [args, stderr] of REFUSED)
    expect(await command('report', ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(stderr) });
});
