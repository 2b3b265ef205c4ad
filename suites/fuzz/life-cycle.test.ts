import { expect, it } from 'vitest';
import { PREAMBLES, type Step } from '../preambles.ts';
import type { GivenState } from '../scenario.ts';
import { type Act, after, BEGINNINGS, type ModelInvoice } from './life-cycle.ts';

const DRAFT: ModelInvoice = { state: 'DRAFT', total: 1000, paid: 0, refunded: 0, partial: false };

/** A preamble's step as an act of the model. */
function actOf(step: Step): Act | undefined {
  if (step.call === 'send') return { do: 'send', toRecipient: step.toRecipient };
  if (step.call === 'pay' || step.call === 'refund') return { do: step.call, all: step.amount === '10.00' };
  return step.call === 'delete' ? { do: 'delete' } : undefined;
}

const states = [
  'DRAFT',
  'SENT',
  'UNPAID',
  'MARKED_AS_PAID',
  'MARKED_AS_REFUNDED',
  'PARTIALLY_REFUNDED',
  'DELETED',
] as const;

it.each(states)('the model comes to %s by the calls of its preamble', (state: GivenState) => {
  const acts = PREAMBLES[state].flatMap((step) => actOf(step) ?? []);
  expect(acts.reduce<ModelInvoice | undefined>((model, act) => model && after(model, act), DRAFT)).toMatchObject({
    state,
  });
});

it('what is paid in parts is paid, and what is refunded in parts is refunded', () => {
  const acts: Act[] = [
    { do: 'pay', all: false },
    { do: 'pay', all: true },
    { do: 'refund', all: false },
    { do: 'refund', all: true },
  ];
  const partly = BEGINNINGS.find(({ state }) => state === 'PARTIALLY_PAID') as ModelInvoice;
  const states = acts.map(
    (_, at) =>
      acts.slice(0, at + 1).reduce<ModelInvoice | undefined>((model, act) => model && after(model, act), partly)?.state,
  );
  expect(states).toEqual(['PARTIALLY_PAID', 'MARKED_AS_PAID', 'PARTIALLY_REFUNDED', 'MARKED_AS_REFUNDED']);
});

it('nothing is done with an invoice that is gone, cancelled or refunded', () => {
  const acts: Act[] = [
    { do: 'send', toRecipient: true },
    { do: 'pay', all: true },
    { do: 'refund', all: true },
    { do: 'delete' },
  ];
  for (const state of ['DELETED', 'CANCELLED', 'MARKED_AS_REFUNDED'] as const)
    expect(acts.map((act) => after({ ...DRAFT, state }, act))).toEqual(acts.map(() => undefined));
});
