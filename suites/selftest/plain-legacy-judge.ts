import { askedFormat } from '../../schemas/checks/legacy/wire-formats.ts';
import type { AnsweredExchange } from '../../schemas/exchange.ts';
import { codecFor } from '../../schemas/wire/codecs.ts';
import type { Message } from '../../schemas/wire/message.ts';
import { LEGACY_CALLS } from '../legacy/legacy-calls.ts';
import { legacyOperation } from '../legacy/legacy-contract.ts';
import { textAt } from '../legacy/wire.ts';
import type { PlainJudge } from './plain-judge.ts';

/** The answer in normal form, read in the format that was asked for; undefined where it is of another, or of none. */
function messageOf({ request, response }: AnsweredExchange): Message | undefined {
  const decoded = codecFor(askedFormat(request) ?? 'JSON').decodeResponse(response.body);
  return 'undecodable' in decoded ? undefined : decoded.message;
}

/** Ajv and the schema of both messages in normal form, the acknowledgment, and the code of the first error. */
export const plainLegacyJudge: PlainJudge = {
  create: LEGACY_CALLS.create,
  isRefused(answer) {
    const message = messageOf(answer);
    return message === undefined || legacyOperation.statusContract(200)?.validate?.(message) === false;
  },
  isEnded: (answer, { ack }) => textAt(messageOf(answer) ?? {}, 'responseEnvelope', 'ack') === ack,
  isNamed: (answer, { issue }) =>
    issue === undefined || textAt(messageOf(answer) ?? {}, 'error', '0', 'errorId') === issue,
};
