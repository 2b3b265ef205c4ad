import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createHttpClient } from '../../clients/undici-client.ts';
import { forgetSecrets } from '../../schemas/secrets/known-secrets.ts';
import { DEMO_FOREIGN, DEMO_MERCHANT } from '../../targets/prism/merchants.ts';
import { type StartedPrism, startPrism } from '../../targets/prism/prism.ts';
import { connectSandbox } from '../../targets/sandbox/sandbox.ts';
import type { Target } from '../../targets/target.ts';
import { answering } from '../../tests/answering.ts';
import { cancelOperation } from '../cancel/cancel-contract.ts';
import { cancelCoverageOf } from '../cancel/cancel-coverage.ts';
import { conform } from '../conform.ts';
import { contractScenarios, scenariosOf } from '../profile.ts';
import { openSession } from '../session.ts';
import { simulatorScenarios } from './simulator-scenarios.ts';

let prism: StartedPrism;
beforeAll(async () => {
  prism = await startPrism();
  await prism.ready();
});
afterAll(() => prism.close());
afterEach(forgetSecrets);

const targetAt = (baseUrl: string): Promise<Target> =>
  connectSandbox(baseUrl, 'simulator', {
    PAYPAL_CLIENT_ID: DEMO_MERCHANT.clientId,
    PAYPAL_CLIENT_SECRET: DEMO_MERCHANT.clientSecret,
    PAYPAL_FOREIGN_CLIENT_ID: DEMO_FOREIGN.clientId,
    PAYPAL_FOREIGN_CLIENT_SECRET: DEMO_FOREIGN.clientSecret,
  });

async function resultsAt(baseUrl: string) {
  const client = createHttpClient(baseUrl);
  const session = openSession({ target: await targetAt(baseUrl), client, operation: cancelOperation });
  const results = [];
  for (const scenario of simulatorScenarios) results.push(await conform(scenario, session));
  await client.close();
  return results;
}

test('the ids and names are those of PayPal’s page', () => {
  expect(simulatorScenarios.map(({ id, when, expected: [{ issue }] }) => [id, when.pathSegment, issue])).toEqual([
    ['simulator.cancel.internal-server-error', 'INV2-ABCD-1234-EINV-0024', 'INTERNAL_SERVER_ERROR'],
    ['simulator.cancel.permission-denied', 'INV2-ABCD-1234-EINV-0025', 'PERMISSION_DENIED'],
    ['simulator.cancel.unauthorized-access', 'INV2-ABCD-1234-EINV-0026', 'UNAUTHORIZED_ACCESS'],
    ['simulator.cancel.invoice-not-found', 'INV2-ABCD-1234-EINV-0027', 'INVOICE_NOT_FOUND'],
    ['simulator.cancel.draft-state', 'INV2-ABCD-1234-EINV-0028', 'CANT_CANCEL_INVOICE_IN_DRAFT_STATE'],
    ['simulator.cancel.success', 'INV2-ABCD-1234-EINV-0029', undefined],
  ]);
});

test('the profiles are never mixed', () => {
  expect(scenariosOf('simulator')).toBe(simulatorScenarios);
  expect(scenariosOf('sandbox')).toBe(contractScenarios);
  expect(scenariosOf('prism')).toBe(contractScenarios);
  expect(simulatorScenarios.flatMap(({ claims }) => claims)).toEqual([]);
  expect(contractScenarios.filter(({ expected }) => expected.some(({ origin }) => origin === 'simulator'))).toEqual([]);
  for (const { expected } of simulatorScenarios)
    expect(expected).toMatchObject([{ level: 'MAY', origin: 'simulator', clause: { file: 'simulator.openapi.yaml' } }]);
});

test('the rehearsal answers as the page says, and costs one token and one call each', async () => {
  const results = await resultsAt(prism.baseUrl);
  expect(results.map(({ verdict, findings, reason }) => [verdict, findings, reason])).toEqual(
    results.map(() => ['pass', [], undefined]),
  );
  expect(results.flatMap(({ exchanges }) => exchanges)).toHaveLength(1 + simulatorScenarios.length);
  expect(cancelCoverageOf(results)).toEqual([]);
});

test('another answer draws findings of the simulator’s own, which fail no run', async () => {
  const server = await answering(({ url }) =>
    url === '/v1/oauth2/token'
      ? { status: 200, body: { access_token: 'a-token-of-a-rehearsal', expires_in: 300 } }
      : { status: 404, body: { name: 'INVOICE_NOT_FOUND_' } },
  );
  const results = await resultsAt(server.origin);
  const findings = results.flatMap((result) => result.findings);
  expect(new Set(results.map(({ verdict }) => verdict))).toEqual(new Set(['pass']));
  expect(new Set(findings.map(({ origin, level }) => `${origin} ${level}`))).toEqual(new Set(['simulator MAY']));
  expect(results.map((result) => result.findings.map(({ kind }) => kind))).toEqual([
    ['wrong-status', 'wrong-issue'],
    ['wrong-status', 'wrong-issue'],
    ['wrong-status', 'wrong-issue'],
    ['wrong-issue'],
    ['wrong-status', 'wrong-issue'],
    ['wrong-status'],
  ]);
  await server.close();
});
