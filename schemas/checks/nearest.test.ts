import { describe, expect, it } from 'vitest';
import { cancel } from '../../tests/judging.ts';
import { editDistance, nearestFirst } from './nearest.ts';

describe('the nearest code', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['abc', 'xabc', 1],
    ['abc', 'acb', 2],
  ])('%s and %s are %i apart, either way', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  const issues = [...(cancel.statusContract(422)?.issues.keys() ?? [])];
  it.each([
    ['CANNOT_CANCEL_DRAFT_INVOICES', 'CANNOT_CANCEL_DRAFT_INVOICE'],
    ['CANT_CANCEL_INVOICE_IN_DRAFT_STATE', 'CANNOT_CANCEL_DRAFT_INVOICE'],
    ['cant-cancel-invoice-scheduled', 'CANNOT_CANCEL_SCHEDULED_INVOICE'],
    ['CANNOT_CANCEL_REFUND_INVOICE', 'CANNOT_CANCEL_REFUNDED_INVOICE'],
    ['INVOICE_ALREADY_CANCELLED', 'INVOICE_CANCELED_ALREADY'],
    ['CANCELED', 'INVOICE_CANCELED_ALREADY'],
  ])('to %s is %s', (code, nearest) => {
    expect(nearestFirst(code, issues)[0]).toBe(nearest);
    expect([...nearestFirst(code, issues)].sort()).toEqual([...issues].sort());
  });

  it('has no words that were not written', () => {
    expect(nearestFirst('INVOICE', ['INVOICE_CANCELED_ALREADY', 'INVOICE'])[0]).toBe('INVOICE');
  });

  it('has no empty words between two marks', () => {
    const drafts = ['CANCEL_DRAFT_X', 'CANCEL_DRAFTS'];
    expect(nearestFirst('CANCEL__DRAFT', drafts)).toEqual(nearestFirst('CANCEL_DRAFT', drafts));
    expect(nearestFirst('CANCEL__DRAFT', drafts)[0]).toBe('CANCEL_DRAFTS');
  });

  it('is found quickly whatever the length', () => {
    const start = performance.now();
    for (const code of ['x'.repeat(1_000_000), 'x_'.repeat(500_000), '']) nearestFirst(code, issues);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
