import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { FORMAT_NAMES } from '../reports/formats.ts';
import { runRecordOf, scenarioRecordOf } from '../reports/run-record.ts';
import { recordFile, writeMergedRecord } from '../reports/write-record.ts';
import { command } from '../tests/command.ts';
import { FINDING, HEADER, resultOf } from '../tests/run-samples.ts';

const directory = mkdtempSync(join(tmpdir(), 'formats-'));
const at = (file: string): string => join(directory, file);
const read = (file: string): string => readFileSync(at(file), 'utf8');

beforeAll(() => {
  const scenarios = [resultOf('a', { verdict: 'fail', findings: [FINDING] }), resultOf('b')].map(scenarioRecordOf);
  const end = { at: '2026-01-01T00:00:09.000Z', interrupted: false };
  const rest = { defects: [], leftovers: [], end, requests: 2 };
  writeMergedRecord(directory, runRecordOf({ header: HEADER, planned: ['a', 'b'], scenarios, ...rest }, []));
});

test('without a file a form goes to standard output in place of the summary', async () => {
  const { code, stdout, stderr } = await command(directory, ['report', '.', '--format', 'github']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^::error file=[^\n]+\n$/);
});

test('every form is written to its file, and the summary is printed beside', async () => {
  const options = FORMAT_NAMES.flatMap((name) => ['--format', `${name}=sub/a=b.${name}`]);
  const { code, stdout, stderr } = await command(directory, ['report', '.', ...options]);
  expect(code).toBe(1);
  expect(stdout).toContain('1 departure from the contract');
  expect(stderr.trim().split('\n')).toEqual(FORMAT_NAMES.map((name) => `written sub/a=b.${name}`));
  for (const name of FORMAT_NAMES) expect(statSync(at(`sub/a=b.${name}`)).size).toBeGreaterThan(100);
  expect(read('sub/a=b.json')).toBe(readFileSync(recordFile(directory), 'utf8'));
});

test.each([
  [['--format', 'pdf'], 'It takes one of ctrf, github, html, json'],
  [['--format', 'junit='], 'It takes a file after junit=.'],
  [['--format', 'junit=.'], '. cannot be written'],
])('%j is refused in a sentence', async (options, sentence) => {
  const { code, stderr } = await command(directory, ['report', '.', ...options]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(sentence) });
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a secret in what is written is no secret that passes unnoticed', async () => {
  const environment = { PAYPAL_CLIENT_SECRET: 'The contract answers 204 here.' };
  const { code, stderr } = await command(directory, ['report', '.', '--format', 'junit=leaky.xml'], environment);
  expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining('A secret stands in leaky.xml') });
});

test('a run writes its forms with the evidence that only the file has', async () => {
  const run = ['run', '--target', 'prism', '--grep', 'cancel\\.path\\.shortest', '--report-dir', 'run'];
  const { code } = await command(directory, [...run, '--format', 'junit=run/junit.xml', '--format', 'json=again.json']);
  expect(code).toBe(0);
  expect(read('again.json')).toBe(read('run/run.json'));
  expect(read('again.json')).toContain('"exchanges":[{');
  expect(existsSync(at('run/junit.xml'))).toBe(true);
});
