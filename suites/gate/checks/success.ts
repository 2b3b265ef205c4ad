import { departure, type GateCheck, NOTHING } from '../gate-check.ts';

/** A cancel has succeeded where the service answered 204, and nowhere else. */
export const success: GateCheck = (judged) => {
  const { end, answer } = judged;
  if (end.kind !== 'outcome') return NOTHING;
  const succeeded = answer?.status === 204;
  if (end.outcome.ok === succeeded) return NOTHING;
  const met = answer === undefined ? 'no whole answer' : `the answer ${answer.status}`;
  const said = end.outcome.ok ? 'a success' : `a failure: ${end.outcome.message}`;
  return [
    departure(
      judged,
      {
        kind: end.outcome.ok ? 'client-false-success' : 'client-false-failure',
        expected: succeeded ? 'a success' : 'a failure',
        actual: said,
        explanation: `The client makes ${end.outcome.ok ? 'a success' : 'a failure'} of ${met}: success is 204 alone.`,
      },
      'status/204',
    ),
  ];
};
