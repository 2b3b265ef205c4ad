import { departure, type GateCheck, NOTHING } from '../gate-check.ts';

/** Every call ends, in an outcome of the published form. */
export const answered: GateCheck = (judged) => {
  const { end } = judged;
  if (end.kind === 'outcome') return NOTHING;
  const expected = 'an outcome';
  if (end.kind === 'crashed')
    return [
      departure(judged, {
        kind: 'client-crashed',
        expected,
        actual: end.how,
        explanation: 'The client throws, or ends, in place of telling its caller what became of the cancel.',
      }),
    ];
  if (end.kind === 'hung')
    return [
      departure(judged, {
        kind: 'client-hung',
        level: 'SHOULD',
        origin: 'observed',
        expected: 'an outcome, by a time-out of its own where no answer comes',
        actual: `nothing after ${end.waitedMs / 1000} s`,
        explanation: 'The client does not come back to its caller.',
      }),
    ];
  return [
    departure(judged, {
      kind: 'client-broken-answer',
      expected,
      actual: `${end.what}${end.text === '' ? '' : `: ${end.text}`}`,
      explanation: 'What the client answers is not the outcome of this call, in the published form.',
    }),
  ];
};
