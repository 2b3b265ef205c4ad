// Takes the README's pictures of the HTML report, from a real run against a target that lies.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchBrowser } from '../dist/bench/browser.js';
import {
  DEMO_FOREIGN,
  DEMO_LEGACY_FOREIGN,
  DEMO_LEGACY_MERCHANT,
  DEMO_MERCHANT,
} from '../dist/targets/prism/merchants.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const CLI = at('dist/cli.js');

/** Largest picture, in bytes: the README is read over slow lines too. */
const MOST_BYTES = 300_000;

const directory = mkdtempSync(join(tmpdir(), 'cancel-conformance-screenshots-'));

const command = (args, env = {}) =>
  spawnSync(process.execPath, [CLI, ...args], { cwd: directory, encoding: 'utf8', env: { ...process.env, ...env } });

/** The mock as if it were the sandbox: both systems, with two merchants each. */
function settingsOf(address) {
  const legacy = (prefix, { userId, password, signature }) => ({
    [`${prefix}_USERID`]: userId,
    [`${prefix}_PASSWORD`]: password,
    [`${prefix}_SIGNATURE`]: signature,
  });
  return {
    PAYPAL_BASE_URL: address,
    PAYPAL_CLIENT_ID: DEMO_MERCHANT.clientId,
    PAYPAL_CLIENT_SECRET: DEMO_MERCHANT.clientSecret,
    PAYPAL_FOREIGN_CLIENT_ID: DEMO_FOREIGN.clientId,
    PAYPAL_FOREIGN_CLIENT_SECRET: DEMO_FOREIGN.clientSecret,
    PAYPAL_LEGACY_BASE_URL: address,
    ...legacy('PAYPAL_LEGACY', DEMO_LEGACY_MERCHANT),
    ...legacy('PAYPAL_LEGACY_FOREIGN', DEMO_LEGACY_FOREIGN),
  };
}

/** The report of a run against a liar, as if it were the sandbox. */
async function reportOf(liar) {
  const server = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--liar', liar]);
  const [text] = await once(server.stdout.setEncoding('utf8'), 'data');
  const env = settingsOf(/^http:\S+/.exec(text)[0]);
  const run = ['run', '--target', 'sandbox', '--baseline', 'none', '--rate', '0', '--report-dir', 'run'];
  command([...run, '--format', 'html=report.html'], env);
  server.kill();
  return pathToFileURL(join(directory, 'report.html')).href;
}

/** Opens the first answer that departs, and shows it from the top of its cause. */
const SHOW_CAUSE = "document.querySelector('.cause').scrollIntoView({ behavior: 'instant' })";
const SHOW_MAP = "document.querySelector('#contract').scrollIntoView({ behavior: 'instant' })";

const PICTURES = [
  { file: 'docs/report.png' },
  { file: 'docs/report-dark.png', colorScheme: 'dark' },
  { file: 'docs/report-cause.png', show: SHOW_CAUSE },
  { file: 'docs/report-map.png', show: SHOW_MAP },
  { file: 'docs/report-phone.png', viewport: { width: 360, height: 740 } },
];

const address = await reportOf('paid-is-a-draft');
const browser = await launchBrowser();
mkdirSync(at('docs'), { recursive: true });
for (const { file, show = '', colorScheme = 'light', viewport = { width: 1280, height: 860 } } of PICTURES) {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  await page.goto(address);
  await page.locator('.cause[open] h4').first().waitFor();
  await page.evaluate(show);
  await page.screenshot({ path: at(file) });
  await page.close();
  const bytes = statSync(at(file)).size;
  process.stdout.write(`${file} ${(bytes / 1000).toFixed(0)} kB\n`);
  if (bytes > MOST_BYTES) process.exitCode = 1;
}
await browser.close();
rmSync(directory, { recursive: true });
