import { type Dispatcher, Pool } from 'undici';
import type { Operation } from '../../schemas/contract/operation.ts';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import type { Header } from '../../schemas/exchange.ts';
import type { TargetAnswer } from '../lie.ts';
import type { Decision } from './decide-cancel.ts';
import type { Examples } from './examples.ts';

/** Longest wait for Prism, in milliseconds: it answers within one, or never. */
const TIMEOUT_MS = 10_000;

/** Connections kept open to Prism; more would only queue in its one thread. */
const CONNECTIONS = 4;

/** Asks a running Prism for answers, over HTTP. */
export interface PrismClient {
  /**
   * Prism's own answer, or `close` where none comes. Throws OVERLAY_INVALID where the document has no such example, and
   * DEFECT where Prism answers with another status than the one asked for.
   */
  ask(decision: Decision): Promise<TargetAnswer | 'close'>;
  close(): Promise<void>;
}

/** A client of the Prism at `origin` for one operation, with one pool of connections. */
export function createPrismClient(origin: string, operation: Operation, examples: Examples): PrismClient {
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  });
  const { method } = operation;
  const path = operation.path.replaceAll(/\{[^}]+\}/g, 'any');
  return {
    async ask({ status, example }) {
      examples.require(status, example);
      const prefer = example === null ? `code=${status}` : `code=${status}, example=${example}`;
      const reply = await received(pool.request({ method, path, headers: { prefer } }));
      if (reply === 'close') return reply;
      if (reply.statusCode !== status) throw disobeyed(prefer, reply.statusCode);
      return { status, headers: ownHeaders(reply.headers, reply.text), body: reply.text };
    },
    close: () => pool.destroy(),
  };
}

/** The whole reply; `close` where the network fails, whatever the reason: nothing answers in Prism's place. */
async function received(request: Promise<Dispatcher.ResponseData>) {
  try {
    const { statusCode, headers, body } = await request;
    return { statusCode, headers, text: await body.text() };
  } catch {
    return 'close';
  }
}

/** Headers of the connection between director and Prism, which are not the answer's own. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
]);

/** Prism's headers, without a `content-type` where there is no content. */
const ownHeaders = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
  text: string,
): readonly Header[] =>
  Object.entries(headers).flatMap(([name, value]): Header[] => {
    if (HOP_BY_HOP.has(name) || (text === '' && name === 'content-type')) return [];
    return [value ?? []].flat().map((one) => [name, one] as const);
  });

const disobeyed = (prefer: string, statusCode: number): SuiteError =>
  new SuiteError('DEFECT', `Prism answered ${statusCode} to "Prefer: ${prefer}"`, {
    hint: 'Check that the overlaid document has this response, and which Prism is installed.',
  });
