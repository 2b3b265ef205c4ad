import { type CodeContract, type LegacyContract, legacyContractOf } from '../../schemas/contract/legacy-contract.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { Lie } from '../lie.ts';
import { LEGACY_DONE } from '../prism/legacy/decide-legacy.ts';
import type { DerivedLie } from './derived-lie.ts';
import { onCode, onDone, redeciding, rewritingEnvelope, rewritingError } from './legacy-rewrite.ts';

/** The outcome of a cancel that is done, as the contract's example is called. */
const DONE = LEGACY_DONE.example;

/** One acknowledgment where another is due: one that ends as the due one does says the same, with a warning. */
function ackPairs({ messages, codes }: LegacyContract): DerivedLie[] {
  const outcomes = [DONE, ...codes.keys()];
  return outcomes.flatMap((outcome) =>
    messages.flatMap(({ acks }) => {
      const isDue = acks.includes(outcome === DONE ? 'Success' : 'Failure');
      const [plain] = acks;
      return acks
        .filter((ack) => !(isDue && ack === plain))
        .map(
          (ack): DerivedLie => ({
            name: `legacy ${outcome} acknowledged as ${ack}`,
            group: 'legacy pair of acknowledgments',
            contract: isDue ? 'kept' : 'broken',
            provokedBy: { outcome },
            tell: rewritingEnvelope(onCode(outcome), (envelope) => ({ ...envelope, ack })),
          }),
        );
    }),
  );
}

const pairOfCodes = (due: string, name: string, tell: Lie): DerivedLie => ({
  name: `legacy ${name}`,
  group: 'legacy pair of codes',
  contract: 'broken',
  provokedBy: { outcome: due },
  tell,
});

/** One code where another is due, with its message and without, and its message alone, which does not belong to the due one. */
function codeFor(due: CodeContract, { code, message }: CodeContract): DerivedLie[] {
  const where = onCode(due.code);
  const changing = (change: Readonly<Record<string, string>>): Lie =>
    rewritingError(where, (error) => ({ ...error, ...change }));
  const alone = pairOfCodes(due.code, `${code} for ${due.code}, with its message`, changing({ errorId: code }));
  if (message === undefined) return [alone];
  const ofMessage = pairOfCodes(due.code, `the message of ${code} for that of ${due.code}`, changing({ message }));
  return [
    pairOfCodes(due.code, `${code} for ${due.code}`, changing({ errorId: code, message })),
    alone,
    { ...ofMessage, contract: due.message === undefined ? 'kept' : 'broken' },
  ];
}

/** A cancel that is done where an error is due, and an error where the cancel is to be done, each whole. */
const outcomePairs = (codes: readonly CodeContract[]): DerivedLie[] =>
  codes.flatMap(({ code }) => [
    pairOfCodes(code, `${DONE} for ${code}`, redeciding(onCode(code), LEGACY_DONE)),
    pairOfCodes(DONE, `${code} for ${DONE}`, redeciding(onDone, { example: code })),
  ]);

/** Every pair of acknowledgments, of codes, and of a code and a cancel that is done, one in the other's place, both ways. */
export function legacyLiesAboutPairs(operation: Operation): readonly DerivedLie[] {
  const contract = legacyContractOf(operation);
  const codes = [...contract.codes.values()];
  return [
    ...ackPairs(contract),
    ...outcomePairs(codes),
    ...codes.flatMap((due) => codes.filter((other) => other !== due).flatMap((other) => codeFor(due, other))),
  ];
}
