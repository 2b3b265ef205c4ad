import { preview } from '../answer-body.ts';
import { NONE } from '../check.ts';
import type { LegacyCheck } from './legacy-check.ts';

/** An answer with a warning conforms, and is news: what the warning says is repeated. */
export const ackWarning: LegacyCheck = {
  id: 'legacy-warning',
  summary: 'An answer that is acknowledged with a warning is news (MAY).',
  judge: ({ ack, ended, errors, contract }) => {
    if (ack === undefined || ended === undefined || ack === ended) return NONE;
    const warnings = errors.slice(0, 3).map(({ code, message }) => `${preview(code)} ${preview(message)}`);
    return [
      {
        level: 'MAY',
        origin: 'spec',
        clause: contract.acks.get(ack) ?? contract.clause,
        kind: 'ack-warning',
        pointer: '/responseEnvelope/ack',
        expected: ended,
        actual: preview(ack),
        explanation: `The answer ends as ${ended}, with a warning: ${warnings.join('; ') || 'it does not say which'}.`,
      },
    ];
  },
};
