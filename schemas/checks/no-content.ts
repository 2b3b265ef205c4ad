import { headerOf } from '../exchange.ts';
import { preview } from './answer-body.ts';
import { type CheckDefinition, type Judged, NONE } from './check.ts';
import { stated } from './grounds.ts';

/** The body that is there, or that the headers announce: HTTP ends a 204 with its headers, so no client sees more of it. */
function bodyOf({ text, headers, exchange }: Judged): string | undefined {
  if (text !== '') return `${exchange.response.bodyBytes} bytes: ${preview(text)}`;
  const length = headerOf(headers, 'content-length');
  if (Number(length) > 0) return `announced by Content-Length: ${length}`;
  const coding = headerOf(headers, 'transfer-encoding');
  return coding === undefined ? undefined : `announced by Transfer-Encoding: ${coding}`;
}

/** A status without documented content has no body. Source: the response object has no `content`; RFC 9110 §15.3.5 for 204. */
export const noContent: CheckDefinition = {
  id: 'no-content',
  summary: 'A status that the contract documents without content (204) has no body.',
  judge: (judged) => {
    const { contract, status } = judged;
    if (!contract || contract.mediaTypes.length > 0) return NONE;
    if (judged.text === '' && status !== 204) return NONE;
    const actual = bodyOf(judged);
    if (actual === undefined) return NONE;
    return [
      {
        ...stated(contract.clause),
        kind: 'unexpected-body',
        pointer: '',
        expected: 'no body',
        actual,
        explanation: `The contract documents a ${status} without content; the answer has a body (${actual}).`,
      },
    ];
  },
};
