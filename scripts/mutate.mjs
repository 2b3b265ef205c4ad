// Tries Stryker's mutants of schemas/ and of the comparisons in reports/, folder by folder, each by its own tests:
//   npm run mutate [-- FOLDER…] [--concurrency N]
// Fails under 90 % killed, and for a mutant that survives without a reason in docs/mutants.md. Results of mutants whose
// code and tests have not changed since are taken from reports/out/mutation/.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LIST = 'docs/mutants.md';

/** The least share of the mutants that must be killed, in per cent. */
const LEAST = 90;

/** Each group of sources, and the tests that have to kill its mutants. */
const GROUPS = {
  wire: [['schemas/wire/**/*.ts'], ['schemas/wire/**/*.test.ts']],
  secrets: [['schemas/secrets/**/*.ts'], ['schemas/secrets/**/*.test.ts']],
  library: [['schemas/library/**/*.ts'], ['schemas/library/**/*.test.ts']],
  compare: [
    ['reports/compare/**/*.ts', 'reports/baseline.ts'],
    ['reports/compare/**/*.test.ts', 'reports/baseline.test.ts'],
  ],
  drift: [['schemas/drift/**/*.ts'], ['schemas/drift/**/*.test.ts']],
  audit: [['schemas/audit/**/*.ts'], ['schemas/audit/**/*.test.ts']],
  keywords: [['schemas/{keywords,boundaries}/**/*.ts'], ['schemas/{keywords,boundaries}/**/*.test.ts']],
  contract: [['schemas/contract/**/*.ts'], ['schemas/contract/**/*.test.ts']],
  checks: [
    ['schemas/*.ts', 'schemas/checks/*.ts'],
    ['schemas/*.test.ts', 'schemas/checks/*.test.ts'],
  ],
  legacy: [
    ['schemas/checks/legacy/**/*.ts'],
    ['schemas/checks/legacy/**/*.test.ts', 'schemas/checks/finding-text.test.ts'],
  ],
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { concurrency: { type: 'string' } } });
function stop(sentence, hint) {
  process.stderr.write(`${sentence}\n${hint}\n`);
  process.exit(2);
}

const unknown = positionals.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0)
  stop(`There is no group ${unknown.join(', ')}.`, `Name some of: ${Object.keys(GROUPS).join(', ')}.`);
const chosen = positionals.length > 0 ? positionals : Object.keys(GROUPS);

const oneLine = (text) => text.replaceAll(/\s+/g, ' ').trim();

/** The line of code a mutant stands in, with the change in it: what it is listed by. Lines and columns count from 1. */
function asListed({ fileName, location: { start, end }, replacement }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const after = lines.at(-1).slice(end.column - 1);
  lines.push(lines.pop().slice(0, end.column - 1));
  const before = lines[0].slice(0, start.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return oneLine(`${before}⟦${oneLine(lines.join('\n'))} → ${oneLine(replacement)}⟧${after}`);
}

const nameOf = (mutant) => `${relative(ROOT, mutant.fileName)}  ${asListed(mutant)}`;

/** Everything that is listed, as `file  line`: below a heading of the third level its file, each line a block of code. */
function listed() {
  let file = '';
  const found = new Set();
  for (const line of readFileSync(LIST, 'utf8').split('\n')) {
    if (line.startsWith('### ')) file = line.slice(4);
    if (line.startsWith('    ')) found.add(`${file}  ${line.trim()}`);
  }
  return found;
}

/** The mutants of one group, each with what became of it. */
async function tried(name) {
  const [mutate, tests] = GROUPS[name];
  process.env.MUTATION_TESTS = tests.join(' ');
  const at = `reports/out/mutation/${name}`;
  const stryker = new Stryker({
    mutate: [...mutate, '!**/*.test.ts'],
    ...(values.concurrency && { concurrency: Number(values.concurrency) }),
    incrementalFile: `${at}.incremental.json`,
    jsonReporter: { fileName: `${at}.json` },
    htmlReporter: { fileName: `${at}.html` },
  });
  return stryker
    .runMutationTest()
    .catch(() => stop(`The mutants of ${name} cannot be tried.`, 'Mend what Stryker says above.'));
}

const isKilled = ({ status }) => status === 'Killed' || status === 'Timeout';
const isAlive = ({ status }) => status === 'Survived' || status === 'NoCoverage';

const known = listed();
const all = [];
const rows = [];
for (const name of chosen) {
  const since = Date.now();
  const mutants = await tried(name);
  const counted = mutants.filter((mutant) => isKilled(mutant) || isAlive(mutant));
  const killed = counted.filter(isKilled).length;
  rows.push(
    `${name.padEnd(10)} ${String(counted.length).padStart(6)} ${((100 * killed) / counted.length).toFixed(1).padStart(6)} % ` +
      `${String(mutants.length - counted.length).padStart(8)} ${String(Math.round((Date.now() - since) / 1000)).padStart(6)} s`,
  );
  all.push(...mutants);
}

const alive = all.filter(isAlive);
const killed = all.filter(isKilled);
const score = (100 * killed.length) / (alive.length + killed.length);
const survivors = new Set(alive.map(nameOf));
const unlisted = [...survivors].filter((name) => !known.has(name));
const files = new Set(all.map(({ fileName }) => relative(ROOT, fileName)));
const stale = [...known].filter((name) => files.has(name.split('  ')[0]) && !survivors.has(name));

const print = (text) => process.stdout.write(`${text}\n`);
print(
  `\n${'group'.padEnd(10)} ${'tried'.padStart(6)} ${'killed'.padStart(8)} ${'ignored'.padStart(8)} ${'time'.padStart(8)}`,
);
for (const row of rows) print(row);
print(`\n${score.toFixed(1)} % of ${alive.length + killed.length} mutants killed; ${alive.length} survive.`);
if (unlisted.length > 0) print(`\n${unlisted.length} without a reason in ${LIST}:\n${unlisted.sort().join('\n')}`);
if (stale.length > 0) print(`\n${stale.length} listed that no longer survive:\n${stale.sort().join('\n')}`);
process.exitCode = score < LEAST || unlisted.length > 0 ? 1 : 0;
