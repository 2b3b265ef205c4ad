import { expect, test } from 'vitest';
import { cancelScenarios } from '../cancel/cancel-scenarios.ts';
import { FROZEN_IDS, frozenIds } from '../cancel/frozen-ids.ts';
import { locationOf } from '../scenario-location.ts';
import { legacyObligations, legacyOperation } from './legacy-contract.ts';
import { legacyScenarios } from './legacy-scenarios.ts';
import { legacyUnclaimed } from './unclaimed.ts';

const ids = legacyScenarios.map(({ id }) => id);
const { obligations, unruled } = legacyObligations;
const open = obligations.filter(({ standing }) => standing === 'open').map(({ id }) => id);
const firm = legacyScenarios.filter(({ expected: [first] }) => first.origin !== 'undefined');
const claimed = new Set(firm.flatMap(({ claims }) => claims));

test('ids are frozen, unique and well-formed, and stand where their scenarios are written', () => {
  const { active, retired } = frozenIds('legacy');
  expect(
    ids.filter((id) => !active.includes(id)),
    `Add these to ${FROZEN_IDS}`,
  ).toEqual([]);
  expect(active.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => retired.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, topic } of legacyScenarios) {
    expect(id).toMatch(/^legacy\.(state|access|request|format|fault|concurrency)(\.[a-z0-9_-]+)+$/);
    expect(topic).toBe(`legacy-${id.split('.')[1]}`);
  }
  for (const { id, twin } of legacyScenarios)
    expect([id, locationOf(id)?.file]).toEqual([
      id,
      expect.stringMatching(twin ? /^suites\/cancel/ : /^suites\/legacy/),
    ]);
});

test('a scenario of both systems is one literal with two bindings, each tied to the other', () => {
  const twins = legacyScenarios.filter(({ twin }) => twin !== undefined);
  expect(twins.length).toBeGreaterThanOrEqual(14);
  for (const { id, twin, system, operation } of twins) {
    expect(cancelScenarios.find((scenario) => scenario.id === twin)).toMatchObject({ twin: id });
    expect([system, operation]).toEqual(['legacy', legacyOperation.id]);
  }
  expect(cancelScenarios.filter((scenario) => scenario.twin !== undefined)).toHaveLength(twins.length);
});

test('every documented code is expected in one scenario or more, and every pair of formats twice', () => {
  const expected = new Set(legacyScenarios.flatMap((scenario) => scenario.expected.map(({ issue }) => issue)));
  const codes = obligations.flatMap(({ id }) => /^code\/(\d{6})$/.exec(id)?.[1] ?? []);
  expect(codes).toHaveLength(13);
  expect(codes.filter((code) => !expected.has(code))).toEqual([]);
  const pairs = legacyScenarios
    .filter(({ topic }) => topic === 'legacy-format')
    .map(({ when: { wire }, expected: [{ ack }] }) => `${wire?.request} ${wire?.response} ${ack}`);
  expect(new Set(pairs).size).toBe(20);
});

test('every obligation is claimed by a scenario, or listed with a reason; nothing is both', () => {
  expect(open.filter((id) => !claimed.has(id) && !Object.hasOwn(legacyUnclaimed, id))).toEqual([]);
  for (const id of Object.keys(legacyUnclaimed))
    expect([id, open.includes(id), claimed.has(id)]).toEqual([id, true, false]);
  expect(unruled).toEqual([]);
});

test('no scenario judges an HTTP status, and each rests on the clause of its first claim', () => {
  const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]));
  for (const { id, claims, expected } of legacyScenarios) {
    for (const claim of claims) expect(byId.has(claim), `${id} claims ${claim}`).toBe(true);
    for (const { status, ack } of expected) expect([status, typeof ack]).toEqual([[], 'string']);
    const [{ issue, clause, level }] = expected;
    const own = byId.get(`code/${issue}`) ?? byId.get(claims[0] ?? '');
    expect([id, clause, level]).toEqual([id, own?.clause, own?.level]);
  }
});
