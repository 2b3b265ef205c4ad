import type { Obligation } from '../../schemas/contract/obligation.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import { walkSchema } from '../../schemas/contract/schema-walk.ts';
import type { Lie } from '../lie.ts';
import type { LiesAgainst } from './lies-against.ts';
import { removeAt } from './place-value.ts';
import { answering, onStatus, rewriting, withHeader } from './rewrite.ts';

/** A cancel that is reported as done and changes nothing. */
const withoutEffect: Lie = {
  stateAfter: (honest, { invoice, decision }) => (decision.status === 204 && invoice ? invoice.state : honest),
};

/** Where a schema that says something stands in the body of a status. */
function pathsOf({ clause }: Obligation, { spec, statusContract }: Operation, status: number): (readonly string[])[] {
  const schema = statusContract(status)?.schemaPointer;
  const nodes = schema ? [...walkSchema(spec, schema)] : [];
  return nodes.filter(({ pointer }) => `${pointer}/description` === clause.pointer).map(({ path }) => path);
}

/** What prose requires of clients' errors is left out of all of them. */
function leftOut(obligation: Obligation, operation: Operation): Lie[] {
  const inErrors = operation.statuses.filter((status) => status >= 400 && status < 500);
  const paths = inErrors.flatMap((status) => pathsOf(obligation, operation, status));
  const distinct = [...new Map(paths.map((path) => [path.join('/'), path])).values()];
  return distinct.map((path) => rewriting(onStatus(...inErrors), (body) => removeAt(body, path)));
}

/** A cancel without effect; a body announced where prose says that there is none; a member left out that prose requires. */
export const liesAgainstProse: LiesAgainst = (obligation, operation) => {
  const [, part, status] = obligation.id.split('/');
  if (part === 'effect') return [withoutEffect];
  if (part === 'status')
    return [answering(onStatus(Number(status)), (answer) => withHeader(answer, 'Content-Length', '2'))];
  return part === 'response' ? leftOut(obligation, operation) : [];
};
