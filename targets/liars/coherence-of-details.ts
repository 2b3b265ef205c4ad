import { ofClass } from './liar.ts';
import { detailsOf, onRefusal, onStatus, rewriting, rewritingDetail, without } from './rewrite.ts';

const DRAFT = 'cancel.state.draft';
const OVERSIZED = 'cancel.request.note.length-4001';
const TOO_MANY = 'cancel.request.additional_recipients.items-101';
const onBadRequest = onStatus(400);

/** Details that no schema refuses, and that do not fit what was sent or each other. */
export const detailsLiars = ofClass('coherence', [
  {
    name: 'blames-another-member',
    lies: 'blames the subject for everything',
    tell: rewritingDetail(onBadRequest, (detail) => ({ ...detail, field: '/subject' })),
    draws: ['wrong-field'],
    seenBy: [OVERSIZED, TOO_MANY],
  },
  {
    name: 'field-without-slash',
    lies: 'names a field of the body by its name, not by its JSON pointer',
    tell: rewritingDetail(onBadRequest, (detail) => ({ ...detail, field: String(detail.field).slice(1) })),
    draws: ['wrong-field'],
    seenBy: [OVERSIZED, TOO_MANY],
  },
  {
    name: 'no-field',
    lies: 'does not say which field is at fault',
    tell: rewritingDetail(onBadRequest, (detail) => without(detail, 'field')),
    draws: ['wrong-field'],
    seenBy: [OVERSIZED],
  },
  {
    name: 'body-fault-in-the-path',
    lies: 'locates a fault of the body in the path',
    tell: rewritingDetail(onBadRequest, (detail) => ({ ...detail, location: 'path' })),
    draws: ['wrong-location'],
    seenBy: [OVERSIZED, TOO_MANY],
  },
  {
    name: 'body-fault-in-the-query',
    lies: 'locates a fault of the body in the query',
    tell: rewritingDetail(onBadRequest, (detail) => ({ ...detail, location: 'query' })),
    draws: ['wrong-location'],
    seenBy: [OVERSIZED],
  },
  {
    name: 'echoes-another-value',
    lies: 'echoes a value that was not sent',
    tell: rewritingDetail(onBadRequest, (detail) => ({ ...detail, value: 'a value of somebody else' })),
    draws: ['wrong-value'],
    seenBy: [OVERSIZED],
  },
  {
    name: 'cuts-the-value-short',
    lies: 'echoes the first hundred characters as if they were all',
    tell: rewritingDetail(onBadRequest, (detail) => ({ ...detail, value: String(detail.value).slice(0, 100) })),
    draws: ['wrong-value'],
    seenBy: [OVERSIZED],
  },
  {
    name: 'description-of-another-issue',
    lies: 'describes every refused state as a draft',
    tell: rewritingDetail(onStatus(422), (detail) => ({ ...detail, description: 'Draft invoice cannot be canceled.' })),
    draws: ['wrong-description'],
    seenBy: ['cancel.state.paid', 'cancel.state.cancelled'],
  },
  {
    name: 'description-of-another-status',
    lies: 'describes a refused state as a missing permission',
    tell: rewritingDetail(onStatus(422), (detail) => ({
      ...detail,
      description: 'The requested invoice is not associated with the requested user.',
    })),
    draws: ['wrong-description'],
    seenBy: [DRAFT],
  },
  {
    name: 'description-reworded',
    lies: 'describes issues in words of its own',
    tell: rewritingDetail(onRefusal, (detail) => ({ ...detail, description: 'This is not possible.' })),
    draws: ['unknown-description'],
    seenBy: [DRAFT, OVERSIZED, 'cancel.access.foreign'],
  },
  {
    name: 'description-in-capitals',
    lies: 'writes its descriptions in capitals',
    tell: rewritingDetail(onRefusal, (detail) => ({
      ...detail,
      description: String(detail.description).toUpperCase(),
    })),
    draws: ['unknown-description'],
    seenBy: [DRAFT],
  },
  {
    name: 'issue-named-as-in-the-guide',
    lies: "names a draft as PayPal's sandbox guide does, not as its contract",
    tell: rewritingDetail(onStatus(422), (detail) => ({ ...detail, issue: 'CANT_CANCEL_INVOICE_IN_DRAFT_STATE' })),
    draws: ['unlisted-issue'],
    seenBy: [DRAFT],
  },
  {
    name: 'issue-in-lower-case',
    lies: 'writes issues in lower case',
    tell: rewritingDetail(onRefusal, (detail) => ({ ...detail, issue: String(detail.issue).toLowerCase() })),
    draws: ['unlisted-issue'],
    seenBy: [DRAFT, OVERSIZED, 'cancel.access.foreign'],
  },
  {
    name: 'array-limit-as-string-limit',
    lies: 'reports too many addresses as a string that is too long',
    tell: rewritingDetail(onBadRequest, (detail) => ({
      ...detail,
      issue: 'INVALID_STRING_MAX_LENGTH',
      description: 'Field value exceeded the maximum allowed number of characters.',
    })),
    draws: ['wrong-issue'],
    seenBy: [TOO_MANY],
  },
  {
    name: 'issue-for-a-wrong-type',
    lies: 'makes up an issue for a wrong type, for which the contract has none',
    tell: rewriting(onBadRequest, (body) =>
      detailsOf(body).length > 0 ? body : { ...body, details: [{ field: '/note', issue: 'INVALID_PARAMETER_SYNTAX' }] },
    ),
    draws: ['undocumented-issue'],
    seenBy: ['cancel.request.note.number'],
  },
  {
    name: 'issue-for-malformed-json',
    lies: 'makes up an issue for malformed JSON, for which the contract has none',
    tell: rewriting(onBadRequest, (body, { request }) =>
      request.text.startsWith('{"note": "') ? { ...body, details: [{ issue: 'MALFORMED_REQUEST_JSON' }] } : body,
    ),
    draws: ['undocumented-issue'],
    seenBy: ['cancel.request.body.malformed'],
  },
]);
