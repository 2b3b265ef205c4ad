import type { KindPage } from './kind-page.ts';

/** Kinds of departures that only show afterwards: what became of the invoice. */
export const statePages = {
  'wrong-state': {
    code: 'CC022',
    title: 'The invoice is not in the state in which the answer should have left it',
    means:
      'After the answer the invoice was read again. A cancel that was answered with 204 has to have made it CANCELLED; one that was refused must have changed nothing.',
    matters:
      'The answer says one thing, the account another: a shop ships no goods for an invoice that can still be paid, or a payer is told nothing about one that is gone.',
    mend: 'In a service or a mock, change the state and answer in one transaction; check before anything is written. In a client, read the invoice after a cancel that matters. With PayPal, a state that comes right seconds later is a delay: the exchanges show how long it took.',
    example: {
      departs: 'POST …/cancel → 204, then GET … → {"status":"SENT"}',
      conforms: 'POST …/cancel → 204, then GET … → {"status":"CANCELLED"}',
    },
  },
  'not-cancellable': {
    code: 'CC023',
    title: 'The invoice can no longer be cancelled as it should be',
    means:
      'A cancel that was refused, for another token or an invalid body, must leave the invoice as cancellable as before. A cancel by its owner, sent afterwards to make sure, was refused.',
    matters:
      'A request that was turned away did have an effect after all: anybody with a wrong token could lock an invoice, and its owner cannot cancel it any more.',
    mend: 'In a service or a mock, refuse before taking locks or writing anything, and release what was taken. In a client, read the invoice and try again. Against PayPal first rule out that the second cancel was refused for its own sake: its status and debug id stand in the last exchanges.',
    example: {
      departs: 'cancel with a foreign token → 403, then cancel by the owner → 422',
      conforms: 'cancel with a foreign token → 403, then cancel by the owner → 204',
    },
  },
} as const satisfies Readonly<Record<string, KindPage>>;
