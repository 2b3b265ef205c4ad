import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { packageFile } from '../schemas/contract/package-file.ts';
import { command } from '../tests/command.ts';
import { assertClientOptions, chosenScenarios, waitsOf } from './client-options.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'client-'));
});

const MODULE = packageFile('examples/clients/module.mjs');
const gate = (...args: string[]) => command(directory, ['run', ...args]);
const record = () => JSON.parse(readFileSync(join(directory, 'reports/out/client/run.json'), 'utf8'));

/** A module that answers everything with a success, whatever came. */
function cheerful(): string {
  const file = join(directory, 'cheerful.mjs');
  const text = readFileSync(MODULE, 'utf8').replace(
    'response.status === 204 ? { ok: true } :',
    'response.ok ? { ok: true } :',
  );
  writeFileSync(file, text);
  return file;
}

test('a client that conforms ends with 0, and the record says that a client was judged', async () => {
  const end = await gate('--client', MODULE, '--grep', '@(status|path)', '--format', 'junit=out.xml');
  expect(end).toMatchObject({ code: 0, stderr: 'written out.xml\n' });
  expect(end.stdout).toContain('Conforms: no departure in 18 scenarios');
  expect(end.stdout.replaceAll('\n', ' ')).toContain(`${MODULE} makes of the mock, not PayPal`);
  expect(record()).toMatchObject({ target: { name: 'client', judges: 'client', client: MODULE }, partial: true });
  expect(JSON.stringify(record())).not.toMatch(/Bearer A21AA/);
});

test('a client that departs ends with 1, unless a baseline accepts all that it does', async () => {
  const entry = { id: 'cheerful', findings: [{ kind: 'client-false-success', pointer: '' }], reason: 'Known.' };
  const known = { ...entry, scenarios: ['client.answer.accepted'], owner: 'us', date: '2026-01-01', source: 'a test' };
  writeFileSync(join(directory, 'known.json'), JSON.stringify({ format: 1, target: 'client', accepted: [known] }));
  const end = await gate('--client', cheerful(), '--grep', 'answer.(accepted|html-200)', '--baseline', 'known.json');
  expect(end).toMatchObject({ code: 1, stdout: expect.stringContaining('1 new departure') });
  expect(end.stdout).toContain('client.answer.html-200: client-false-success (MUST, spec)');
  expect(end.stdout).toContain('cheerful: in 1 scenario; accepted by us');
});

test.each([
  ['a file that is not there', ['--client', 'nowhere.mjs'], 'There is no file nowhere.mjs.\n'],
  [
    'a command that is not found',
    ['--client', 'no-such-command-here --now'],
    'The client cannot be used. Its process ended with exit code 127',
  ],
])('%s is told in a sentence and a hint, and ends with 2', async (_, args, words) => {
  const end = await gate(...args);
  expect(end).toMatchObject({ code: 2, stdout: '' });
  expect(end.stderr).toContain(words);
});

const options = { target: 'client', wait: 60, failOn: 'should', timeout: 30_000, maxBody: 1000 } as const;

test.each([
  ['a target beside a client', { target: 'sandbox' }, '--client and --target do not go together'],
  ['a plan of it', { plan: true }, '--client and --plan do not go together'],
  ['a search that finds nothing', { grep: 'nothing-of-that' }, 'No scenario matches --grep "nothing-of-that"'],
])('%s is refused', (_, over, message) => {
  const act = () => {
    assertClientOptions({ ...options, ...over });
    chosenScenarios({ ...options, ...over });
  };
  expect(act).toThrow(expect.objectContaining({ code: 'USAGE', message }));
});

test('settings of a run on a service are passed over, and a client is waited for as long as it is said', () => {
  expect(() => assertClientOptions({ ...options, rate: 5, maxCalls: 9, workers: 2 })).not.toThrow();
  expect(chosenScenarios(options).length).toBeGreaterThan(50);
  expect([waitsOf(options).suiteMs, waitsOf({ ...options, timeout: 900 }).suiteMs]).toEqual([5_000, 900]);
});
