import type { PlainExchange } from './plain-exchange.ts';

/**
 * The exchange of a `fetch`: its `Request` and its `Response`. Of each a clone is read, so that both can still be used; take
 * the clone of a request before it is sent, since `fetch` uses its body up. Credentials are left out when it is judged.
 */
export async function exchangeOf(request: Request, response: Response): Promise<PlainExchange> {
  const sent = request.bodyUsed ? null : await request.clone().text();
  const bytes = new Uint8Array(await response.clone().arrayBuffer());
  return {
    request: { method: request.method, url: request.url, headers: request.headers, body: sent === '' ? null : sent },
    response: { status: response.status, headers: response.headers, body: bytes },
  };
}
