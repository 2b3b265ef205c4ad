import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFile } from '../schemas/contract/package-file.ts';
import { legacyLiars } from '../targets/liars/legacy-liars.ts';
import { liars } from '../targets/liars/liars.ts';

const empty = mkdtempSync(join(tmpdir(), 'selftest-'));

/** Runs the compiled command in an empty directory. */
function command(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [packageFile('dist/cli.js'), ...args], {
    cwd: empty,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

test('selftest prints the kill matrix and the score, and exits with 0', () => {
  const { status, stdout } = command('selftest', '--grep', '@(legacy )?security');
  expect(stdout).toMatch(/^16 liars \(security\), 0 lies derived from the contract, 0 honest variants\n/);
  expect(stdout).toMatch(/needs-no-token +· +x +x +1\/1 {2}wrong-status/);
  expect(stdout).toMatch(/liar +schema +ack +code +seen by\n +legacy-needs-no-credentials +· +x +x +1\/1 {2}wrong-ack/);
  expect(stdout).toMatch(/legacy: caught by plainer judges +of +schema +\+ ack +\+ code +this suite/);
  expect(stdout).toMatch(/100\.0 % of 16 lies caught, 0 false alarms in \d+\.\d s\n$/);
  expect(status).toBe(0);
}, 60_000);

test('selftest --full judges each liar by every scenario; --json prints all of it', () => {
  const { status, stdout } = command('selftest', '--full', '--json', '--grep', '^cancels-drafts ');
  const { score, lies } = JSON.parse(stdout);
  expect(score).toMatchObject({ lies: 1, caught: 1, alarms: [], perfect: true });
  expect(lies[0].sightings.length).toBeGreaterThan(100);
  expect(lies[0].sightings.filter(({ verdict }: { verdict: string }) => verdict === 'fail')).toEqual([
    { scenario: 'cancel.state.draft', verdict: 'fail', found: ['wrong-status'] },
  ]);
  expect(status).toBe(0);
}, 60_000);

test('serve --liar list names every liar with what it does', () => {
  const { status, stdout } = command('serve', '--liar', 'list');
  const lines = stdout.split('\n');
  expect(
    [...liars, ...legacyLiars].filter(
      ({ name, lies }) => !lines.some((line) => line.startsWith(`  ${name} `) && line.endsWith(` ${lies}`)),
    ),
  ).toEqual([]);
  expect(status).toBe(0);
});

test.each([
  [['serve', '--liar', 'nope'], /^There is no liar called "nope"\.\nChoose one of these:\n\ntransport\n/],
  [['selftest', '--grep', 'nonesuch'], /^No lie matches --grep "nonesuch"\.\n/],
  [['run', '--target', 'simulator', '--fuzz', '10'], /^The target simulator keeps no invoices to search with\.\n/],
  [['run', '--target', 'prism', '--fuzz', '0'], /It takes a number from 1/],
])('%j is wrong usage', (args, message) => {
  const { status, stderr } = command(...args);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});

test('run --fuzz prints its seed, and exits with 0 where nothing is found', () => {
  const { status, stdout, stderr } = command('run', '--target', 'prism', '--fuzz', '30', '--seed', '3');
  expect(stderr).toContain('Searching prism with seed 3.');
  expect(stdout).toMatch(
    /^\d+ cancels judged, 0 counter-examples · seed 3 · prism: this judged the mock, not PayPal\n$/,
  );
  expect(status).toBe(0);
});
