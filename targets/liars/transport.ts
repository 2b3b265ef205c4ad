import type { TargetAnswer } from '../lie.ts';
import { ofClass } from './liar.ts';
import { answering, onRefusal, withBody, withHeader } from './rewrite.ts';

/** More than any client of ours reads of one answer, in bytes. */
const TOO_LARGE_BYTES = 1_500_000;

const always = () => true;

/** A length that the body does not reach before the connection is closed. */
const brokenOff = (answer: TargetAnswer): TargetAnswer =>
  withHeader(withHeader(answer, 'Content-Length', String(answer.body.length + 100)), 'Connection', 'close');

/** Nothing whole arrives, or nobody is in: nothing is known of the contract. */
export const transportLiars = ofClass('transport', [
  {
    name: 'closes-the-connection',
    lies: 'drops the connection instead of answering',
    tell: { answer: () => 'close' },
    draws: [],
    seenBy: ['cancel.state.sent', 'cancel.state.draft', 'cancel.access.foreign', 'cancel.concurrency.two-at-once'],
  },
  {
    name: 'hangs',
    lies: 'takes the request and never answers',
    tell: { answer: () => 'hang' },
    draws: [],
    seenBy: ['cancel.state.draft'],
  },
  {
    name: 'breaks-off',
    lies: 'closes the connection in the middle of a body',
    tell: answering(onRefusal, brokenOff),
    draws: [],
    seenBy: ['cancel.state.draft', 'cancel.request.note.length-4001'],
  },
  {
    name: 'floods',
    lies: 'sends more than is read of an answer',
    tell: answering(onRefusal, (answer) => withBody(answer, ' '.repeat(TOO_LARGE_BYTES))),
    draws: [],
    seenBy: ['cancel.state.draft'],
  },
  {
    name: 'says-gzip',
    lies: 'calls a plain body gzip',
    tell: answering(onRefusal, (answer) => withHeader(answer, 'Content-Encoding', 'gzip')),
    draws: [],
    seenBy: ['cancel.state.draft'],
  },
  {
    name: 'is-away',
    lies: 'answers 503 to every cancel',
    tell: { decide: () => ({ status: 503, example: 'SERVICE_UNAVAILABLE' }) },
    draws: [],
    seenBy: ['cancel.state.sent', 'cancel.state.draft', 'cancel.request.note.length-4001'],
  },
  {
    name: 'is-busy',
    lies: 'answers 429 to every cancel',
    tell: answering(always, (answer) => ({ ...answer, status: 429 })),
    draws: [],
    seenBy: ['cancel.state.sent', 'cancel.state.draft'],
  },
]);
