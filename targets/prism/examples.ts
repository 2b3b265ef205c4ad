import { pointerTo, valueAt } from '../../schemas/contract/clause.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import type { Document } from './overlaid-document.ts';

/** The named examples of one operation in an overlaid document: what Prism can be asked for. */
export interface Examples {
  /** The value of an example; throws OVERLAY_INVALID where the document has none of that status and name. */
  bodyOf(status: number, name: string): unknown;
  /** The names of a status's examples, in the document's order. */
  namesOf(status: number): readonly string[];
  /** Throws OVERLAY_INVALID unless Prism can be asked for it; `null` asks for a response without a body. */
  require(status: number, name: string | null): void;
}

/** The examples of the operation. */
export function examplesOf(document: Document, operation: Operation): Examples {
  const responses = pointerTo('', 'paths', operation.path, operation.method.toLowerCase(), 'responses');
  const contentAt = (status: number): unknown => valueAt(document, pointerTo(responses, status, 'content'));
  const bodyOf = (status: number, name: string): unknown => {
    const value = valueAt(contentAt(status), pointerTo('', 'application/json', 'examples', name, 'value'));
    if (value === undefined) throw missing(operation, status, `example ${name}`);
    return value;
  };
  return {
    bodyOf,
    namesOf: (status) => Object.keys(valueAt(contentAt(status), '/application~1json/examples') ?? {}),
    require(status, name) {
      if (name !== null) bodyOf(status, name);
      else if (valueAt(document, pointerTo(responses, status)) === undefined)
        throw missing(operation, status, 'response');
      else if (contentAt(status) !== undefined) throw missing(operation, status, 'response without a body');
    },
  };
}

const missing = (operation: Operation, status: number, what: string): SuiteError =>
  new SuiteError('OVERLAY_INVALID', `The overlaid document has no ${what} for ${status} of ${operation.id}`, {
    hint: 'Add it to the overlay in specs/, or ask for one that it has.',
  });
