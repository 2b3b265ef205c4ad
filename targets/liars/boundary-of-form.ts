import { ofClass } from './liar.ts';
import { accepting, DONE, refusing } from './redecide.ts';
import { addressesOf, isExample, sentMembers } from './sent-members.ts';

const plainlyRefused = isExample('INVALID_REQUEST');

/** Forms that are not asked for, and forms that are refused although they are right. */
export const formLiars = ofClass('boundary', [
  {
    name: 'takes-any-address',
    lies: 'takes any text for an address',
    tell: accepting((context) => plainlyRefused(context) && typeof addressesOf(context)[0] === 'string'),
    draws: ['wrong-status'],
    seenBy: [
      'cancel.request.additional_recipients.item.no-at',
      'cancel.request.additional_recipients.item.off-pattern',
    ],
  },
  {
    name: 'refuses-plus-addresses',
    lies: 'refuses addresses with a plus sign',
    tell: refusing((context) => addressesOf(context).some((address) => String(address).includes('+')), {
      status: 400,
      example: 'INVALID_REQUEST',
    }),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.additional_recipients.item.plus'],
  },
  {
    name: 'coerces-types',
    lies: 'takes the text "true" for a boolean, and numbers for texts',
    tell: accepting(
      (context) =>
        plainlyRefused(context) &&
        Object.values(sentMembers(context)).some((value) => /string|number/.test(typeof value)),
    ),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.note.number', 'cancel.request.send_to_invoicer.string'],
  },
  {
    name: 'null-is-absent',
    lies: 'takes null for a member that is left out',
    tell: accepting((context) => plainlyRefused(context) && Object.values(sentMembers(context)).includes(null)),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.note.null', 'cancel.request.send_to_recipient.null'],
  },
  {
    name: 'needs-no-body',
    lies: 'cancels without a body',
    tell: accepting(({ request }) => request.text === ''),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.body.missing', 'cancel.request.body.empty'],
  },
  {
    name: 'reads-no-body',
    lies: 'cancels whatever is in the body',
    tell: accepting(({ decision }) => decision.status === 400),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.body.malformed', 'cancel.request.note.length-4001'],
  },
  {
    name: 'takes-any-media-type',
    lies: 'takes JSON under any media type',
    tell: accepting(({ decision }) => decision.status === 415),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.media-type.plain', 'cancel.request.media-type.form'],
  },
  {
    name: 'takes-an-empty-id',
    lies: 'cancels something where the id is empty',
    tell: { decide: ({ request, decision }) => (request.url.includes('//') ? DONE : decision) },
    draws: ['wrong-status'],
    seenBy: ['cancel.path.empty'],
  },
]);
