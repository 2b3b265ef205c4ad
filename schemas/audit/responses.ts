import { valueAt } from '../contract/clause.ts';
import type { Operation, StatusContract } from '../contract/operation.ts';

/** A response of an operation, with the status that it is judged under. */
export interface DocumentedResponse {
  /** As the contract calls it, e.g. `400`, `4XX`, `default`; `401 (default)` for a branch that names its status. */
  readonly label: string;
  readonly status: number;
  readonly contract: StatusContract;
}

const isClass = (status: number, key: string): boolean => key === 'default' || key[0] === String(status)[0];

/** A status that the contract lists nowhere and that a range, or `default`, covers; none where each is listed. */
function unlistedStatus(keys: readonly string[], key: string): readonly number[] {
  const candidates = Array.from({ length: 500 }, (_, index) => 599 - index);
  const isFree = (status: number): boolean =>
    !keys.includes(String(status)) && (key !== 'default' || !keys.includes(`${String(status)[0]}XX`));
  return candidates.filter((status) => isClass(status, key) && isFree(status)).slice(0, 1);
}

function labelled({ statusContract }: Operation, label: string, status: number): DocumentedResponse[] {
  const contract = statusContract(status);
  return contract === undefined ? [] : [{ label, status, contract }];
}

/** Every response that an operation documents: by status, by range, and `default` with the statuses it names. */
export function documentedResponses(operation: Operation): readonly DocumentedResponse[] {
  const listed = valueAt(operation.spec.document, `${operation.clause.pointer}/responses`);
  const keys = Object.keys((listed ?? {}) as object);
  const named = operation.statuses.flatMap((status) =>
    labelled(operation, keys.includes(String(status)) ? String(status) : `${status} (default)`, status),
  );
  const isOpen = (key: string): boolean =>
    /^[1-5]XX$/.test(key) || (key === 'default' && !named.some(({ label }) => label.endsWith('(default)')));
  const others = keys
    .filter(isOpen)
    .flatMap((key) => unlistedStatus(keys, key).flatMap((status) => labelled(operation, key, status)));
  return [...named, ...others];
}
