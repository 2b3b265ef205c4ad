import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClientSource, clientSource } from '../../clients/sdk/client-source.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { gateScenarios } from '../../suites/gate/gate-scenarios.ts';
import { kindsIn, type OpenedGate, openTestGate } from './opened-gate.ts';

let gate: OpenedGate;
beforeAll(async () => {
  gate = await openTestGate();
});
afterAll(() => gate.close());

const runs = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Judged by everything, and found to conform; silence is waited for less long than a slow start takes. */
async function conforms(source: ClientSource, scenarios = gateScenarios): Promise<void> {
  const results = await gate.judged(source, scenarios, { clientMs: 400, suiteMs: 10_000 });
  expect(kindsIn(results)).toEqual([]);
  expect(results.map(({ verdict }) => verdict)).toEqual(scenarios.map(() => 'pass'));
}

/** Enough of every topic for a client that has passed all of them by hand, or shares its code with one that does here. */
const some = gateScenarios.filter(
  ({ topic, id }) =>
    !['boundary', 'path'].includes(topic) || /path\.(?:slash|percent|non-ascii)$|boundary\.note$/.test(id),
);
const few = gateScenarios.filter(({ topic }) => topic === 'issue' || topic === 'request');

const example = (file: string): string => packageFile(`examples/clients/${file}`);

test('the module passes the gate', () => conforms(clientSource(example('module.mjs'))));

test('the process in JavaScript, which is the module again, passes it as well', () =>
  conforms(clientSource(`"${process.execPath}" "${example('process.mjs')}"`), few));

test.skipIf(!runs('python3', '--version'))('the process in Python passes the gate', () =>
  conforms(clientSource(`python3 "${example('client.py')}"`)),
);

test.skipIf(!['jq', 'curl'].every((command) => runs(command, '--version')))(
  'the process in the shell passes the gate',
  () => conforms(clientSource(`sh "${example('client.sh')}"`), few),
  60_000,
);

test('the typed client compiles, and passes the gate', async () => {
  const out = mkdtempSync(join(tmpdir(), 'typescript-client-'));
  const tsc = packageFile('node_modules/typescript/bin/tsc');
  const args = [tsc, '-p', packageFile('examples/typescript-client'), '--outDir', out];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  copyFileSync(packageFile('examples/typescript-client/package.json'), join(out, 'package.json'));
  await conforms(clientSource(join(out, 'cancel-invoice.js')), some);
});

test('the types of the typed client are generated from the document as it is', () => {
  const document = readFileSync(packageFile('specs/paypal/invoices.cancel.openapi.yaml'));
  const types = readFileSync(packageFile('examples/typescript-client/contract.ts'), 'utf8');
  expect(types).toContain(`sha256 ${createHash('sha256').update(document).digest('hex')}`);
});
