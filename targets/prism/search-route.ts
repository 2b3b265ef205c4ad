import { stamped } from './errors.ts';
import { representationOf } from './invoices.ts';
import { acceptedCall } from './preamble-call.ts';
import type { Route } from './route.ts';
import { jsonAnswer } from './wire.ts';

/** `POST /v2/invoicing/search-invoices`: the caller's invoices that carry a reference. */
export const searchRoute: Route = {
  method: 'POST',
  path: /^\/v2\/invoicing\/search-invoices$/,
  async answer(request, _, desk) {
    const call = await acceptedCall(request, desk, 'invoices.search-invoices');
    if ('status' in call) return call;
    const items = [...desk.books.invoices.values()]
      .filter(({ owner }) => owner === call.clientId)
      .map(representationOf)
      .filter(({ detail }) => (detail as { reference?: unknown }).reference === call.body.reference);
    return stamped(jsonAnswer(200, { items, total_items: items.length }));
  },
};
