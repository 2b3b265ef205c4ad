// Prints `N passed, N failed` of the self-tests and the scenarios of a run that began at the given second. Where it ended
// with the given status though none of them failed, something else did, e.g. lint: that counts as one.
import { readFileSync, statSync } from 'node:fs';

const since = Number(process.argv[2] ?? 0) * 1000;
const status = Number(process.argv[3] ?? 0);

/** The results in a file; none where nothing was written since. */
function resultsIn(path, countsOf) {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return written < since ? { passed: 0, failed: 0 } : countsOf(JSON.parse(readFileSync(path, 'utf8')));
}

const tests = resultsIn(
  'reports/out/vitest.json',
  ({ numPassedTests, numFailedTests, numFailedTestSuites, testResults }) => ({
    passed: numPassedTests,
    // A file that does not load has no tests to count, and failed all the same.
    failed:
      numFailedTests +
      (numFailedTestSuites > 0
        ? testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
            .length
        : 0),
  }),
);
const scenarios = resultsIn('reports/out/prism/run.json', ({ totals: { pass, fail, inconclusive, notRun } }) => ({
  passed: pass,
  failed: fail + inconclusive + notRun,
}));
const failed = tests.failed + scenarios.failed;
const elsewhere = status !== 0 && failed === 0 ? 1 : 0;
process.stdout.write(`${tests.passed + scenarios.passed} passed, ${failed + elsewhere} failed\n`);
