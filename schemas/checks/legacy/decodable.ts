import type { Operation } from '../../contract/operation.ts';
import { preview } from '../answer-body.ts';
import type { Departure } from '../check.ts';
import { type Grounds, stated } from '../grounds.ts';
import type { LegacyCheck, LegacyJudged } from './legacy-check.ts';
import { MESSAGE_PROTOCOL, RESPONSE_FORMAT } from './wire-formats.ts';

/** The header that asked for the format. SOAP's is known from observation only. */
function askedBy({ spec, parameters, clause }: Operation, format: string): Grounds {
  const name = format === 'SOAP' ? MESSAGE_PROTOCOL : RESPONSE_FORMAT;
  const header = parameters.find((parameter) => parameter.name === name);
  const at = header ? spec.clauseAt(`${header.schemaPointer}/enum`) : clause;
  return format === 'SOAP' ? { level: 'MAY', origin: 'observed', clause: at } : stated(at);
}

const undecodable = ({ exchange, contract, answer }: LegacyJudged, why: string): Departure => ({
  ...stated(contract.clause),
  kind: 'undecodable-body',
  pointer: '',
  expected: `a message in ${answer.asked ?? 'any documented format'}`,
  actual: exchange.response.body === '' ? 'no body' : preview(exchange.response.body),
  explanation: `The answer cannot be read as ${answer.format}: ${why}`,
});

const otherFormat = (asked: string, actual: string, operation: Operation): Departure => ({
  ...askedBy(operation, asked),
  kind: 'wrong-format',
  pointer: '',
  expected: asked,
  actual,
  explanation: `The request asks for an answer in ${asked}; this one is ${actual}.`,
});

const notUtf8 = ({ contract }: LegacyJudged): Departure => ({
  level: 'SHOULD',
  origin: 'observed',
  clause: contract.clause,
  kind: 'invalid-utf8',
  pointer: '',
  expected: 'UTF-8',
  actual: 'bytes that are no UTF-8',
  explanation: 'Every recorded answer is in UTF-8; this one has bytes that are none.',
});

/** The answer can be read, in the format that the request asked for. */
export const decodable: LegacyCheck = {
  id: 'legacy-format',
  summary: 'The answer can be read, in the format that the request asked for.',
  judge: (judged, { operation }) => {
    const { asked, format, decoded } = judged.answer;
    const { validUtf8 } = judged.exchange.response;
    const isOther = asked !== undefined && asked !== format;
    const unread = 'undecodable' in decoded ? [undecodable(judged, decoded.undecodable)] : [];
    return [
      ...(validUtf8 ? [] : [notUtf8(judged)]),
      ...(isOther && unread.length === 0 ? [otherFormat(asked, format, operation)] : unread),
    ];
  },
};
