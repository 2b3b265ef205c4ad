import { essenceOf } from '../prism/media-type.ts';
import type { LiesAgainst } from './lies-against.ts';
import { accepting, plainRefusal, refusing } from './redecide.ts';
import { answering, onStatus, type Where, withHeader } from './rewrite.ts';

/** The status of a request of a media type that is not supported (RFC 9110 §15.5.16). */
const UNSUPPORTED = 415;

/** Another media type than JSON, or none, for the same JSON. */
const inAnswers = (statuses: readonly number[]) =>
  ['text/html', null].map((type) =>
    answering(onStatus(...statuses), (answer) => withHeader(answer, 'Content-Type', type)),
  );

/** Of answers: another media type. Of the request: wrong ones are taken; parameters, or letters of the other case, are refused. */
export const liesAgainstMediaType: LiesAgainst = ({ statuses }, operation) => {
  if (statuses !== undefined) return inAnswers(statuses);
  const parameterised: Where = ({ request }) => request.headers['content-type']?.includes(';') ?? false;
  const otherCase: Where = ({ request }) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim();
    return type !== essenceOf(type);
  };
  return [
    accepting(({ decision }) => decision.status === UNSUPPORTED),
    refusing(parameterised, plainRefusal(operation, UNSUPPORTED)),
    refusing(otherCase, plainRefusal(operation, UNSUPPORTED)),
  ];
};
