import { lacking, onCode, onFault, redeciding, rewritingError } from './legacy-rewrite.ts';
import { ofClass } from './liar.ts';

const DRAFT = 'legacy.state.draft';

/** Legacy errors whose code and message do not belong together, or not to what happened. */
export const legacyErrorLiars = ofClass('coherence', [
  {
    name: 'legacy-message-of-another-code',
    lies: 'describes every error as one of a paid invoice',
    tell: rewritingError(onFault, (error) => ({
      ...error,
      message: 'Invoice cannot be canceled since it has already been paid.',
    })),
    draws: ['wrong-message'],
    seenBy: [DRAFT, 'legacy.state.cancelled', 'legacy.access.foreign'],
  },
  {
    name: 'legacy-message-reworded',
    lies: 'words its errors in its own way',
    tell: rewritingError(onFault, (error) => ({ ...error, message: 'Something went wrong' })),
    draws: ['wrong-message'],
    seenBy: [DRAFT, 'legacy.fault.internal'],
  },
  {
    name: 'legacy-no-message',
    lies: 'names an error and does not describe it',
    tell: rewritingError(onFault, (error) => lacking(error, 'message')),
    draws: ['wrong-message'],
    seenBy: [DRAFT, 'legacy.request.no-envelope'],
  },
  {
    name: 'legacy-code-of-another-page',
    lies: 'refuses drafts by a code that is not documented',
    tell: rewritingError(onCode('570063'), (error) => ({ ...error, errorId: '580001' })),
    draws: ['unlisted-issue'],
    seenBy: [DRAFT],
  },
  {
    name: 'legacy-code-of-2012',
    lies: 'refuses wrong credentials by a code of older guides',
    tell: rewritingError(onCode('520003'), (error) => ({ ...error, errorId: '520005' })),
    draws: ['unlisted-issue'],
    seenBy: ['legacy.access.no-token'],
  },
  {
    name: 'legacy-says-internal',
    lies: 'calls every refusal an internal error',
    tell: redeciding(onFault, { example: '520002' }),
    draws: ['wrong-issue'],
    seenBy: [DRAFT, 'legacy.state.paid', 'legacy.request.no-envelope'],
  },
  {
    name: 'legacy-exception-id',
    lies: 'fills a member that is not used',
    tell: rewritingError(onFault, (error) => ({ ...error, exceptionID: 'java.lang.NullPointerException' })),
    draws: ['unused-member'],
    seenBy: [DRAFT],
  },
]);
