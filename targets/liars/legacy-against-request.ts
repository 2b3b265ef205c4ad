import { isDeepStrictEqual } from 'node:util';
import { boundaryCases } from '../../schemas/boundaries/boundary-cases.ts';
import { valueAt } from '../../schemas/contract/clause.ts';
import type { Obligation } from '../../schemas/contract/obligation.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import type { LegacyContext, Lie } from '../lie.ts';
import { isRefusedOnlyBy } from './against-request.ts';
import { onCode, onDone, redeciding, taking } from './legacy-rewrite.ts';
import type { LiesAgainst } from './lies-against.ts';

/** The code of a request that is not valid. Source: the page's errors. */
const INVALID = '580022';

const isInvalid = onCode(INVALID);

/** As if the keyword were not there: what it alone refuses is taken. A request that is no message at all says nothing. */
const lenient = ({ keyword }: Obligation, { requestBody }: Operation): Lie =>
  taking((context) => {
    if (!isInvalid(context) || !keyword || !requestBody) return false;
    const { said } = context;
    if (said === undefined) return keyword.name === 'type' && keyword.path.length === 0;
    return isRefusedOnlyBy(keyword, requestBody, said.message);
  });

/** Refuses one of the values that are listed. */
const strict = (pointer: string, value: unknown): Lie =>
  redeciding((context) => onDone(context) && isDeepStrictEqual(valueAt(context.said?.message, pointer), value), {
    example: INVALID,
  });

/** A member is taken where the contract says that it is ignored: this one refuses the two together. */
function minding({ id, clause }: Obligation, { spec }: Operation): Lie {
  const [, name = ''] = id.split('/');
  const where = Object.entries(valueAt(spec.document, clause.pointer) as Readonly<Record<string, string>>);
  const isIgnored = ({ said }: LegacyContext): boolean =>
    said?.message[name] !== undefined && where.every(([other, value]) => said.message[other] === value);
  return redeciding((context) => onDone(context) && isIgnored(context), { example: INVALID });
}

/** As if a keyword were not there; of listed values each refused; a member refused that is to be ignored. */
export const legacyLiesAgainstRequest: LiesAgainst = (obligation, operation) => {
  const { requestBody, spec } = operation;
  const { keyword } = obligation;
  if (!requestBody) return [];
  if (keyword === undefined) return [minding(obligation, operation)];
  const { schemaPointer, validate } = requestBody;
  const { cases } = boundaryCases({ spec, schemaPointer, validate, obligations: [obligation], root: 'message' });
  const listed = keyword.name === 'enum' ? cases.filter(({ accepted }) => accepted) : [];
  return [lenient(obligation, operation), ...listed.map(({ pointer, value }) => strict(pointer, value))];
};
