import { SuiteError } from '../../schemas/contract/suite-error.ts';
import type { Document } from './overlaid-document.ts';

/** A running Prism. */
export interface PrismServer {
  /** Origin without a trailing slash. */
  readonly origin: string;
  /** Stops it; nothing listens there afterwards. */
  stop(): Promise<void>;
}

/** Prism does as its `Prefer` header says and nothing else: it validates nothing and asks for no credentials. */
const CONFIG = {
  isProxy: false,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} as const;

/** Real Prism, in this process, serving `document` on a free port of the loopback interface (PRISM_FAILED). */
export async function startPrismServer(document: Document): Promise<PrismServer> {
  try {
    return await listening(document);
  } catch (cause) {
    throw new SuiteError('PRISM_FAILED', 'Prism does not start', {
      hint: 'Check that the document is OpenAPI 3.0, and that the dependencies are installed as locked.',
      cause,
    });
  }
}

async function listening(document: Document): Promise<PrismServer> {
  // Imported late: it takes about a second, in which other things can be started.
  const [{ createServer }, { getHttpOperationsFromSpec }, { createLogger }] = await Promise.all([
    import('@stoplight/prism-http-server'),
    import('@stoplight/prism-cli/dist/operations.js'),
    import('@stoplight/prism-core'),
  ]);
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  if (operations.length === 0) throw new Error('The document has no operation.');
  // Prism calls the levels `start` and `success`, which pino has not by itself.
  const logger = createLogger('prism', { customLevels: { start: 31, success: 32 }, level: 'silent' });
  const server = createServer(operations, { cors: false, config: CONFIG, components: { logger } });
  const origin = await server.listen(0, '127.0.0.1');
  return { origin, stop: () => server.close() };
}
