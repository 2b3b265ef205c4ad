import type { JsonPointer } from '../../contract/clause.ts';
import type { AnswerMessage, CodeContract, LegacyContract } from '../../contract/legacy-contract.ts';
import type { Message } from '../../wire/message.ts';
import { isObject, itemsOf, memberOf } from '../answer-body.ts';

/** One error of a legacy answer; `code` and `message` are undefined where they are absent or no text. */
export interface LegacyError {
  readonly pointer: JsonPointer;
  readonly code: string | undefined;
  readonly message: string | undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The errors that an answer lists, in their order; an item that has no members is the schema's to judge. */
export const errorsIn = (message: Message | undefined): readonly LegacyError[] =>
  itemsOf(message, 'error').flatMap((error, index) =>
    isObject(error)
      ? [
          {
            pointer: `/error/${index}`,
            code: textOf(memberOf(error, 'errorId')),
            message: textOf(memberOf(error, 'message')),
          },
        ]
      : [],
  );

/** What the page has of an error by its code; undefined for one of no page, and for none. */
export const documentedAs = ({ code }: LegacyError, { codes }: LegacyContract): CodeContract | undefined =>
  code === undefined ? undefined : codes.get(code);

/** Whether an answer is held to carry errors: those of any other are a warning's, of which no code is documented. */
export const carriesErrors = (held: AnswerMessage | null): boolean => held?.required.includes('error') === true;
