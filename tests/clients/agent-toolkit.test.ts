import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientSource } from '../../clients/sdk/client-source.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { gateScenarios } from '../../suites/gate/gate-scenarios.ts';
import { type OpenedGate, openTestGate } from './opened-gate.ts';

let gate: OpenedGate;
beforeAll(async () => {
  gate = await openTestGate();
});
afterAll(() => gate.close());

/** What was found, a line for each kind and place, without what is another each time. */
function reportOf(results: readonly ScenarioResult[]): string {
  const found = new Map<string, string[]>();
  for (const { id, findings } of results)
    for (const { kind, pointer, level, origin } of findings) {
      const line = [kind, pointer, origin === 'undefined' ? 'open' : level].filter(Boolean).join(' ');
      found.set(line, [...(found.get(line) ?? []), id]);
    }
  const failed = results.filter(({ verdict }) => verdict === 'fail').length;
  const blocks = [...found].map(([line, ids]) => [line, ...ids.map((id) => `  ${id}`)].join('\n'));
  return [`${failed} of ${results.length} scenarios failed`, ...blocks, ''].join('\n\n').trimEnd().concat('\n');
}

test('@paypal/agent-toolkit draws what examples/reports/agent-toolkit.txt holds; `npx vitest -u` writes it anew', async () => {
  const source = clientSource(packageFile('examples/clients/agent-toolkit.mjs'));
  const results = await gate.judged(source, gateScenarios, { clientMs: 400, suiteMs: 1_500 });
  await expect(reportOf(results)).toMatchFileSnapshot(packageFile('examples/reports/agent-toolkit.txt'));
});
