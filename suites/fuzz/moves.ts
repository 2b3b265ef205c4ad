import fc from 'fast-check';
import { type Act, BEGINNINGS } from './life-cycle.ts';

/** One call of a sequence; `which` chooses among the invoices that there are by then. */
export type Move =
  | { readonly move: 'begin'; readonly as: number; readonly owner: number }
  | { readonly move: 'act'; readonly act: Act; readonly which: number }
  | { readonly move: 'cancel'; readonly by: 'merchant' | 'foreign'; readonly which: number };

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.boolean().map((toRecipient): Act => ({ do: 'send', toRecipient })),
  fc
    .tuple(fc.constantFrom('pay' as const, 'refund' as const), fc.boolean())
    .map(([name, all]): Act => ({ do: name, all })),
  fc.constant<Act>({ do: 'delete' }),
);

/** Random sequences of calls on invoices of one or two merchants. */
export function sequences(merchants: number): fc.Arbitrary<readonly Move[]> {
  const which = fc.nat({ max: 3 });
  const begin = fc.record({
    move: fc.constant('begin' as const),
    as: fc.nat({ max: BEGINNINGS.length - 1 }),
    owner: fc.nat({ max: merchants - 1 }),
  });
  const by =
    merchants > 1
      ? fc.constantFrom('merchant' as const, 'merchant' as const, 'foreign' as const)
      : fc.constant('merchant' as const);
  const moves = fc.oneof(
    { weight: 1, arbitrary: begin },
    { weight: 4, arbitrary: fc.record({ move: fc.constant('act' as const), act: acts, which }) },
    { weight: 4, arbitrary: fc.record({ move: fc.constant('cancel' as const), by, which }) },
  );
  return fc.tuple(begin, fc.array(moves, { minLength: 1, maxLength: 14 })).map(([first, rest]) => [first, ...rest]);
}
