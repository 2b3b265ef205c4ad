import { preview } from '../answer-body.ts';
import { NONE } from '../check.ts';
import { expectedBy } from '../grounds.ts';
import type { LegacyCheck, LegacyJudged } from './legacy-check.ts';

/** What an answer calls itself: its acknowledgment, and the codes that it names. */
function selfDescription({ ack, errors }: LegacyJudged): string {
  const codes = errors.slice(0, 3).map(({ code }) => code ?? 'no code');
  return [preview(ack), codes.length > 0 ? `(${codes.map((code) => preview(code)).join(', ')})` : ''].join(' ').trim();
}

/** It ended as the scenario expects: `ack` decides, and the HTTP status is only recorded. */
export const ackExpected: LegacyCheck = {
  id: 'legacy-ack-expected',
  summary: 'The answer acknowledges what is expected; the HTTP status decides nothing.',
  judge: (judged, { expected }) => {
    const { ended, exchange } = judged;
    if (expected?.ack === undefined || ended === undefined || ended === expected.ack) return NONE;
    const wanted = [expected.ack, expected.issue ?? ''].join(' ').trim();
    const self = selfDescription(judged);
    return [
      {
        ...expectedBy(expected),
        kind: 'wrong-ack',
        pointer: '/responseEnvelope/ack',
        expected: wanted,
        actual: self,
        explanation: `Expected ${wanted}; the answer, with HTTP status ${exchange.response.status}, says ${self}.`,
      },
    ];
  },
};
