import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import type { Outcome, TargetAnswer, TargetRequest } from '../lie.ts';
import { simulatorRoute } from '../simulator/simulator-route.ts';
import { cancelRoute } from './cancel-route.ts';
import { controlRoutes } from './control-routes.ts';
import { errorAnswer } from './errors.ts';
import { legacyCancelRoute } from './legacy/legacy-cancel-route.ts';
import { legacySetUpRoutes } from './legacy/legacy-set-up-routes.ts';
import { preambleRoutes } from './preamble-routes.ts';
import { type Desk, type Route, routeOf } from './route.ts';
import { searchRoute } from './search-route.ts';
import { tokenRoute } from './token-route.ts';
import { readRequest, writeAnswer } from './wire.ts';

/** A running director. */
export interface Director {
  /** Origin without a trailing slash. */
  readonly origin: string;
  /** Drops all connections and stops listening. */
  close(): Promise<void>;
}

/** What the director is told. */
export interface DirectorOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Told of what stops the target from answering; the client sees its connection closed. */
  onDefect(error: SuiteError): void;
}

const ROUTES: readonly Route[] = [
  simulatorRoute,
  cancelRoute,
  tokenRoute,
  ...preambleRoutes,
  searchRoute,
  legacyCancelRoute,
  ...legacySetUpRoutes,
  ...controlRoutes,
];

/** Starts the server that keeps the invoices, on the loopback interface (PORT_IN_USE). */
export async function startDirector(desk: Desk, { port, onDefect }: DirectorOptions): Promise<Director> {
  const server = createServer(
    { keepAliveTimeout: 60_000 },
    (message, response) => void reply(message, response, desk, onDefect),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(portError(port, cause)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

const portError = (port: number, cause: NodeJS.ErrnoException): SuiteError =>
  new SuiteError('PORT_IN_USE', `Port ${port} cannot be listened on (${cause.code})`, {
    hint: 'Choose another with --port, or leave it out for any free one.',
    cause,
  });

async function reply(
  message: IncomingMessage,
  response: ServerResponse,
  desk: Desk,
  onDefect: DirectorOptions['onDefect'],
): Promise<void> {
  // Taken before the request is read: a request that is given up half-way forgets its socket.
  const { socket } = message;
  try {
    const outcome = await outcomeOf(message, desk);
    if (outcome === 'close') socket.destroy();
    else if (outcome !== 'hang') writeAnswer(response, outcome);
  } catch (cause) {
    onDefect(defectOf(cause));
    socket.destroy();
  }
}

async function outcomeOf(message: IncomingMessage, desk: Desk): Promise<Outcome> {
  const request = await readRequest(message);
  if (request === undefined) return 'close';
  const passage = {
    on: (passed: TargetRequest) => answered(passed, desk),
    refuse: (status: number) => refused(status, desk),
  };
  return desk.lie.pass?.(request, passage) ?? passage.on(request);
}

async function answered(request: TargetRequest, desk: Desk): Promise<Outcome> {
  const found = routeOf(ROUTES, request);
  if (found !== undefined) return found.route.answer(request, found.id, desk);
  return errorAnswer((await desk.contract()).examples, 404, 'RESOURCE_NOT_FOUND');
}

async function refused(status: number, desk: Desk): Promise<TargetAnswer> {
  const { examples } = await desk.contract();
  return errorAnswer(examples, status, examples.namesOf(status)[0] ?? '');
}

const defectOf = (cause: unknown): SuiteError =>
  cause instanceof SuiteError
    ? cause
    : new SuiteError('DEFECT', 'The prism target failed', { hint: 'Report it with its cause.', cause });
