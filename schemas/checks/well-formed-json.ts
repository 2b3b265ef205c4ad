import type { StatusContract } from '../contract/operation.ts';
import { preview } from './answer-body.ts';
import { type CheckContext, type CheckDefinition, type Departure, type Judged, NONE } from './check.ts';
import { type Grounds, metExpectation, stated } from './grounds.ts';
import { isJson } from './media-type.ts';

/** A 400 for what the contract has no issue for may come without a body: nothing could be named in it. */
function groundsOf(judged: Judged, { clause }: StatusContract, context: CheckContext): Grounds {
  const met = metExpectation(judged, context);
  const isGap = judged.status === 400 && met !== undefined && met.issue === undefined;
  return isGap && judged.text === '' ? { level: 'MAY', origin: 'undefined', clause } : stated(clause);
}

const malformed = ({ status, text, jsonError }: Judged, grounds: Grounds): Departure => ({
  ...grounds,
  kind: 'malformed-json',
  pointer: '',
  expected: 'a JSON text',
  actual: text === '' ? 'no body' : preview(text),
  explanation:
    text === ''
      ? `The contract documents a JSON body for a ${status}; the answer has none.`
      : `The body is not JSON: ${preview(jsonError).slice(1, -1)}.`,
});

const notUtf8 = ({ clause }: StatusContract): Departure => ({
  ...stated(clause),
  kind: 'invalid-utf8',
  pointer: '',
  expected: 'UTF-8',
  actual: 'bytes that are no UTF-8',
  explanation: 'JSON is sent in UTF-8 (RFC 8259 §8.1); the body has bytes that are none.',
});

/** Where the contract documents a JSON body, there is one, in UTF-8 (RFC 8259). */
export const wellFormedJson: CheckDefinition = {
  id: 'well-formed-json',
  summary: 'Where the contract documents JSON, the body is well-formed JSON in UTF-8.',
  judge: (judged, context) => {
    const { contract, exchange, text, jsonError } = judged;
    if (!contract?.mediaTypes.some(isJson) || exchange.request.method === 'HEAD') return NONE;
    const { validUtf8 } = exchange.response;
    const isMalformed = text === '' || jsonError !== undefined;
    return [
      ...(validUtf8 ? [] : [notUtf8(contract)]),
      ...(isMalformed ? [malformed(judged, groundsOf(judged, contract, context))] : []),
    ];
  },
};
