import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../reports/run-record.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { CLI, inTurn, msOf, RUNS } from './measure.ts';
import { line, ms, ratio, type Section } from './section.ts';

/** The scenario with the fewest requests: a run of it alone is the starts of Node, Prism and Playwright, and little more. */
const SMALLEST = 'cancel\\.path\\.shortest';

/** The whole run, beside its floor: the same requests sent again by a bare client to a bare Prism. Also its record. */
export function wholeRun(directory: string): Section & { readonly record: RunRecord; readonly file: string } {
  const run = [CLI, 'run', '--target', 'prism', '--report-dir', directory];
  inTurn(0, run);
  const record: RunRecord = JSON.parse(readFileSync(join(directory, 'run.json'), 'utf8'));
  const file = join(directory, 'floor.json');
  writeFileSync(file, JSON.stringify(record));
  const smallest = [CLI, 'run', '--target', 'prism', '--report-dir', join(directory, 'smallest'), '--grep', SMALLEST];
  const [runs = [], floors = [], starts = []] = inTurn(RUNS, run, [packageFile('dist/bench/floor.js'), file], smallest);
  const { requests } = record.totals;
  const [runMs, floorMs, startsMs] = [msOf(runs), msOf(floors), msOf(starts)];
  const msPerRequest = (runMs - startsMs) / requests;
  return {
    name: 'run',
    record,
    file,
    figures: { runMs, floorMs, ratio: runMs / floorMs, goalRatio: 3, startsMs, requests, msPerRequest },
    lines: [
      line('run --target prism', ms(runMs), `for ${requests} requests`),
      line('its floor', ms(floorMs), `ratio ${ratio(runMs, floorMs)}`, 'goal at most 3×'),
      line('starts alone', ms(startsMs), 'Node, Prism and Playwright: a run of the smallest scenario'),
      line('each request above them', `${msPerRequest.toFixed(2)} ms`, 'goal at most 5 ms'),
    ],
  };
}
