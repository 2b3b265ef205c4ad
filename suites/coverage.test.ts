import { expect, test } from 'vitest';
import { FINDING, resultOf } from '../tests/run-samples.ts';
import { cancelObligations } from './cancel/cancel-contract.ts';
import { cancelScenarios } from './cancel/cancel-scenarios.ts';
import { coverageOf } from './coverage.ts';

const DRAFT = 'cancel.state.draft';
const KNOWN = { ...FINDING, accepted: 'links-without-rel' };

/** What is shown of the draft's issue by a run of that scenario alone. */
const standingBy = (over: Parameters<typeof resultOf>[1]) =>
  coverageOf(cancelObligations, cancelScenarios, [resultOf(DRAFT, over)], {}).find(
    ({ id }) => id === 'issue/422/CANNOT_CANCEL_DRAFT_INVOICE',
  )?.standing;

test.each([
  ['verified', { verdict: 'pass' }],
  ['failed', { verdict: 'fail', findings: [FINDING] }],
  ['failed', { verdict: 'fail', findings: [KNOWN, FINDING] }],
  ['known', { verdict: 'fail', findings: [KNOWN] }],
  ['known', { verdict: 'fail', findings: [KNOWN, { ...FINDING, origin: 'undefined' }] }],
  ['undecided', { verdict: 'inconclusive' }],
] as const)('an obligation is %s by %j', (standing, over) => {
  expect(standingBy(over)).toBe(standing);
});
