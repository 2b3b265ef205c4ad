import { expect, test } from 'vitest';
import { cancelScenarios } from './cancel/cancel-scenarios.ts';
import { touchedScenarios } from './touched-scenarios.ts';

test('the scenarios that claim an obligation are touched by it', () => {
  const touched = touchedScenarios(cancelScenarios, ['request/note/maxLength']);
  expect(touched).toContain('cancel.request.note.length-4001');
  expect(touched).not.toContain('cancel.state.draft');
});

test('so are those that expect the issue that it promises', () => {
  const unclaiming = cancelScenarios.map((scenario) => ({ ...scenario, claims: [] }));
  const touched = touchedScenarios(unclaiming, ['issue/422/INVOICE_CANCELED_ALREADY']);
  expect(touched).toContain('cancel.state.cancelled');
  expect(touched.length).toBeLessThan(10);
});

test('nothing is touched by an obligation that no scenario knows', () => {
  expect(touchedScenarios(cancelScenarios, ['issue/422/CANNOT_CANCEL_LOCKED_INVOICE'])).toEqual([]);
});
