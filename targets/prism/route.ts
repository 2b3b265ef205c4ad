import type { Lie, Outcome, TargetRequest } from '../lie.ts';
import type { PrismClient } from './ask-prism.ts';
import type { Books } from './books.ts';
import type { LegacyContract } from './legacy/legacy-contract.ts';
import type { PrismContract } from './prism-contract.ts';

/** What a route answers by. Contract and Prism are waited for only by those that need them. */
export interface Desk {
  readonly books: Books;
  readonly lie: Lie;
  contract(): Promise<PrismContract>;
  prism(): Promise<PrismClient>;
  /** The same of the legacy system: each is loaded when it is first asked for. */
  readonly legacy: LegacyDesk;
}

/** What a legacy route answers by. */
export interface LegacyDesk {
  contract(): Promise<LegacyContract>;
  prism(): Promise<PrismClient>;
}

/** One call that the director answers. `path` is matched against the raw path; its one group, if any, is the invoice's id. */
export interface Route {
  readonly method: string;
  readonly path: RegExp;
  answer(request: TargetRequest, id: string, desk: Desk): Promise<Outcome>;
}

/** The raw path of a request, without its query. */
const pathOf = ({ url }: TargetRequest): string => url.split('?', 1)[0] ?? '';

/** The first route that takes the request, and the invoice id in its path, unescaped. */
export function routeOf(routes: readonly Route[], request: TargetRequest): { route: Route; id: string } | undefined {
  for (const route of routes) {
    const match = request.method === route.method ? route.path.exec(pathOf(request)) : null;
    if (match !== null) return { route, id: unescaped(match[1] ?? '') };
  }
  return undefined;
}

/** A segment whose escaping is broken is left as it is: no invoice has such an id. */
function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
