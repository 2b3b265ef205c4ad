import type { Lie } from '../lie.ts';
import { ofClass } from './liar.ts';
import { accepting, refusing } from './redecide.ts';
import { addressesOf, isExample, textsOf } from './sent-members.ts';

const tooLong = isExample('INVALID_STRING_MAX_LENGTH');
const tooMany = isExample('INVALID_ARRAY_MAX_ITEMS');
const codePoints = (text: string): number => [...text].length;

/** Refuses texts that its own way of counting finds too long. */
const refusingTexts = (isTooLong: (text: string) => boolean): Lie => ({
  decide: (context) => {
    const found = textsOf(context).find(([, text]) => isTooLong(text));
    if (context.decision.status !== 204 || found === undefined) return context.decision;
    const fault = { field: `/${found[0]}`, value: found[1], location: 'body' } as const;
    return { status: 400, example: 'INVALID_STRING_MAX_LENGTH', fault };
  },
});

/** Limits that are off by one, or counted in another unit. */
export const boundaryLiars = ofClass('boundary', [
  {
    name: 'limit-of-4001',
    lies: 'takes texts of 4001 characters',
    tell: accepting((context) => tooLong(context) && textsOf(context).some(([, text]) => codePoints(text) === 4001)),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.note.length-4001', 'cancel.request.subject.length-4001'],
  },
  {
    name: 'limit-of-3999',
    lies: 'refuses texts of 4000 characters',
    tell: refusingTexts((text) => codePoints(text) >= 4000),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.note.length-4000', 'cancel.request.subject.length-4000'],
  },
  {
    name: 'counts-utf-16',
    lies: 'counts UTF-16 units instead of code points',
    tell: refusingTexts((text) => text.length > 4000),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.note.astral-4000', 'cancel.request.subject.astral-4000'],
  },
  {
    name: 'counts-bytes',
    lies: 'counts UTF-8 bytes instead of code points',
    tell: refusingTexts((text) => Buffer.byteLength(text) > 4000),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.note.astral-4000'],
  },
  {
    name: 'takes-101-addresses',
    lies: 'takes 101 addresses',
    tell: accepting(tooMany),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.additional_recipients.items-101'],
  },
  {
    name: 'takes-99-addresses-only',
    lies: 'refuses a hundred addresses',
    tell: refusing((context) => addressesOf(context).length > 99, { status: 400, example: 'INVALID_ARRAY_MAX_ITEMS' }),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.additional_recipients.items-100'],
  },
  {
    name: 'takes-255-characters-of-address',
    lies: 'takes an address of 255 characters',
    tell: accepting((context) => tooLong(context) && addressesOf(context).length === 1),
    draws: ['wrong-status'],
    seenBy: ['cancel.request.additional_recipients.item.length-255'],
  },
]);
