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
    '@(access|fault)|state.s|request.(note|subject)',
    '--report-dir',
    into,
    ...args,
  );

const textOf = (into: string): string => readFileSync(join(directory, into, 'run.json'), 'utf8');

/** What no two runs have in common: instants and days, durations, ports, ids, debug ids, sizes of bodies that hold them. */
const TAKEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\d(T[\d:.]+Z)?/g, '<time>'],
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

test('the records of the shards merge into the record of the whole run', { timeout: 90_000 }, async () => {
  const runs = [await judge('whole'), await judge('one', '--shard', '1/2'), await judge('two', '--shard', '2/2')];
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
  const merged = await command('report', 'two', 'one', '--report-dir', 'merged');
  expect(merged).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Conforms') });
  const [whole, one, two] = ['whole', 'one', 'two'].map((into) => JSON.parse(textOf(into)));
  expect(one.totals.planned + two.totals.planned).toBe(whole.totals.planned);
  expect(Math.min(one.totals.planned, two.totals.planned)).toBeGreaterThan(5);
  expect(one.totals.requests + two.totals.requests).toBeGreaterThan(whole.totals.requests);
  assertRecord(JSON.parse(textOf('merged')));
  expect(plain(textOf('merged'))).toEqual(plain(textOf('whole')));
  expect(await command('report', 'one')).toMatchObject({ code: 2, stderr: expect.stringContaining('Shard 2/2') });
  expect(await command('report', 'one', 'two', 'two')).toMatchObject({ code: 2 });
  expect(await command('report', 'one', 'whole')).toMatchObject({ code: 2 });
  expect(await command('report', 'nowhere')).toMatchObject({ code: 2, stderr: expect.stringContaining('run.json') });
});
