import { bodyOf } from '../liars/rewrite.ts';
import type { Outcome, TargetRequest } from '../lie.ts';
import type { Layer } from './layer.ts';

/** An invoice as it was before its last change, and how many more reads show it so. */
interface Stale {
  readonly outcome: Outcome;
  readonly reads: number;
}

const INVOICE = /^(\/v2\/invoicing\/invoices)\/([^/?]+)/;
const COLLECTION = '/v2/invoicing/invoices';

const readOf = ({ headers }: TargetRequest, id: string): TargetRequest => ({
  method: 'GET',
  url: `${COLLECTION}/${id}`,
  headers,
  text: '',
});

const succeeded = (outcome: Outcome): boolean => typeof outcome !== 'string' && outcome.status < 300;

/** The id in the answer to a create. */
const createdId = (outcome: Outcome): string =>
  typeof outcome === 'string'
    ? ''
    : (String(bodyOf(outcome)?.href ?? '')
        .split('/')
        .at(-1) ?? '');

/** Eventual consistency: the first `reads` reads after each change show the invoice as it was before. */
export function laggingReads(reads: number): Layer {
  const stale = new Map<string, Stale>();
  return async (request, passage) => {
    const id = INVOICE.exec(request.url)?.[2];
    if (request.method === 'GET' && id !== undefined) {
      const old = stale.get(id);
      if (old === undefined) return passage.on(request);
      if (old.reads > 1) stale.set(id, { ...old, reads: old.reads - 1 });
      else stale.delete(id);
      return old.outcome;
    }
    const before = await passage.on(readOf(request, id ?? 'INV2-NONE'));
    const outcome = await passage.on(request);
    const changed = id ?? (request.url === COLLECTION ? createdId(outcome) : '');
    if (succeeded(outcome) && changed !== '') stale.set(changed, { outcome: before, reads });
    return outcome;
  };
}
