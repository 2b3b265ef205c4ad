import type { Operation } from '../../schemas/contract/operation.ts';
import type { CancelContext, Lie } from '../lie.ts';
import type { LiesAgainst } from './lies-against.ts';
import { unescapedIdOf } from './path-id.ts';
import { DONE, plainRefusal } from './redecide.ts';

/** The status of a request that is not well-formed. */
const BAD_REQUEST = 400;

const deciding = (where: (id: string) => boolean, decision: CancelContext['decision']): Lie => ({
  decide: (context) => (context.invoice === undefined && where(unescapedIdOf(context)) ? decision : context.decision),
});

function matches(operation: Operation, name: string | undefined, id: string): boolean {
  const parameter = operation.parameters.find((candidate) => candidate.name === name);
  return id !== '' && parameter?.validate(id) === true;
}

/** An id that is missing, or that its schema does not take, is cancelled; one that names nothing is called ill-formed. */
export const liesAgainstParameter: LiesAgainst = ({ id: obligation, keyword }, operation) => {
  const [, name] = obligation.split('/');
  const isTaken = (id: string): boolean => matches(operation, name, id);
  const strict = deciding(isTaken, plainRefusal(operation, BAD_REQUEST));
  if (keyword === undefined) return [deciding((id) => id === '', DONE)];
  return [deciding((id) => id !== '' && !isTaken(id), DONE), strict];
};
