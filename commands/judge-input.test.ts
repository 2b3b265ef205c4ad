import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startCommand } from '../tests/command.ts';
import { departingEntry, harEntry, harOf } from '../tests/recordings.ts';

const directory = mkdtempSync(join(tmpdir(), 'judge-input-'));
afterAll(() => rmSync(directory, { recursive: true }));

const recordIn = (report: string) => JSON.parse(readFileSync(join(directory, report, 'run.json'), 'utf8'));

test('standard input is judged as it comes', async () => {
  const { child, ended } = startCommand(directory, ['judge', '-', '--report-dir', 'input']);
  child.stdin?.end(harOf([harEntry(), departingEntry()]));
  expect(await ended).toMatchObject({ code: 1, stdout: expect.stringContaining('in 1 of 2 exchanges'), stderr: '' });
  expect(recordIn('input').scenarios.map(({ id }: { id: string }) => id)).toEqual([
    'recorded.stdin.1',
    'recorded.stdin.2',
  ]);
});

test('nothing on standard input is no recording', async () => {
  const { child, ended } = startCommand(directory, ['judge', '-']);
  child.stdin?.end();
  expect(await ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^standard input is empty/) });
});

test('a recording that is still being made can be interrupted, and what was judged is recorded', async () => {
  const { child, ended } = startCommand(directory, ['judge', '-', '--report-dir', 'interrupted']);
  const lines = Array.from({ length: 200 }, () => JSON.stringify(harEntry()));
  child.stdin?.write(`${lines.join('\n')}\n`);
  for (let tries = 0; tries < 100; tries += 1) {
    await pause(50);
    try {
      readFileSync(join(directory, 'interrupted', 'run.ndjson'));
      break;
    } catch {}
  }
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130, stdout: expect.stringContaining('Interrupted after 200 exchanges') });
  expect(recordIn('interrupted')).toMatchObject({ interrupted: true, totals: { pass: 200 } });
});
