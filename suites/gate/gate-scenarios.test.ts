import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { cancelObligations, cancelOperation } from '../cancel/cancel-contract.ts';
import { gateChecks } from './gate-checks.ts';
import { gateScenarios } from './gate-scenarios.ts';

const FROZEN = 'suites/gate/frozen-ids.txt';
const [active = [], retired = []] = readFileSync(packageFile(FROZEN), 'utf8')
  .split(/^# retired$/m)
  .map((part) => part.split('\n').filter((line) => line !== '' && !line.startsWith('#')));

const ids = gateScenarios.map(({ id }) => id);

test('ids are frozen, unique, and named after their topic', () => {
  expect(ids.toSorted(), `Add new ids to ${FROZEN}, and move those given up below "# retired"`).toEqual(
    active.toSorted(),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => retired.includes(id))).toEqual([]);
  for (const id of ids)
    expect(id).toMatch(/^client\.(status|issue|request|path|boundary|answer|transport)\.[a-z0-9-]+$/);
});

test('every documented status is met, and every documented issue', () => {
  const met = new Set(gateScenarios.map(({ meets }) => meets));
  expect(cancelOperation.statuses.filter((status) => !met.has(status))).toEqual([]);
  const issues = gateScenarios.flatMap(({ meets, issues: named = [] }) =>
    named.map((issue) => `issue/${meets}/${issue}`),
  );
  const documented = cancelObligations.obligations.filter(({ group }) => group === 'issue').map(({ id }) => id);
  expect(documented.length).toBeGreaterThan(7);
  expect(documented.filter((id) => !issues.includes(id))).toEqual([]);
});

test('every scenario rests on a line of the contract', () => {
  for (const { clause, title } of gateScenarios) {
    expect(clause.line).toBeGreaterThan(0);
    expect(title).toMatch(/^\S.{15,}[^.]$/);
  }
});

test('checks have ids of their own', () => {
  expect(new Set(gateChecks.map(({ id }) => id)).size).toBe(gateChecks.length);
});
