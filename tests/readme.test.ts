import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageFile } from '../schemas/contract/package-file.ts';
import { type CommandEnd, command, type RunningCommand, startCommand } from './command.ts';
import { documentedCommands } from './documented-commands.ts';

const README = readFileSync(packageFile('README.md'), 'utf8');

const commandLines = [...README.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((text) => text.replace(/\s+# .*$/, '').trim())
  .filter((text) => text !== '');

/** The words of a command line; quotes keep some together. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/** The arguments of our own command. */
const argumentsOf = (line: string): string[] => wordsOf(line).slice(2);

/** Bare Playwright, in the checkout: its sources need no build. */
function playwright(args: readonly string[]): CommandEnd {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args, '--output', directory], {
    cwd: packageFile('.'),
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

const ended = (line: string, also: readonly string[] = []): CommandEnd | Promise<CommandEnd> =>
  line.startsWith('npx playwright')
    ? playwright(argumentsOf(line))
    : command(directory, [...argumentsOf(line), ...also], sandbox);

const LONG_MS = 60_000;
const directory = mkdtempSync(join(tmpdir(), 'readme-'));
let served: RunningCommand;
let sandbox: NodeJS.ProcessEnv;

const said = (running: RunningCommand): Promise<string> =>
  new Promise((resolve) => running.child.stdout?.once('data', (text) => resolve(String(text))));

beforeAll(async () => {
  served = startCommand(directory, ['serve', '--port', '0', '--liar', 'paid-is-a-draft']);
  const text = await said(served);
  const [, url, id, secret] = /(http:\S+)\nclient id\s+(\S+)\nclient secret\s+(\S+)/.exec(text) ?? [];
  sandbox = { PAYPAL_BASE_URL: url, PAYPAL_CLIENT_ID: id, PAYPAL_CLIENT_SECRET: secret };
}, LONG_MS);

afterAll(async () => {
  served.child.kill('SIGTERM');
  await served.ended;
  rmSync(directory, { recursive: true });
});

test('every command of the README is shown to work, and no other', () => {
  expect([...new Set(commandLines)].sort()).toEqual(Object.keys(documentedCommands).sort());
});

for (const [line, documented] of Object.entries(documentedCommands)) {
  if ('elsewhere' in documented) continue;
  test(line, { timeout: LONG_MS }, async () => {
    if ('serves' in documented) {
      const running = startCommand(directory, [...argumentsOf(line), ...documented.serves], sandbox);
      expect(await said(running)).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
      running.child.kill('SIGTERM');
      await running.ended;
      return;
    }
    documented.before?.(directory);
    const { code, stderr } = await ended(line, documented.also);
    expect({ code, stderr }).toEqual({ code: documented.code, stderr: expect.not.stringMatching(/defect|Error/) });
  });
}

test('every script, file and picture that the README names is there', () => {
  const { scripts } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { scripts: object };
  const named = [...README.matchAll(/`npm (?:run )?([\w:]+)`/g)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const files = [...README.matchAll(/(?:\]\(|src="|srcset=")([\w./-]+)/g)].map(([, file]) => file ?? '');
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((file) => !existsSync(packageFile(file)))).toEqual([]);
});
