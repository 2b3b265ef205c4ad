import { expect, test } from 'vitest';
import { createHttpClient } from '../../clients/undici-client.ts';
import { parity } from '../../reports/formats/parity.ts';
import { parityOf } from '../../reports/parity/parity-of.ts';
import { legacyWords, restWords } from '../../reports/parity/parity-words.ts';
import { assertRecord } from '../../reports/record-schema.ts';
import { runRecordOf, scenarioRecordOf } from '../../reports/run-record.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { startPrism } from '../../targets/prism/prism.ts';
import { HEADER } from '../../tests/run-samples.ts';
import { cancelOperation } from '../cancel/cancel-contract.ts';
import { conform } from '../conform.ts';
import { contractScenarios } from '../profile.ts';
import type { Scenario } from '../scenario.ts';
import { openSession } from '../session.ts';
import { legacyOperation } from './legacy-contract.ts';
import { legacySystem } from './legacy-system.ts';

const isWanted = ({ topic, twin, id }: Scenario): boolean =>
  twin !== undefined || topic === 'legacy-fault' || /\.(scheduled|length-4001|items-101)$/.test(id);

async function resultsOf(scenarios: readonly Scenario[]): Promise<readonly ScenarioResult[]> {
  const prism = await startPrism();
  const client = createHttpClient(prism.baseUrl);
  const rest = openSession({ target: prism.target, client, operation: cancelOperation });
  const legacy = openSession({ ...rest, operation: legacyOperation, system: legacySystem });
  const results = [];
  for (const scenario of scenarios) results.push(await conform(scenario, scenario.system === 'legacy' ? legacy : rest));
  await client.close();
  await prism.close();
  return results;
}

const results = await resultsOf(contractScenarios.filter(isWanted));
const scenarios = results.map(scenarioRecordOf);
const rows = parityOf(scenarios);

/** What public sources have of both systems: legacy codes, REST status and issue. */
const EXPECTED = [
  ['Success', '204'],
  ['570063', '422 CANNOT_CANCEL_DRAFT_INVOICE'],
  ['570061', '422 CANNOT_CANCEL_PAID_INVOICE'],
  ['570099', '422 CANNOT_CANCEL_REFUNDED_INVOICE'],
  ['570062', '422 INVOICE_CANCELED_ALREADY'],
  ['550027', '403 PERMISSION_DENIED'],
  ['580047', '404'],
  ['571001', '404'],
  ['580022', '400'],
  ['520003', '401'],
  ['520002', '500'],
];

/** What nobody can run on both: in brackets what comes nearest. */
const ONE_SIDED = [
  ['–', '422 CANNOT_CANCEL_SCHEDULED_INVOICE'],
  ['550026', '(403 PERMISSION_DENIED)'],
  ['570058', '(401)'],
  ['520009', '(403)'],
  ['(580022)', '400 INVALID_STRING_MAX_LENGTH'],
  ['(580022)', '400 INVALID_ARRAY_MAX_ITEMS'],
];

const saidBy = (some: typeof rows) => some.map((row) => [legacyWords(row), restWords(row)]);

test('the table that a run gives is the one that is known, each row verified on both', () => {
  const verified = rows.filter(({ standing }) => standing === 'verified');
  expect(saidBy(verified).toSorted()).toEqual(EXPECTED.toSorted());
});

test('what only one side can express has a row of its own', () => {
  const oneSided = rows.filter(({ standing }) => standing !== 'verified');
  expect(saidBy(oneSided).toSorted()).toEqual(ONE_SIDED.toSorted());
});

test('a side that departs, or that nothing is known of, is told', () => {
  const withDraft = (over: Partial<ScenarioResult>) =>
    parityOf(scenarios.map((one) => (one.id === 'legacy.state.draft' ? { ...one, ...over } : one)));
  const standing = (some: typeof rows) => some.find(({ titles }) => titles.includes('draft'))?.standing;
  expect(standing(withDraft({ verdict: 'fail' }))).toBe('departs');
  expect(standing(withDraft({ verdict: 'inconclusive' }))).toBe('unknown');
  expect(parityOf(scenarios.filter(({ operation }) => operation === 'invoices.cancel'))).toEqual([]);
});

const record = runRecordOf(
  { header: HEADER, planned: [], scenarios, defects: [], leftovers: [], end: null, requests: 0 },
  [],
);

test('the record holds the table, as its schema has it', () => {
  expect(record.parity).toEqual(rows);
  expect(() => assertRecord(record)).not.toThrow();
});

test('the page shows both requests and both answers of each row', () => {
  const page = [...parity(record, { explain: () => '', curlOf: () => '' })].join('');
  expect(page.match(/^\| .+ \| .+ \| verified \|/gm)).toHaveLength(EXPECTED.length);
  const draft = page.slice(page.indexOf('### draft'), page.indexOf('### paid'));
  expect(draft).toMatch(/POST \/Invoice\/CancelInvoice[\s\S]+"errorId":"570063"/);
  expect(draft).toMatch(/POST \/v2\/invoicing\/invoices\/\S+\/cancel[\s\S]+CANNOT_CANCEL_DRAFT_INVOICE/);
});
