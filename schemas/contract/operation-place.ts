import { type JsonPointer, pointerTo, valueAt } from './clause.ts';
import { objectAt, resolve } from './reference.ts';
import type { Spec } from './spec.ts';
import { SuiteError } from './suite-error.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Where an operation stands: its path item may stand elsewhere than its path. */
export interface OperationPlace {
  readonly path: string;
  readonly pathItem: JsonPointer;
  readonly method: string;
}

/** The pointer to the operation itself. */
export const pointerOf = ({ pathItem, method }: OperationPlace): JsonPointer => pointerTo(pathItem, method);

function operationsOf(spec: Spec): OperationPlace[] {
  return Object.keys(objectAt(spec, '/paths')).flatMap((path) => {
    const pathItem = resolve(spec, pointerTo('/paths', path));
    return METHODS.map((method) => ({ path, pathItem, method })).filter(
      (place) => valueAt(spec.document, pointerOf(place)) !== undefined,
    );
  });
}

const idOf = (spec: Spec, place: OperationPlace): unknown => valueAt(spec.document, `${pointerOf(place)}/operationId`);

/** The ids of all operations of a document, in its order; one without an operationId is not among them. */
export const operationIdsOf = (spec: Spec): readonly string[] =>
  operationsOf(spec)
    .map((place) => idOf(spec, place))
    .filter((id) => typeof id === 'string');

/** The operations of a document that have no operationId, e.g. `GET /ping`: nothing can name them. */
export const unnamedOperationsOf = (spec: Spec): readonly string[] =>
  operationsOf(spec)
    .filter((place) => typeof idOf(spec, place) !== 'string')
    .map(({ method, path }) => `${method.toUpperCase()} ${path}`);

/**
 * The place of an operation by its operationId.
 * @throws SuiteError OPERATION_MISSING, with the ids that there are
 */
export function placeOfOperation(spec: Spec, id: string): OperationPlace {
  const place = operationsOf(spec).find((candidate) => idOf(spec, candidate) === id);
  if (place) return place;
  const ids = operationIdsOf(spec);
  throw new SuiteError('OPERATION_MISSING', `${spec.file} has no operation ${id}`, {
    hint:
      ids.length > 0 ? `Choose one of: ${ids.join(', ')}.` : 'Give a document whose operations have an operationId.',
  });
}
