import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from '@playwright/test';
import { html } from '../reports/formats/html.ts';
import { curlOf } from '../schemas/checks/reproduce.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { blownUp } from './blown-up.ts';
import { launchBrowser } from './browser.ts';
import { medianOf } from './measure.ts';
import { line, ms, type Section } from './section.ts';

const SCENARIOS = 20_000;
const GOAL_MS = 1000;
const LOADS = 7;

/** Milliseconds after navigation until the list was usable, and from a typed word to the list that answers it, painted. */
interface Times {
  readonly usable: number;
  readonly filtered: number;
}

/** How the page takes its own time. */
const MEASURE = `new Promise((resolve) => {
  const usable = performance.getEntriesByName('usable')[0].startTime;
  const search = document.querySelector('#search');
  const started = performance.now();
  search.value = 'recipients';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => resolve({ usable, filtered: performance.now() - started })));
})`;

function writePage(page: string, file: string): void {
  const out = openSync(page, 'w');
  const record = blownUp(JSON.parse(readFileSync(file, 'utf8')), SCENARIOS);
  for (const piece of html(record, { explain: () => '', curlOf })) writeSync(out, piece);
  closeSync(out);
}

async function loaded(browser: Browser, address: string): Promise<Times> {
  const page = await browser.newPage();
  await page.goto(address);
  const times: Times = await page.evaluate(MEASURE);
  await page.close();
  return times;
}

async function timesOf(page: string): Promise<readonly Times[]> {
  const browser = await launchBrowser();
  const times: Times[] = [];
  for (let at = 0; at < LOADS; at += 1) times.push(await loaded(browser, pathToFileURL(page).href));
  await browser.close();
  return times;
}

/** The HTML report of 20,000 scenarios, made of the record in `file`, in a real browser. */
export async function htmlReport(file: string): Promise<Section> {
  const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-html-'));
  const page = join(directory, 'report.html');
  writePage(page, file);
  const times = await timesOf(page);
  const megabytes = statSync(page).size / 1e6;
  rmSync(directory, { recursive: true });
  const usableMs = medianOf(times.map(({ usable }) => usable));
  const filteredMs = medianOf(times.map(({ filtered }) => filtered));
  return {
    name: 'html',
    figures: { goalMs: GOAL_MS, scenarios: SCENARIOS, loads: LOADS, megabytes, usableMs, filteredMs },
    lines: [
      `  the HTML report of ${SCENARIOS.toLocaleString('en-US')} scenarios, ${megabytes.toFixed(0)} MB, from disk; goal under ${ms(GOAL_MS)} together`,
      line('list usable', ms(usableMs), `after navigation, median of ${LOADS}`),
      line('filter answered', ms(filteredMs), 'after the word, painted'),
    ],
  };
}

/** Measures it on a run of the mock, where this file is run by itself. */
async function bench(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-html-'));
  const args = [packageFile('dist/cli.js'), 'run', '--target', 'prism', '--report-dir', directory];
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  const { lines } = await htmlReport(join(directory, 'run.json'));
  process.stdout.write(`${lines.join('\n')}\n`);
  rmSync(directory, { recursive: true });
}

if (process.argv[1] === packageFile('dist/bench/html.js')) await bench();
