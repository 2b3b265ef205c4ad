import { ofClass } from './liar.ts';
import { detailsOf, type Json, onRefusal, onStatus, rewriting, rewritingDetail, without } from './rewrite.ts';

const DRAFT = 'cancel.state.draft';
const OVERSIZED = 'cancel.request.note.length-4001';

const everyLink = (change: (link: Json) => unknown) =>
  rewriting(onRefusal, (body) => ({ ...body, links: ((body.links ?? []) as readonly Json[]).map(change) }));

/** Bodies that the contract's schemas refuse, or do not know. */
export const schemaLiars = ofClass('schema', [
  {
    name: 'name-of-its-own',
    lies: 'misspells the name of an error',
    tell: rewriting(onRefusal, (body) => ({ ...body, name: `${body.name}S` })),
    draws: ['wrong-name'],
    seenBy: [DRAFT, OVERSIZED, 'cancel.state.unknown', 'cancel.access.no-token'],
  },
  {
    name: 'name-missing',
    lies: 'leaves the name of an error out',
    tell: rewriting(onRefusal, (body) => without(body, 'name')),
    draws: ['wrong-name'],
    seenBy: [DRAFT, 'cancel.access.no-token'],
  },
  {
    name: 'message-reworded',
    lies: 'words the message of an error in its own way',
    tell: rewriting(onRefusal, (body) => ({ ...body, message: 'Something went wrong.' })),
    draws: ['wrong-message'],
    seenBy: [DRAFT, OVERSIZED, 'cancel.fault.unavailable'],
  },
  {
    name: 'numeric-debug-id',
    lies: 'sends its debug id as a number',
    tell: rewriting(onRefusal, (body) => ({ ...body, debug_id: 90957 })),
    draws: ['schema-violation'],
    seenBy: [DRAFT, 'cancel.access.no-token'],
  },
  {
    name: 'details-as-object',
    lies: 'sends one detail instead of a list of them',
    tell: rewriting(onStatus(400, 403, 422), (body) => ({ ...body, details: detailsOf(body)[0] ?? {} })),
    draws: ['schema-violation'],
    seenBy: [DRAFT, OVERSIZED],
  },
  {
    name: 'detail-without-issue',
    lies: 'leaves the issue out of a detail',
    tell: rewritingDetail(onRefusal, (detail) => without(detail, 'issue')),
    draws: ['schema-violation'],
    seenBy: [DRAFT, OVERSIZED],
  },
  {
    name: 'made-up-location',
    lies: 'locates a fault in a place that does not exist',
    tell: rewritingDetail(onRefusal, (detail) => ({ ...detail, location: 'header' })),
    draws: ['schema-violation'],
    seenBy: [DRAFT, OVERSIZED],
  },
  {
    name: 'body-as-list',
    lies: 'wraps the error in a list',
    tell: rewriting(onRefusal, (body) => [body]),
    draws: ['schema-violation'],
    seenBy: [DRAFT, 'cancel.state.unknown'],
  },
  {
    name: 'links-as-object',
    lies: 'sends its links as an object',
    tell: rewriting(onRefusal, (body) => ({ ...body, links: { information_link: 'https://developer.paypal.com' } })),
    draws: ['schema-violation'],
    seenBy: [DRAFT],
  },
  {
    name: 'link-method-in-lower-case',
    lies: 'writes the method of a link in lower case',
    tell: everyLink((link) => ({ ...link, method: 'get' })),
    draws: ['schema-violation'],
    seenBy: [DRAFT, 'cancel.fault.internal'],
  },
  {
    name: 'link-without-rel',
    lies: 'sends links of href and method only',
    tell: everyLink((link) => without(link, 'rel')),
    draws: ['incomplete-link'],
    seenBy: [DRAFT, OVERSIZED],
  },
  {
    name: 'link-without-href',
    lies: 'sends links that lead nowhere',
    tell: everyLink((link) => without(link, 'href')),
    draws: ['incomplete-link'],
    seenBy: [DRAFT, 'cancel.state.unknown'],
  },
  {
    name: 'member-of-its-own',
    lies: 'adds a member that the contract does not know',
    tell: rewriting(onRefusal, (body) => ({ ...body, information_link: 'https://developer.paypal.com' })),
    draws: ['unknown-member'],
    seenBy: [DRAFT, 'cancel.fault.unavailable'],
  },
  {
    name: 'misspelt-member',
    lies: 'misspells an optional member of a detail',
    tell: rewritingDetail(onRefusal, (detail) => ({ ...without(detail, 'description'), desc: detail.description })),
    draws: ['unknown-member'],
    seenBy: [DRAFT, OVERSIZED],
  },
]);
