import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { boundaryCases } from '../../schemas/boundaries/boundary-cases.ts';
import { deriveObligations, type Obligations } from '../../schemas/contract/obligations.ts';
import { loadOperation, type Operation } from '../../schemas/contract/operation.ts';
import { loadSpec } from '../../schemas/contract/spec.ts';
import { coverageOf } from '../coverage.ts';
import { CANCEL_SPEC, cancelObligations } from './cancel-contract.ts';
import { changesSincePinned } from './cancel-coverage.ts';
import { cancelScenarios } from './cancel-scenarios.ts';
import { requestBoundaries } from './request.scenarios.ts';
import { unclaimed } from './unclaimed.ts';

const directory = mkdtempSync(join(tmpdir(), 'contract-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** The pinned document with something changed, as PayPal might publish it one day. */
function changed(from: string, to: string): { operation: Operation; derived: Obligations } {
  const text = readFileSync(CANCEL_SPEC, 'utf8');
  expect(text.split(from)).toHaveLength(2);
  const path = join(directory, 'changed.openapi.yaml');
  writeFileSync(path, text.replace(from, to));
  const operation = loadOperation(loadSpec(path), 'invoices.cancel');
  return { operation, derived: deriveObligations(operation) };
}

const coverageBy = (contract: Obligations) => coverageOf(contract, cancelScenarios, [], unclaimed);

/** What the coverage shows as unclaimed although nobody has given a reason. */
const withoutReason = (contract: Obligations): string[] =>
  coverageBy(contract)
    .filter(({ id, standing }) => standing === 'unclaimed' && !Object.hasOwn(unclaimed, id))
    .map(({ id }) => id);

function boundariesOf({ operation, derived }: ReturnType<typeof changed>) {
  const { requestBody, spec } = operation;
  if (!requestBody) throw new Error('The document has no request body');
  const obligations = derived.obligations.filter(({ group }) => group === 'request');
  return boundaryCases({ spec, ...requestBody, obligations, root: 'body' });
}

const known = new Set(requestBoundaries.cases.map(({ id }) => id));
const newCases = (from: string, to: string): string[] =>
  boundariesOf(changed(from, to))
    .cases.map(({ id }) => id)
    .filter((id) => !known.has(id));

test('every obligation is claimed by a scenario, or listed with a reason', () => {
  expect(withoutReason(cancelObligations)).toEqual([]);
});

test('nothing is listed as unclaimed that is claimed, or that the contract does not oblige to', () => {
  const open = cancelObligations.obligations.filter(({ standing }) => standing === 'open').map(({ id }) => id);
  const claimed = new Set(cancelScenarios.flatMap(({ claims }) => claims));
  for (const id of Object.keys(unclaimed)) expect([id, open.includes(id), claimed.has(id)]).toEqual([id, true, false]);
});

const LAST_ISSUE = `                      - Invoice is already cancelled.
`;

test('a new issue code is named as unclaimed', () => {
  const { derived } = changed(
    LAST_ISSUE,
    `${LAST_ISSUE}              - title: CANNOT_CANCEL_DISPUTED_INVOICE
                properties:
                  issue:
                    type: string
                    enum:
                      - CANNOT_CANCEL_DISPUTED_INVOICE
`,
  );
  expect(withoutReason(derived)).toContain('issue/422/CANNOT_CANCEL_DISPUTED_INVOICE');
});

test('a new status is named as unclaimed', () => {
  const { derived } = changed("        '500':\n", "        '410':\n          description: Gone.\n        '500':\n");
  expect(withoutReason(derived)).toEqual(['status/410']);
});

test('a new member, and a new limit, are named as unclaimed and have boundary cases', () => {
  const [from, to] = [
    '        send_to_invoicer:\n',
    '        reason:\n          type: string\n          maxLength: 12\n        send_to_invoicer:\n',
  ];
  expect(withoutReason(changed(from, to).derived)).toEqual(['request/reason/type', 'request/reason/maxLength']);
  expect(newCases(from, to)).toEqual(expect.arrayContaining(['reason.length-12', 'reason.length-13', 'reason.null']));
});

test('a run names what a changed contract brings and takes away', () => {
  const ids = cancelScenarios.map(({ id }) => id);
  expect(changesSincePinned(ids)).toEqual([]);
  const moved = ids.map((id) => id.replace('note.length-4001', 'note.length-5001'));
  expect(changesSincePinned(moved).map(({ standing, subject }) => `${standing} ${subject}`)).toEqual([
    'new cancel.request.note.length-5001',
    'vanished cancel.request.note.length-4001',
  ]);
});

test('a limit that moved has boundary cases of its own', () => {
  const cases = newCases('      maxItems: 100\n      description', '      maxItems: 50\n      description');
  expect(cases).toEqual(['additional_recipients.items-50', 'additional_recipients.items-51']);
});

test('a limit on the request as a whole has boundary cases and is named as unclaimed', () => {
  const [from, to] = ['      title: Notification\n', '      title: Notification\n      maxProperties: 3\n'];
  expect(newCases(from, to)).toEqual(['body.members-2', 'body.members-3', 'body.members-4']);
  expect(withoutReason(changed(from, to).derived)).toEqual(['request/maxProperties']);
});

test('a keyword without a rule is named, with its line', () => {
  const { derived } = changed('      title: Notification\n', '      title: Notification\n      not: {}\n');
  expect(derived.unruled).toEqual([{ keyword: 'not', clause: expect.objectContaining({ line: 213 }) }]);
  const named = coverageBy(derived).filter(({ standing }) => standing === 'unruled');
  expect(named).toMatchObject([{ subject: expect.stringMatching(/^not \(.*:213\)$/) }]);
});

test('a claim of something that the contract no longer obliges to is a defect that names both', async () => {
  const { defineScenarios } = await import('../define-scenarios.ts');
  const { stateScenarios } = await import('./state.scenarios.ts');
  const { derived } = changed('                    enum:\n                      - CANNOT_CANCEL_PAID_INVOICE\n', '');
  const obligations = new Map(derived.obligations.map((obligation) => [obligation.id, obligation]));
  expect(() => defineScenarios(stateScenarios, { operation: 'invoices.cancel', obligations })).toThrow(
    expect.objectContaining({
      code: 'DEFECT',
      message: expect.stringMatching(/cancel\.state\.paid claims issue\/422\/CANNOT_CANCEL_PAID_INVOICE/),
    }),
  );
});
