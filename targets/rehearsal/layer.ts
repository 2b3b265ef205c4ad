import type { Lie, Outcome, Passage, TargetRequest } from '../lie.ts';

/** What lies between a caller and the service: it may wait, refuse, change what passes, or let it pass. */
export type Layer = (request: TargetRequest, passage: Passage) => Promise<Outcome>;

/** One layer of several; the first is the one that the caller meets first. The director's own calls pass by. */
export const layered = (layers: readonly Layer[]): NonNullable<Lie['pass']> => {
  const through =
    (at: number, passage: Passage): Passage['on'] =>
    (request) => {
      const layer = layers[at];
      return layer ? layer(request, { ...passage, on: through(at + 1, passage) }) : passage.on(request);
    };
  return (request, passage) =>
    request.url.startsWith('/_director/') ? passage.on(request) : through(0, passage)(request);
};

/** A call in few words, with the invoice left out: e.g. its method, and `/v2/invoicing/invoices/{id}/cancel`. */
export const callNameOf = ({ method, url }: TargetRequest): string =>
  `${method} ${(url.split('?', 1)[0] ?? '').replace(/^(\/v2\/invoicing\/invoices\/)[^/]+/, '$1{id}')}`;
