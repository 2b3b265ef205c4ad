import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFile } from '../schemas/contract/package-file.ts';

const empty = mkdtempSync(join(tmpdir(), 'command-'));

/** Runs the compiled command in an empty directory. */
function command(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [packageFile('dist/cli.js'), ...args], {
    cwd: empty,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

test.each([
  [['nonsense'], /unknown command 'nonsense'/i],
  [['rnu'], /Did you mean run\?/],
  [['run', '--target', 'prsim'], /no target called "prsim".\nChoose one of: prism, sandbox, simulator\./],
  [['run', '--target', 'prism', '--wrokers', '2'], /unknown option '--wrokers'.\nDid you mean --workers\?/i],
  [['run'], /Required option '--target <name>'/],
  [['run', '--target', 'prism', '--workers', '0'], /It takes a number from 1 to 64/],
  [['run', '--target', 'prism', '--fail-on', 'never'], /Allowed choices are must, should, may/],
  [['run', '--target', 'prism', '--grep', '('], /It takes a regular expression/],
  [['run', '--target', 'prism', '--timeout', '1e3'], /It takes milliseconds from 1/],
  [['run', '--target', 'prism', 'more'], /Too many arguments/],
  [['serve', '--port', '70000'], /It takes a port from 0 to 65535/],
  [[], /No command was given/],
])('%j is one sentence, a hint and exit code 2', (args, message) => {
  const { status, stdout, stderr } = command(...args);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

test.each([
  [['--help']],
  [['run', '--help']],
  [['serve', '--help']],
  [['doctor', '--help']],
  [['init', '--help']],
  [['help', 'run']],
])('%j is help', (args) => {
  const { status, stdout } = command(...args);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: cancel-conformance/);
});

test('--version is the package’s, of every command', () => {
  expect(command('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(command('run', '--version').stdout).toBe(command('--version').stdout);
});
