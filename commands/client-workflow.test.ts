import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { FORMAT_NAMES } from '../reports/formats.ts';
import { packageFile } from '../schemas/contract/package-file.ts';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
}

const text = readFileSync(packageFile('.github/workflows/sdk-gate.yml'), 'utf8');
const workflow = parse(text);
const steps: readonly Step[] = workflow.jobs.gate.steps;
const script = steps.find(({ id }) => id === 'run')?.run ?? '';

test('no third-party action is used, nothing may be written, and no secret is asked for', () => {
  for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[\w/-]+@v\d+$/);
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(text).not.toContain('secrets.');
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
});

test.each([0, 1, 2, 3, 4])('the command’s exit code %i is the step’s, and known to what follows', (code) => {
  const directory = mkdtempSync(join(tmpdir(), 'workflow-'));
  writeFileSync(join(directory, 'npx'), `#!/bin/sh\nprintf '%s\\n' "$@" > "${directory}/args"\nexit ${code}\n`);
  chmodSync(join(directory, 'npx'), 0o755);
  const output = join(directory, 'output');
  writeFileSync(output, '');
  const files = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: join(directory, 'summary.md') };
  const env = { PATH: `${directory}:${process.env.PATH}`, CLIENT: 'python3 gate/client.py', ...files };
  const { status } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], { encoding: 'utf8', env });
  expect(status).toBe(code);
  expect(readFileSync(output, 'utf8')).toBe(`code=${code}\n`);
  const args = readFileSync(join(directory, 'args'), 'utf8').trimEnd().split('\n');
  expect(args.slice(0, 5)).toEqual(['--no-install', 'cancel-conformance', 'run', '--client', 'python3 gate/client.py']);
  const formats = args.filter((_, at) => args[at - 1] === '--format').map((format) => format.split('=')[0]);
  expect(formats.filter((format) => !FORMAT_NAMES.includes(format as (typeof FORMAT_NAMES)[number]))).toEqual([]);
});

test('nothing is uploaded after a leak', () => {
  const uploads = steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact'));
  expect(uploads.map((step) => step.if)).toEqual([expect.stringContaining("steps.run.outputs.code != '4'")]);
});
