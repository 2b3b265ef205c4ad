import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { packageFile } from '../schemas/contract/package-file.ts';
import { command } from '../tests/command.ts';

const FILES = [
  ['.env', '.env.example', 0o600],
  ['reports/baseline/sandbox.json', 'reports/baseline/sandbox.json', 0o644],
  ['.github/workflows/nightly.yml', '.github/workflows/nightly.yml', 0o644],
] as const;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'init-'));
});

const textOf = (file: string): string => readFileSync(join(directory, file), 'utf8');
const init = (...more: string[]) => command(directory, ['init', ...more]);

test('an empty directory gets all that a nightly needs, and is told so', async () => {
  const end = await init();
  for (const [file, shipped, mode] of FILES) {
    expect(textOf(file)).toBe(readFileSync(packageFile(shipped), 'utf8'));
    expect(statSync(join(directory, file)).mode & 0o777).toBe(mode);
    expect(end.stdout).toMatch(new RegExp(`^written {2}${file}: .+$`, 'm'));
  }
  expect(end.stdout).toMatch(/^Add \.env, reports\/out\/ and reports\/ledger\/ to \.gitignore\.$/m);
  expect(end).toMatchObject({ code: 0, stderr: '' });
});

test('what is there already stays, unless it is forced', async () => {
  writeFileSync(join(directory, '.env'), 'PAYPAL_CLIENT_ID=mine\n', { mode: 0o644 });
  writeFileSync(join(directory, '.gitignore'), 'node_modules\n.env\n');
  const kept = await init();
  expect(kept.stdout).toMatch(/^kept {5}\.env \(there already; --force writes it anew\)$/m);
  expect(kept.stdout).not.toContain('.gitignore');
  expect(textOf('.env')).toBe('PAYPAL_CLIENT_ID=mine\n');
  expect((await init('--force')).stdout).toMatch(/^written {2}\.env/m);
  expect(textOf('.env')).toBe(readFileSync(packageFile('.env.example'), 'utf8'));
  expect(statSync(join(directory, '.env')).mode & 0o777).toBe(0o600);
});

test('a place that cannot be written is one sentence and a hint', async () => {
  writeFileSync(join(directory, 'reports'), '');
  const end = await init();
  expect(end).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^reports\/baseline\/sandbox\.json cannot be written\.\n/),
  });
});
