import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { packageFile } from '../schemas/contract/package-file.ts';
import { contract } from './contract.ts';
import type { ContractOptions } from './contract-options.ts';
import { main } from './main.ts';

const directory = mkdtempSync(join(tmpdir(), 'contract-'));
afterAll(() => rmSync(directory, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const PINNED = packageFile('specs/paypal/invoices.cancel.openapi.yaml');
const LIBRARY = packageFile('schemas/contract/fixtures/library.openapi.yaml');
const yaml = readFileSync(PINNED, 'utf8');

/** What is printed while something runs in this process, and what it answers. */
async function printedBy(run: () => Promise<number>) {
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    });
  const code = await run();
  vi.restoreAllMocks();
  return { code, ...printed };
}

/** The command without the command line. */
const judged = (spec?: string, options: Partial<ContractOptions> = {}) =>
  printedBy(() => contract(spec, { format: 'text', ...options }));

function written(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

test('without a word the pinned contract is judged, by the named examples', async () => {
  const { code, stdout, stderr } = await judged();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\d+ findings: /);
  expect(stdout).toMatch(/\n {2}400 +3 /);
});

test('any other document is judged, in every operation that has an id', async () => {
  const { code, stdout } = await judged(LIBRARY, { format: 'json' });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'audit', operations: ['loans.create'], findings: [] });
  const unnamed = written('unnamed.yaml', yaml.replace('    post:', '    get: { responses: {} }\n    post:'));
  expect((await judged(unnamed)).stdout).toContain(
    'for want of an operationId: GET /v2/invoicing/invoices/{invoice_id}/cancel',
  );
});

test('the same contract on a page is no difference', async () => {
  const page = written('page.md', `# Cancel\n\n\`\`\`\`yaml /api-reference\n${yaml}\n\`\`\`\`\n`);
  const { code, stdout } = await judged(undefined, { against: page });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^No difference\n/);
});

test('a breaking change exits with 1, and names the scenarios that it touches', async () => {
  const shorter = written('shorter.yaml', yaml.replace('maxLength: 4000', 'maxLength: 400'));
  const { code, stdout } = await judged(undefined, { against: shorter, format: 'json' });
  expect(code).toBe(1);
  const { totals, differences } = JSON.parse(stdout);
  expect(totals).toEqual({ breaking: 1, widening: 0, tightening: 0, editorial: 0 });
  expect(differences[0].scenarios).toContain('cancel.request.subject.length-4000');
  expect((await judged(shorter, { against: PINNED })).code).toBe(0);
});

test('an operation can be chosen; one that either lacks is a difference', async () => {
  const renamed = written('renamed.yaml', yaml.replace('operationId: invoices.cancel', 'operationId: invoices.void'));
  const { code, stdout } = await judged(undefined, { against: renamed, operation: 'invoices.cancel' });
  expect(code).toBe(1);
  expect(stdout).toContain('operation-removed');
  expect((await judged(undefined, { against: renamed, operation: 'invoices.void' })).code).toBe(0);
});

test.each([
  [['--operation', 'invoices.send'], /has no operation invoices\.send\.\nChoose one of: invoices\.cancel\./],
  [['nowhere.yaml'], /nowhere\.yaml cannot be read/],
  [['--against', 'nowhere.yaml'], /nowhere\.yaml cannot be read/],
  [['--format', 'html'], /Allowed choices are text, json, sarif/],
  [['one.yaml', 'two.yaml'], /Too many arguments/],
  [[packageFile('package.json')], /is not an OpenAPI document/],
])('%j is one sentence, a hint and exit code 2', async (args, message) => {
  const { code, stdout, stderr } = await printedBy(() => main(['contract', ...args]));
  expect(stderr).toMatch(message);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
