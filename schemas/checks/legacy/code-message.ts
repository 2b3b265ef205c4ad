import type { CodeContract, LegacyContract } from '../../contract/legacy-contract.ts';
import { preview } from '../answer-body.ts';
import { type Departure, NONE } from '../check.ts';
import { stated } from '../grounds.ts';
import { carriesErrors, documentedAs, type LegacyError } from './errors-in.ts';
import type { LegacyCheck } from './legacy-check.ts';

/** Whether the text belongs to the code; to one that stands for a class of messages, and to one of no page, any does. */
const belongs = (message: string | undefined, documented: CodeContract | undefined): boolean =>
  documented?.message === undefined ? message !== undefined && message !== '' : message === documented.message;

function ownerOf(message: string | undefined, { codes }: LegacyContract): string {
  const owner = [...codes.values()].find((other) => message !== undefined && other.message === message);
  return owner ? `, which is the message of ${owner.code}` : '';
}

function wrong(error: LegacyError, contract: LegacyContract): Departure {
  const { code, message, pointer } = error;
  const documented = documentedAs(error, contract);
  const clause = documented?.messageClause ?? contract.codesClause;
  const expected = documented?.message === undefined ? 'a description of the error' : preview(documented.message);
  const says = `${preview(message)}${ownerOf(message, contract)}`;
  return {
    ...stated(clause),
    kind: 'wrong-message',
    pointer: `${pointer}/message`,
    expected,
    actual: preview(message),
    explanation: `The message of ${preview(code)} is ${expected}; this one is ${says}.`,
  };
}

/** The message of an error is the one of its code. Source: the table of errors; 580022 stands for a class of messages. */
export const codeMessage: LegacyCheck = {
  id: 'legacy-message',
  summary: 'The message of an error is the one that is documented for its code.',
  judge: ({ errors, contract, held }) => {
    if (!carriesErrors(held)) return NONE;
    return errors
      .filter((error) => !belongs(error.message, documentedAs(error, contract)))
      .map((error) => wrong(error, contract));
  },
};
