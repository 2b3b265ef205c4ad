import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TargetAnswer, TargetRequest } from '../lie.ts';

/** Largest request body that is read, in bytes. Ours: one with a field of a MiB, which is far beyond what either contract accepts. */
const MAX_BODY_BYTES = 1_572_864;

/** The whole request; undefined where its body is too large, or the client went away in the middle of it. */
export async function readRequest(message: IncomingMessage): Promise<TargetRequest | undefined> {
  const body = await bodyOf(message).catch(() => undefined);
  if (body === undefined) return undefined;
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
  return { method: message.method ?? '', url: message.url ?? '', headers, text: body.toString() };
}

async function bodyOf(message: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Writes the answer as it is: names in their letters, nothing added but `Date` and what the connection needs. */
export function writeAnswer(response: ServerResponse, { status, headers, body }: TargetAnswer): void {
  response.writeHead(status, headers.flat());
  response.end(body);
}

/** The answer with the length of its body; a 204 has none. */
export const withLength = (answer: TargetAnswer): TargetAnswer =>
  answer.status === 204
    ? answer
    : { ...answer, headers: [...answer.headers, ['Content-Length', String(Buffer.byteLength(answer.body))]] };

/** A JSON answer, with its length. */
export const jsonAnswer = (status: number, body: unknown): TargetAnswer =>
  withLength({ status, headers: [['Content-Type', 'application/json']], body: JSON.stringify(body) });
