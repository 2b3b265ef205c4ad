import type { ServerResponse } from 'node:http';
import type { HttpClient } from '../../clients/http-client.ts';
import type { Answer, Exchange, Failure, Header } from '../../schemas/exchange.ts';
import { isAnswered } from '../../schemas/exchange.ts';
import type { Target } from '../../targets/target.ts';
import type { Received } from './arrival.ts';
import type { Answering, ErrorBody } from './gate-scenario.ts';

/** What stands behind the recorder. */
export interface Backstage {
  readonly target: Target;
  /** Calls the target, past the recorder. */
  readonly client: HttpClient;
}

/** What the client is answered with, or why nothing whole comes. */
type Reply = Answer | Failure;

const FRAMING: ReadonlySet<string> = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'date',
]);

const answer = (status: number, headers: readonly Header[], body: string): Answer => ({
  kind: 'answer',
  status,
  headers,
  body,
  bodyBytes: Buffer.byteLength(body),
  validUtf8: true,
});

const nothing = (code: string, message: string): Failure => ({ kind: 'failure', code, message });

const isCancel = ({ request }: Received): boolean => /\/cancel(?:\?|$)/.test(request.path);

/** What the target looks at in a request; all else (an offer of HTTP/2, an expectation) is between the client and the recorder. */
const READ: ReadonlySet<string> = new Set(['content-type', 'content-encoding', 'accept']);

/** The path alone, of whatever form of target a request line has (RFC 9112 §3.2). */
function originForm(path: string): string {
  const short = path.replace(/^https?:\/\/[^/?#]*/i, '');
  return short.startsWith('/') ? short : '/';
}

/** Hands a request on to the target, as it came. */
async function passedOn({ request, authorization }: Received, { client }: Backstage): Promise<Reply> {
  const exchange: Exchange = await client.send({
    operation: 'invoices.cancel',
    ...request,
    path: originForm(request.path),
    headers: request.headers.filter(([name]) => READ.has(name.toLowerCase())),
    authorization: { scheme: 'headers', headers: authorization.map((value) => ['Authorization', value]) },
  });
  if (!isAnswered(exchange)) return exchange.response;
  const { status, headers, body } = exchange.response;
  return answer(
    status,
    headers.filter(([name]) => !FRAMING.has(name.toLowerCase())),
    body,
  );
}

function edited(reply: Reply, edit: (body: ErrorBody) => ErrorBody | string): Reply {
  if (reply.kind === 'failure' || reply.body === '') return reply;
  const body = edit(JSON.parse(reply.body));
  return answer(reply.status, reply.headers, typeof body === 'string' ? body : JSON.stringify(body));
}

/** What becomes of a request of the client's. Only the cancel meets what a scenario has in store; all else is the target's. */
export async function replyTo(
  request: Received,
  answering: Answering,
  invoiceId: string,
  backstage: Backstage,
): Promise<Reply> {
  if (answering.by === 'target' || !isCancel(request)) return passedOn(request, backstage);
  const { by } = answering;
  if (by === 'canned') {
    const { status, headers = [], body = '' } = answering.answer;
    return answer(status, headers, body);
  }
  if (by === 'fault' || by === 'edited') {
    if (answering.status !== undefined) await backstage.target.setFault(invoiceId, answering.status);
    const reply = await passedOn(request, backstage);
    return by === 'edited' ? edited(reply, answering.edit) : reply;
  }
  return nothing(by.toUpperCase(), 'The suite gave no whole answer.');
}

/** Bytes that an answer announces, and those of them that come, where it stops half-way. */
const STALL = { announced: 400, sent: '{"name":"INTERNAL_SERVER_ERROR",' } as const;

/** Puts on the wire what a client is answered with: whole, half, never, or by dropping the connection. */
export function write(reply: Reply, response: ServerResponse): void {
  if (reply.kind === 'answer') {
    const { status, headers, body } = reply;
    const framing = status === 204 ? [] : ['Content-Length', String(Buffer.byteLength(body))];
    response.writeHead(status, [...headers.flat(), ...framing]);
    response.end(body);
  } else if (reply.code === 'STALL') {
    response.writeHead(500, ['Content-Type', 'application/json', 'Content-Length', String(STALL.announced)]);
    response.write(STALL.sent);
  } else if (reply.code !== 'HANG') response.socket?.resetAndDestroy();
}
