import { bodyOf, withBody } from '../liars/rewrite.ts';
import type { TargetRequest } from '../lie.ts';
import { TOKEN_CALLS } from './faults.ts';
import { callNameOf, type Layer } from './layer.ts';

/** Between a token of the director's and the generation that it is handed out under. */
const MARK = '.';

/** What is left of a request whose token nobody knows (any more). */
const withoutToken = (request: TargetRequest): TargetRequest => ({
  ...request,
  headers: { ...request.headers, authorization: 'Bearer gone' },
});

/**
 * Every token handed out so far stops working after so many calls, long before it said it would; later ones last. Each is
 * handed out under a generation, and one of an older generation is unknown.
 */
export function expiringTokens(afterCalls: number): Layer {
  let generation = 1;
  let used = 0;
  return async (request, passage) => {
    if (TOKEN_CALLS.test(callNameOf(request))) {
      const outcome = await passage.on(request);
      if (typeof outcome === 'string' || outcome.status !== 200) return outcome;
      const body = bodyOf(outcome) ?? {};
      return withBody(outcome, JSON.stringify({ ...body, access_token: `${body.access_token}${MARK}${generation}` }));
    }
    const { authorization = '' } = request.headers;
    const [token, named] = authorization.split(MARK);
    if (named === undefined) return passage.on(request);
    if (Number(named) !== generation) return passage.on(withoutToken(request));
    used += 1;
    if (used === afterCalls) generation += 1;
    return passage.on({ ...request, headers: { ...request.headers, authorization: token } });
  };
}
