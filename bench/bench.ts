import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { reports } from './formats.ts';
import { htmlReport } from './html.ts';
import { judging } from './judging.ts';
import { RUNS } from './measure.ts';
import { proof } from './proof.ts';
import type { Section } from './section.ts';
import { startUp } from './start-up.ts';
import { wholeRun } from './whole-run.ts';

const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-bench-'));
const printed: string[] = [];
const measured: Record<string, object> = {};

/** Prints as it goes: the whole takes minutes. */
function say(...lines: readonly string[]): void {
  printed.push(...lines);
  process.stdout.write(lines.map((text) => `${text}\n`).join(''));
}

function tell({ name, figures, lines }: Section): void {
  measured[name] = figures;
  say(...lines);
}

say(`Medians of ${RUNS} whole processes in turn, Node ${process.version}, ${cpus().length} cores`, '');
const run = wholeRun(directory);
tell(run);
tell(judging(run.record));
tell(startUp());
tell(reports(run.file));
tell(await htmlReport(run.file));
tell(proof());
rmSync(directory, { recursive: true });

const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model };
mkdirSync('reports/out', { recursive: true });
writeFileSync('reports/bench.json', `${JSON.stringify({ format: 1, ...machine, ...measured }, null, 2)}\n`);
writeFileSync('reports/out/bench.txt', `${printed.join('\n')}\n`);
