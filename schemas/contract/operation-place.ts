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

/**
 * The place of an operation by its operationId.
 * @throws SuiteError OPERATION_MISSING, with the ids that there are
 */
export function placeOfOperation(spec: Spec, id: string): OperationPlace {
  const places = operationsOf(spec);
  const idOf = (place: OperationPlace): unknown => valueAt(spec.document, `${pointerOf(place)}/operationId`);
  const place = places.find((candidate) => idOf(candidate) === id);
  if (place) return place;
  const ids = places.map(idOf).filter((other) => typeof other === 'string');
  throw new SuiteError('OPERATION_MISSING', `${spec.file} has no operation ${id}`, {
    hint:
      ids.length > 0 ? `Choose one of: ${ids.join(', ')}.` : 'Give a document whose operations have an operationId.',
  });
}
