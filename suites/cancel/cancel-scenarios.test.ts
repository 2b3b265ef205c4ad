import { expect, test } from 'vitest';
import { valueAt } from '../../schemas/contract/clause.ts';
import { cancelOperation } from './cancel-contract.ts';
import { cancelScenarios } from './cancel-scenarios.ts';
import { FROZEN_IDS as FROZEN, frozenIds } from './frozen-ids.ts';

const { active, retired } = frozenIds('cancel');

const ids: string[] = cancelScenarios.map(({ id }) => id);

test('no frozen id has gone', () => {
  const gone = active.filter((id) => !ids.includes(id));
  expect(gone, `Move these ids below "# retired" in ${FROZEN}, or bring their scenarios back`).toEqual([]);
});

test('every new id is frozen', () => {
  const added = ids.filter((id) => !active.includes(id));
  expect(
    added,
    `Add these ids to ${FROZEN}, above "# retired"; once there they are never used for anything else`,
  ).toEqual([]);
});

test('no retired id is used again', () => {
  expect(ids.filter((id) => retired.includes(id))).toEqual([]);
});

test('ids are unique and well-formed: operation, topic, case', () => {
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^cancel\.(state|access|request|path|fault|concurrency)(\.[a-z0-9_-]+)+$/);
  for (const { id, topic } of cancelScenarios) expect(id.split('.')[1]).toBe(topic);
});

const DESIGN_CARD = [
  'valid cancel',
  'oversized note',
  '101 CC emails',
  'draft',
  'paid',
  'double cancel',
  'foreign invoice',
];

test.each(DESIGN_CARD)('exactly one scenario is called "%s"', (title) => {
  expect(cancelScenarios.filter((scenario) => scenario.title === title)).toHaveLength(1);
});

test('the seven ask for what their names say', () => {
  const of = (title: string) => cancelScenarios.find((scenario) => scenario.title === title);
  expect(of('valid cancel')).toMatchObject({ given: { state: 'SENT' }, expected: [{ status: [204] }] });
  expect([...String(valueAt(of('oversized note')?.when.body, '/note'))]).toHaveLength(4001);
  expect(of('oversized note')?.expected[0]).toMatchObject({
    status: [400],
    issue: 'INVALID_STRING_MAX_LENGTH',
    field: '/note',
    location: 'body',
  });
  expect(valueAt(of('101 CC emails')?.when.body, '/additional_recipients')).toHaveLength(101);
  expect(of('101 CC emails')?.expected[0]).toMatchObject({ status: [400], issue: 'INVALID_ARRAY_MAX_ITEMS' });
  expect(of('draft')).toMatchObject({
    given: { state: 'DRAFT' },
    expected: [{ issue: 'CANNOT_CANCEL_DRAFT_INVOICE' }],
  });
  expect(of('paid')).toMatchObject({
    given: { state: 'MARKED_AS_PAID' },
    expected: [{ issue: 'CANNOT_CANCEL_PAID_INVOICE' }],
  });
  expect(of('double cancel')).toMatchObject({
    given: { state: 'CANCELLED' },
    expected: [{ issue: 'INVOICE_CANCELED_ALREADY' }],
  });
  expect(of('foreign invoice')).toMatchObject({
    when: { credential: 'foreign' },
    expected: [{ status: [403], issue: 'PERMISSION_DENIED' }],
  });
});

test("every scenario's first expectation rests on the clause of its first claim", async () => {
  const { cancelObligations } = await import('./cancel-contract.ts');
  const byId = new Map(cancelObligations.obligations.map((obligation) => [obligation.id, obligation]));
  for (const { id, claims, expected } of cancelScenarios) {
    for (const claim of claims) expect(byId.has(claim), `${id} claims ${claim}`).toBe(true);
    const { issue, status, clause, level } = expected[0];
    const own = byId.get(`issue/${status.join()}/${issue}`) ?? byId.get(claims[0] ?? '');
    expect([id, clause, level]).toEqual([id, own?.clause, own?.level]);
    expect(valueAt(cancelOperation.spec.document, clause.pointer)).toBeDefined();
  }
});
