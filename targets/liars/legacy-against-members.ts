import { legacyContractOf } from '../../schemas/contract/legacy-contract.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { Spec } from '../../schemas/contract/spec.ts';
import type { LegacyMessage } from '../prism/legacy/legacy-message.ts';
import type { DerivedLie } from './derived-lie.ts';
import type { DocumentedMember } from './documented-body.ts';
import { type DocumentedMessage, documentedMessages } from './legacy-documented-message.ts';
import { onCode, rewritingMessage } from './legacy-rewrite.ts';
import { placeValue, removeAt } from './place-value.ts';
import { swapMembers } from './swap-members.ts';

/** A small value of each type that a message in normal form can hold: its scalars are text. */
const OF_TYPE: Readonly<Record<string, unknown>> = { string: 'text', object: {}, array: [] };

/** What becomes of a message. */
type Change = (honest: LegacyMessage) => unknown;

/** A lie about one message, named by what becomes of which member; whether it breaks the contract its schema says. */
function planted(
  { outcome, example, form }: DocumentedMessage,
  what: string,
  change: Change,
  asRead = change,
): DerivedLie {
  return {
    name: `legacy ${outcome} ${what}`,
    group: `legacy member ${what.split(' ').find((word) => /ed$/.test(word))}`,
    contract: form.validate(asRead(example)) ? 'kept' : 'broken',
    provokedBy: { outcome },
    tell: rewritingMessage(onCode(outcome), (message) => change(message) as LegacyMessage),
  };
}

const dropped = (message: DocumentedMessage): DerivedLie[] =>
  message.members.map(({ path }) => planted(message, `${path.join('/')} dropped`, (honest) => removeAt(honest, path)));

/** One item in the place of a list is read as a list of that item, in every format. */
const asItem = (type: string | undefined, value: unknown): unknown => (type === 'array' ? [value] : value);

const retyped = (spec: Spec, message: DocumentedMessage): DerivedLie[] =>
  message.members.flatMap(({ path, type }) => {
    const placed =
      (value: unknown): Change =>
      (honest) =>
        placeValue(spec, message.form.pointer, honest, path, value);
    return Object.entries(OF_TYPE)
      .filter(([other]) => type !== undefined && other !== type)
      .map(([other, value]) =>
        planted(message, `${path.join('/')} retyped as ${other}`, placed(value), placed(asItem(type, value))),
      );
  });

const parentOf = ({ path }: DocumentedMember): string => path.slice(0, -1).join('/');

/** Pairs of text members of one object. */
const pairsOf = (members: readonly DocumentedMember[]): (readonly [DocumentedMember, DocumentedMember])[] =>
  members
    .filter(({ type }) => type === 'string')
    .flatMap((a, at, texts) =>
      texts
        .slice(at + 1)
        .filter((b) => parentOf(a) === parentOf(b))
        .map((b) => [a, b] as const),
    );

/** Pairs of which neither member's schema minds the other's value are left out, unless one repeats the request's. */
const exchanged = (spec: Spec, message: DocumentedMessage, repeated: ReadonlySet<string>): DerivedLie[] =>
  pairsOf(message.members).flatMap(([a, b]) => {
    const swap: Change = (honest) => swapMembers(spec, message.form.pointer, honest, [a, b]);
    const lie = planted(message, `${a.path.join('/')} and ${b.path.join('/')} swapped`, swap);
    if ([a, b].some(({ path }) => repeated.has(path.join('/')))) return [{ ...lie, contract: 'broken' as const }];
    return lie.contract === 'broken' ? [lie] : [];
  });

/** Each member of each documented message left out, of every other type, and changed for another; what the contract allows is marked. */
export function legacyLiesAboutMembers(operation: Operation): readonly DerivedLie[] {
  const { spec } = operation;
  const repeated = new Set(legacyContractOf(operation).repeated.map(({ path }) => path.join('/')));
  return documentedMessages(operation).flatMap((message) => [
    ...dropped(message),
    ...retyped(spec, message),
    ...exchanged(spec, message, repeated),
  ]);
}
