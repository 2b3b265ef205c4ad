import { type AnswerMessage, type LegacyContract, legacyContractOf } from '../../contract/legacy-contract.ts';
import type { Operation } from '../../contract/operation.ts';
import type { AnsweredExchange } from '../../exchange.ts';
import type { Message } from '../../wire/message.ts';
import { memberOf } from '../answer-body.ts';
import { errorsIn } from './errors-in.ts';
import type { LegacyJudged } from './legacy-check.ts';
import { type SchemaFault, schemaFaults } from './schema-faults.ts';
import { decodedAnswer, decodedRequest } from './wire-formats.ts';

const ENVELOPE = 'responseEnvelope';

function ackOf(message: Message | undefined): string | undefined {
  const ack = memberOf(memberOf(message, ENVELOPE), 'ack');
  return typeof ack === 'string' ? ack : undefined;
}

/** How an acknowledgment says that it ended; undefined for none of the documented ones. */
function endedBy({ messages }: LegacyContract, ack: string | undefined): LegacyJudged['ended'] {
  const known = messages.flatMap(({ acks }) => acks).find((documented) => documented === ack);
  if (known === undefined) return undefined;
  return known.startsWith('Success') ? 'Success' : 'Failure';
}

/** Of an answer whose acknowledgment tells nothing, what its members tell. */
const tells = (message: Message, { required }: AnswerMessage): boolean =>
  required.some((member) => member !== ENVELOPE && Object.hasOwn(message, member));

function heldTo({ messages }: LegacyContract, message: Message | undefined, ack: string | undefined) {
  if (message === undefined) return null;
  const acknowledged = messages.find(({ acks }) => acks.some((documented) => documented === ack));
  return acknowledged ?? messages.toReversed().find((candidate) => tells(message, candidate)) ?? null;
}

function faultsIn(message: Message | undefined, held: AnswerMessage | null, operation: Operation): SchemaFault[] {
  const [success] = legacyContractOf(operation).messages;
  if (message === undefined || !success) return [];
  if (held) return schemaFaults(message, held, operation.spec);
  return schemaFaults(message, success, operation.spec).filter(({ place }) => place.startsWith(`/${ENVELOPE}`));
}

/** What is known of an answer that cannot be read. */
const UNREAD = { root: null, message: undefined } as const;

/** An answered legacy exchange, decoded, and held to the message that it claims to be. */
export function makeLegacyReady(exchange: AnsweredExchange, operation: Operation): LegacyJudged {
  const contract = legacyContractOf(operation);
  const answer = decodedAnswer(exchange);
  const { decoded } = answer;
  const { root, message } = 'message' in decoded ? decoded : UNREAD;
  const request = decodedRequest(exchange.request);
  const ack = ackOf(message);
  const held = heldTo(contract, message, ack);
  return {
    exchange,
    contract,
    answer,
    root,
    message,
    request: 'message' in request ? request.message : undefined,
    ack,
    ended: endedBy(contract, ack),
    held,
    faults: faultsIn(message, held, operation),
    errors: errorsIn(message),
  };
}
