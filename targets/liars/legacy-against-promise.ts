import { legacyContractOf } from '../../schemas/contract/legacy-contract.ts';
import type { Obligation } from '../../schemas/contract/obligation.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import { walkSchema } from '../../schemas/contract/schema-walk.ts';
import type { Lie } from '../lie.ts';
import type { LegacyMessage, LegacyValue } from '../prism/legacy/legacy-message.ts';
import {
  anywhere,
  type LegacyWhere,
  onDone,
  onFault,
  rewritingEnvelope,
  rewritingMessage,
  saying,
} from './legacy-rewrite.ts';
import type { LiesAgainst } from './lies-against.ts';
import { removeAt } from './place-value.ts';

/** Where the message of an acknowledgment is due. */
const whereDue = (acks: readonly string[]): LegacyWhere => (acks.includes('Success') ? onDone : onFault);

/** Acknowledgments that end otherwise; of one with a warning none, since nothing that is sent makes it due. */
const liesAgainstAck: LiesAgainst = ({ id }, operation) => {
  const [, due = ''] = id.split('/');
  const { messages } = legacyContractOf(operation);
  const own = messages.find(({ acks: [plain] }) => plain === due);
  const others = messages.filter((message) => own !== undefined && message !== own).flatMap(({ acks }) => acks);
  return others.map((ack) => rewritingEnvelope(whereDue(own?.acks ?? []), (envelope) => ({ ...envelope, ack })));
};

/** A name of another message, and one of none. */
const liesAgainstRoot: LiesAgainst = ({ id }, operation) => {
  const [, name = ''] = id.split('/');
  const { messages } = legacyContractOf(operation);
  const own = messages.find((message) => message.name === name);
  if (own === undefined) return [];
  const others = messages.filter((message) => message !== own).flatMap(({ roots: [first] }) => first ?? []);
  return [...others, `Un${name}`].map((root) => saying(whereDue(own.acks), () => ({ root })));
};

/** What repeats a part of the request repeats it wrongly. */
const liesAgainstRepeating: LiesAgainst = ({ id }, operation) => {
  const [, name = ''] = id.split('/');
  const repeats = legacyContractOf(operation).repeated.some(({ path }) => path.join('/') === name);
  const other = (value: LegacyValue | undefined): LegacyValue => `${String(value)}0`;
  return repeats ? [rewritingMessage(onDone, (message) => ({ ...message, [name]: other(message[name]) }))] : [];
};

/** A cancel that is acknowledged and changes nothing. */
const withoutEffect: Lie = { legacy: { stateAfter: (honest, { invoice }) => invoice?.state ?? honest } };

/** Where a member that is to be stored for every response stands. */
const placesOf = ({ clause }: Obligation, operation: Operation): readonly (readonly string[])[] =>
  legacyContractOf(operation).messages.flatMap(({ pointer }) =>
    [...walkSchema(operation.spec, pointer)]
      .filter((node) => `${node.pointer}/description` === clause.pointer)
      .map(({ path }) => path),
  );

/** A cancel without effect; what is to be stored of every response is left out of all. */
export const legacyLiesAgainstProse: LiesAgainst = (obligation, operation) => {
  if (obligation.id === 'prose/effect') return [withoutEffect];
  const places = new Map(placesOf(obligation, operation).map((path) => [path.join('/'), path]));
  return [...places.values()].map((path) =>
    rewritingMessage(anywhere, (message) => removeAt(message, path) as LegacyMessage),
  );
};

const BY_BEGINNING: readonly (readonly [string, LiesAgainst])[] = [
  ['ack/', liesAgainstAck],
  ['root/', liesAgainstRoot],
  ['response/', liesAgainstRepeating],
];

/** Lies against what our own marks in the contract promise of answers, which no keyword can; that a member is unused obliges nobody. */
export const legacyLiesAgainstPromise: LiesAgainst = (obligation, operation) =>
  BY_BEGINNING.find(([beginning]) => obligation.id.startsWith(beginning))?.[1](obligation, operation) ?? [];
