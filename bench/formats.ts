import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { FORMAT_NAMES, type FormatName, formats } from '../reports/formats.ts';
import type { ScenarioRecord } from '../reports/run-record.ts';
import { findingText } from '../schemas/checks/finding-text.ts';
import { curlOf } from '../schemas/checks/reproduce.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import type { Finding } from '../schemas/finding.ts';
import { blownUp } from './blown-up.ts';
import { line, ms, ratio, type Section } from './section.ts';

/** How many scenarios a run is blown up to; every second of them departs. */
const SIZES = [200, 2000, 20_000] as const;
const [, , LARGEST] = SIZES;

const GOAL_MS = 2000;
const GOAL_MB = 512;

const SELF = packageFile('dist/bench/formats.js');

/** Renders in this process, and prints the milliseconds, the bytes and the largest memory (MB). */
async function renderOnce(name: FormatName, file: string, size: number): Promise<void> {
  const record = blownUp(JSON.parse(readFileSync(file, 'utf8')), size);
  const format = await formats[name]();
  const started = performance.now();
  let bytes = 0;
  const explain = ({ scenario, finding }: { scenario: ScenarioRecord; finding: Finding }): string =>
    findingText(scenario.id, finding, scenario.exchanges[finding.exchange ?? -1]);
  for (const piece of format(record, { explain, curlOf })) bytes += Buffer.byteLength(piece);
  const took = performance.now() - started;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ name, size, ms: took, bytes, peakMb }));
}

/** What rendering one format of one size took, in a process of its own. */
interface Rendered {
  readonly name: string;
  readonly size: number;
  readonly ms: number;
  readonly bytes: number;
  readonly peakMb: number;
}

function rendered(name: FormatName, file: string, size: number): Rendered {
  const args = [SELF, name, file, String(size)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ended with ${status}.\n${stderr}`);
  return JSON.parse(stdout);
}

function lineOf(name: FormatName, all: readonly Rendered[]): string {
  const own = all.filter((one) => one.name === name);
  const [largest] = own.slice(-1);
  if (largest === undefined) return name;
  const times = own.map((one) => ms(one.ms)).join(', ');
  const growth = ratio(largest.ms, own.at(-2)?.ms ?? Number.NaN);
  return line(name, times, `${growth} the time for ten times as many`, `${largest.peakMb.toFixed(0)} MB at most`);
}

/** Every format of a report of 200, 2,000 and 20,000 scenarios, made of the record in `file`. */
export function reports(file: string): Section {
  const all = FORMAT_NAMES.flatMap((name) => SIZES.map((size) => rendered(name, file, size)));
  const sizes = SIZES.map((size) => size.toLocaleString('en-US')).join(', ');
  return {
    name: 'reports',
    figures: { goalMs: GOAL_MS, goalMb: GOAL_MB, largest: LARGEST, rendered: all },
    lines: [
      `  reports of ${sizes} scenarios; goal under ${ms(GOAL_MS)} and ${GOAL_MB} MB, the record itself included`,
      ...FORMAT_NAMES.map((name) => lineOf(name, all)),
    ],
  };
}

const [script, name, file, size] = process.argv.slice(1);
const asked = FORMAT_NAMES.find((candidate) => candidate === name);
if (script === SELF && asked !== undefined && file !== undefined) await renderOnce(asked, file, Number(size));
