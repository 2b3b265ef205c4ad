import { preview } from '../answer-body.ts';
import { type CheckContext, type Departure, NONE } from '../check.ts';
import { firstOfEach } from '../first-of-each.ts';
import { type Grounds, stated } from '../grounds.ts';
import { carriesErrors, documentedAs, type LegacyError } from './errors-in.ts';
import type { LegacyCheck, LegacyJudged } from './legacy-check.ts';

/** Source: the form that the schema gives to `errorId`; another is what legacy-error-id reports. */
const SIX_DIGITS = /^\d{6}$/;

/** For what the page has no code for, and beside a code of the page's, another is news. */
function groundsOf({ contract, errors, ended }: LegacyJudged, { expected }: CheckContext): Grounds {
  const isGap = expected?.ack === 'Failure' && ended === 'Failure' && expected.issue === undefined;
  if (isGap) return { level: 'MAY', origin: 'undefined', clause: expected.clause };
  const isBeside = errors.some((error) => documentedAs(error, contract) !== undefined);
  return isBeside ? { level: 'MAY', origin: 'spec', clause: contract.codesClause } : stated(contract.codesClause);
}

function unlisted({ code, message, pointer }: LegacyError, judged: LegacyJudged, grounds: Grounds): Departure {
  const documented = [...judged.contract.codes.keys()].join(', ');
  return {
    ...grounds,
    kind: grounds.level === 'MAY' ? 'undocumented-issue' : 'unlisted-issue',
    pointer: `${pointer}/errorId`,
    expected: `one of ${documented}`,
    actual: preview(code),
    explanation: `The page does not list the error ${preview(code)} (${preview(message)}); it has ${documented}.`,
  };
}

/** A failure names a code of the page's. Source: the table of errors. */
export const codeListed: LegacyCheck = {
  id: 'legacy-code',
  summary: 'A failure names an error code that is documented.',
  judge: (judged, context) => {
    const { errors, contract, held } = judged;
    if (!carriesErrors(held)) return NONE;
    const isOther = (error: LegacyError): boolean =>
      SIX_DIGITS.test(String(error.code)) && documentedAs(error, contract) === undefined;
    const grounds = groundsOf(judged, context);
    return firstOfEach(errors.filter(isOther), ({ code }) => code).map((error) => unlisted(error, judged, grounds));
  },
};
