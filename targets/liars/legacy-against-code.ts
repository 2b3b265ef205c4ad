import { type CodeContract, legacyContractOf } from '../../schemas/contract/legacy-contract.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import { onCode, rewritingError } from './legacy-rewrite.ts';
import type { LiesAgainst } from './lies-against.ts';

/** A code of six digits that the page does not have. */
const UNLISTED = '599999';

/** The next code of the page that has a message of its own, the first after the last; every other pair is a lie of its own. */
function nextTo(code: string, operation: Operation): CodeContract | undefined {
  const codes = [...legacyContractOf(operation).codes.values()];
  const at = codes.findIndex((one) => one.code === code);
  return [...codes.slice(at + 1), ...codes.slice(0, at)].find(({ message }) => message !== undefined);
}

/** Where this code is due another of the page's, with its message, or one that the page does not have. */
export const legacyLiesAgainstCode: LiesAgainst = ({ id }, operation) => {
  const [, code = ''] = id.split('/');
  const next = nextTo(code, operation);
  const changes = [...(next ? [{ errorId: next.code, message: next.message }] : []), { errorId: UNLISTED }];
  return changes.map((change) => rewritingError(onCode(code), (error) => ({ ...error, ...change })));
};

/** The message of another code beside this one, and its own in other letters. */
export const legacyLiesAgainstMessage: LiesAgainst = ({ id }, operation) => {
  const [, code = ''] = id.split('/');
  const next = nextTo(code, operation);
  return [
    ...(next ? [rewritingError(onCode(code), (error) => ({ ...error, message: next.message }))] : []),
    rewritingError(onCode(code), (error) => ({ ...error, message: String(error.message).toUpperCase() })),
  ];
};
