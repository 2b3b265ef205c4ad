import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../schemas/contract/package-file.ts';

/** What of the checkout is enough to set it up: one folder of sources stands for all, which take three times as long. */
const COPIED = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts', 'schemas'];
const EMPTY_FOLDERS = ['targets', 'clients', 'suites', 'reports', 'commands', 'bench'];

const checkout = join(mkdtempSync(join(tmpdir(), 'set up ü-')), 'checkout');
const at = (path: string): string => join(checkout, path);
const BUILDING = 'Building dist/ …\n';

function setUp() {
  const { status, stderr } = spawnSync(process.execPath, [at('scripts/setup.mjs')], { encoding: 'utf8' });
  return { status, stderr };
}

beforeAll(() => {
  for (const path of COPIED) cpSync(join(PACKAGE_ROOT, path), at(path), { recursive: true });
  for (const folder of EMPTY_FOLDERS) mkdirSync(at(folder));
  writeFileSync(at('cli.ts'), '#!/usr/bin/env node\n');
  writeFileSync(at('playwright.config.ts'), 'export default {};\n');
  symlinkSync(join(PACKAGE_ROOT, 'node_modules'), at('node_modules'), 'dir');
});
beforeEach(() => void setUp());
afterAll(() => rmSync(join(checkout, '..'), { recursive: true }));

test('does nothing where nothing has changed', () => {
  expect(existsSync(at('dist/cli.js'))).toBe(true);
  expect(setUp()).toEqual({ status: 0, stderr: '' });
});

test('builds anew after a source has changed, whatever its date says, and after one has been added', () => {
  writeFileSync(at('cli.ts'), readFileSync(at('cli.ts'), 'utf8').replace('#!/usr/bin/env node', '$&\n// changed'));
  expect(setUp()).toEqual({ status: 0, stderr: BUILDING });
  expect(readFileSync(at('dist/cli.js'), 'utf8')).toContain('// changed');
  writeFileSync(at('reports/added.ts'), 'export const added = 1;\n');
  expect(setUp()).toEqual({ status: 0, stderr: BUILDING });
  rmSync(at('reports/added.ts'));
  setUp();
  expect(existsSync(at('dist/reports/added.js'))).toBe(false);
});

test.each(['dist', 'dist/schemas/exchange.js'])('builds anew where %s is lost', (path) => {
  rmSync(at(path), { recursive: true });
  expect(setUp()).toEqual({ status: 0, stderr: BUILDING });
  expect(existsSync(at('dist/schemas/exchange.js'))).toBe(true);
});

test('a source that does not compile leaves the last build alone, and says so each time', () => {
  writeFileSync(at('reports/broken.ts'), 'export const = 1;\n');
  for (const _ of ['first', 'second'])
    expect(setUp()).toEqual({ status: 2, stderr: expect.stringContaining('The sources do not compile.') });
  rmSync(at('reports/broken.ts'));
  expect(setUp()).toEqual({ status: 0, stderr: '' });
});

test('a build that was killed is done again, and what it left is cleared away', async () => {
  rmSync(at('dist'), { recursive: true });
  const killed = spawn(process.execPath, [at('scripts/setup.mjs')], { stdio: 'ignore', detached: true });
  const gone = new Promise((resolve) => killed.once('close', resolve));
  const drafts = () => readdirSync(checkout).filter((name) => name.startsWith('dist'));
  while (drafts().length === 0) await wait(5);
  process.kill(-(killed.pid ?? 0), 'SIGKILL');
  await gone;
  expect(drafts()).not.toContain('dist');
  expect(setUp()).toEqual({ status: 0, stderr: BUILDING });
  expect(drafts()).toEqual(['dist']);
});

test('two at once build once', async () => {
  rmSync(at('dist'), { recursive: true });
  const texts = ['', ''];
  const ended = texts.map((_, which) => {
    const child = spawn(process.execPath, [at('scripts/setup.mjs')], { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      texts[which] += text;
    });
    return new Promise((resolve) => child.once('close', resolve));
  });
  expect(await Promise.all(ended)).toEqual([0, 0]);
  expect(texts.toSorted()).toEqual(['', BUILDING]);
});

test('a Node that is too old is told so', () => {
  const manifest = readFileSync(at('package.json'), 'utf8');
  writeFileSync(at('package.json'), manifest.replace(/"node": ">=[^"]+"/, '"node": ">=99.1"'));
  expect(setUp()).toEqual({ status: 2, stderr: expect.stringMatching(/^This is Node .+, and >=99\.1 is needed\.\n/) });
  writeFileSync(at('package.json'), manifest);
});

test('what a link leads to is left alone', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  writeFileSync(join(elsewhere, 'kept'), '');
  rmSync(at('node_modules'));
  symlinkSync(elsewhere, at('node_modules'), 'dir');
  expect(setUp()).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^node_modules is a link, .+\nRemove the link; /),
  });
  expect(readdirSync(elsewhere)).toEqual(['kept']);
});
