import { ofClass } from './liar.ts';
import { onRefusal, rewriting, without } from './rewrite.ts';

const DRAFT = 'cancel.state.draft';
const OVERSIZED = 'cancel.request.note.length-4001';

/** Bodies that no schema refuses, and whose parts do not belong together. */
export const coherenceLiars = ofClass('coherence', [
  {
    name: 'name-of-another-status',
    lies: 'names every error INVALID_REQUEST',
    tell: rewriting(onRefusal, (body) => ({ ...body, name: 'INVALID_REQUEST' })),
    draws: ['wrong-name'],
    seenBy: [DRAFT, 'cancel.access.no-token'],
  },
  {
    name: 'message-of-another-status',
    lies: 'sends the message of a 404 with every error',
    tell: rewriting(onRefusal, (body) => ({ ...body, message: 'The specified resource does not exist.' })),
    draws: ['wrong-message'],
    seenBy: [DRAFT, 'cancel.access.no-token'],
  },
  {
    name: 'no-debug-id',
    lies: 'leaves the debug id out of its errors',
    tell: rewriting(onRefusal, (body) => without(body, 'debug_id')),
    draws: ['missing-debug-id'],
    seenBy: [DRAFT, OVERSIZED, 'cancel.fault.internal'],
  },
  {
    name: 'empty-debug-id',
    lies: 'leaves the debug id of its errors empty',
    tell: rewriting(onRefusal, (body) => ({ ...body, debug_id: '' })),
    draws: ['missing-debug-id'],
    seenBy: [DRAFT],
  },
  {
    name: 'debug-id-of-the-example',
    lies: "sends the documentation's debug id with every error",
    tell: rewriting(onRefusal, (body) => ({ ...body, debug_id: '90957fca61718' })),
    draws: ['debug-id-mismatch'],
    seenBy: [DRAFT, 'cancel.state.unknown'],
  },
  {
    name: 'debug-id-cut-short',
    lies: 'cuts the debug id in the body short',
    tell: rewriting(onRefusal, (body) => ({ ...body, debug_id: String(body.debug_id).slice(0, 12) })),
    draws: ['debug-id-mismatch'],
    seenBy: [DRAFT],
  },
  {
    name: 'no-details',
    lies: 'leaves the details of an error out',
    tell: rewriting(onRefusal, (body) => without(body, 'details')),
    draws: ['missing-details'],
    seenBy: [DRAFT, OVERSIZED, 'cancel.access.foreign'],
  },
  {
    name: 'empty-details',
    lies: 'leaves the details of an error empty',
    tell: rewriting(onRefusal, (body) => ({ ...body, details: [] })),
    draws: ['missing-details'],
    seenBy: [DRAFT, OVERSIZED, 'cancel.access.foreign'],
  },
]);
