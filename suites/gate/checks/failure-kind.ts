import type { FailureKind } from '../../../clients/sdk/client-call.ts';
import { departure, failureOf, type GateCheck, type JudgedCall, NOTHING } from '../gate-check.ts';

/** What kinds of failure fit what happened; the first line that applies decides. */
const FITTING: readonly {
  readonly when: (judged: JudgedCall) => boolean;
  readonly what: string;
  readonly fits: readonly FailureKind[];
}[] = [
  {
    when: ({ arrivals, answer, scenario }) =>
      answer === undefined && (arrivals.length > 0 || scenario.answering.by === 'closed'),
    what: 'no whole answer came',
    fits: ['network', 'timeout', 'unreadable'],
  },
  { when: ({ arrivals }) => arrivals.length === 0, what: 'nothing was sent', fits: ['not-sent'] },
  { when: ({ answer }) => answer?.status === 429, what: 'the answer is 429', fits: ['rate-limited', 'refused'] },
  {
    when: ({ answer }) => answer?.status === 401,
    what: 'the answer is 401',
    fits: ['unauthorized', 'refused', 'unreadable'],
  },
  {
    when: ({ answer }) => answer !== undefined && !answer.isReadable,
    what: "the answer is not the service's own",
    fits: ['unreadable', 'failed', 'refused'],
  },
  { when: () => true, what: 'an answer came', fits: ['refused', 'failed', 'unreadable'] },
];

/** A caller who asks whether anything came back, and whether anything was sent, is told the truth. */
export const failureKind: GateCheck = (judged) => {
  const failure = failureOf(judged);
  if (failure === undefined || judged.answer?.status === 204) return NOTHING;
  const line = FITTING.find(({ when }) => when(judged));
  if (line === undefined || line.fits.includes(failure.kind)) return NOTHING;
  // That no request arrives, although one should, is another check's.
  if (
    judged.arrivals.length === 0 &&
    judged.scenario.mayRefuse === undefined &&
    judged.scenario.answering.by !== 'closed'
  )
    return NOTHING;
  return [
    departure(judged, {
      kind: 'client-wrong-kind',
      pointer: '/kind',
      level: 'SHOULD',
      origin: 'prose',
      expected: line.fits.join(' or '),
      actual: failure.kind,
      explanation: `The failure is told as "${failure.kind}", although ${line.what}.`,
    }),
  ];
};
