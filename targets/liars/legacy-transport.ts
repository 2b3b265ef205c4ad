import { anywhere, rewritten } from './legacy-rewrite.ts';
import { ofClass } from './liar.ts';
import { withHeader } from './rewrite.ts';

const DRAFT = 'legacy.state.draft';
const SENT = 'legacy.state.sent';

/** Nothing whole arrives from the legacy system: nothing is known of the contract. */
export const legacyTransportLiars = ofClass('transport', [
  {
    name: 'legacy-closes-the-connection',
    lies: 'drops the connection of a legacy call instead of answering',
    tell: { legacy: { answer: () => 'close' } },
    draws: [],
    seenBy: [SENT, DRAFT],
  },
  {
    name: 'legacy-hangs',
    lies: 'takes a legacy call and never answers',
    tell: { legacy: { answer: () => 'hang' } },
    draws: [],
    seenBy: [DRAFT],
  },
  {
    name: 'legacy-breaks-off',
    lies: 'closes the connection in the middle of a legacy message',
    tell: rewritten(anywhere, (answer) =>
      withHeader(withHeader(answer, 'Content-Length', String(answer.body.length + 100)), 'Connection', 'close'),
    ),
    draws: [],
    seenBy: [DRAFT],
  },
]);
