import { valueAt } from '../../schemas/contract/clause.ts';
import { type AnswerMessage, legacyContractOf } from '../../schemas/contract/legacy-contract.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { LegacyMessage } from '../prism/legacy/legacy-message.ts';
import { type DocumentedMember, membersAt } from './documented-body.ts';

/** A message that the contract shows by an example: of a cancel that is done, or of one error. */
export interface DocumentedMessage {
  /** `Success`, or the code of the error. */
  readonly outcome: string;
  /** In normal form. */
  readonly example: LegacyMessage;
  readonly form: AnswerMessage;
  readonly members: readonly DocumentedMember[];
}

/** What a message with an acknowledgment is held to. */
const formOf = (operation: Operation, ack: unknown): AnswerMessage[] =>
  legacyContractOf(operation).messages.filter(({ acks }) => acks.includes(String(ack)));

function read(operation: Operation): readonly DocumentedMessage[] {
  const { spec } = operation;
  const schema = operation.statusContract(200)?.schemaPointer ?? '';
  const examples = valueAt(spec.document, schema.replace(/\/schema$/, '/examples')) ?? {};
  return Object.entries(examples as Readonly<Record<string, { readonly value: LegacyMessage }>>).flatMap(
    ([outcome, { value: example }]) =>
      formOf(operation, valueAt(example, '/responseEnvelope/ack')).map((form) => ({
        outcome,
        example,
        form,
        members: membersAt(operation, form.pointer),
      })),
  );
}

const known = new WeakMap<Operation, readonly DocumentedMessage[]>();

/** Every message that the contract shows, in its order; read once. */
export function documentedMessages(operation: Operation): readonly DocumentedMessage[] {
  const messages = known.get(operation) ?? read(operation);
  known.set(operation, messages);
  return messages;
}
