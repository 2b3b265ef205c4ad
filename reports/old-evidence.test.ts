import { existsSync, mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HEADER } from '../tests/run-samples.ts';
import { finishRun } from './finish-run.ts';
import { deleteEvidence } from './old-evidence.ts';
import { startRun } from './start-run.ts';

const DAY_MS = 86_400_000;
const now = Date.now();

function runIn(root: string, name: string, daysAgo: number, finished = true): string {
  const directory = join(root, name);
  startRun(directory, HEADER);
  if (finished) finishRun(directory, false, () => []);
  for (const file of readdirSync(directory)) {
    const at = (now - daysAgo * DAY_MS) / 1000;
    utimesSync(join(directory, file), at, at);
  }
  return directory;
}

test('only evidence of runs that ended long enough ago is deleted, and nothing else beside it', () => {
  const root = mkdtempSync(join(tmpdir(), 'evidence-'));
  const old = runIn(root, 'nightly/old', 8);
  const young = runIn(root, 'nightly/young', 6);
  const unfinished = runIn(root, 'killed', 100, false);
  writeFileSync(join(old, 'notes.txt'), 'mine');
  mkdirSync(join(root, 'other'));
  writeFileSync(join(root, 'other', 'run.json'), '{"of":"somebody else"}');
  utimesSync(join(root, 'other', 'run.json'), 0, 0);
  expect(deleteEvidence(root, 7, now)).toEqual([old]);
  expect(readdirSync(old)).toEqual(['notes.txt']);
  expect(readdirSync(join(root, 'other'))).toEqual(['run.json']);
  expect([young, unfinished].map((directory) => existsSync(join(directory, 'run.ndjson')))).toEqual([true, true]);
  expect(deleteEvidence(join(root, 'nowhere'), 0, now)).toEqual([]);
});
