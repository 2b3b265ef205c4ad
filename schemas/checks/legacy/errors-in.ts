import type { JsonPointer } from '../../contract/clause.ts';
import type { AnswerMessage } from '../../contract/legacy-contract.ts';
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

/** Whether an answer is held to carry errors: those of any other are a warning's, of which no code is documented. */
export const carriesErrors = (held: AnswerMessage | null): boolean => held?.required.includes('error') === true;
