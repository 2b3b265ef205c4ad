import { openAllowance } from '../clients/allowance.ts';
import { createPacedClient } from '../clients/paced-client.ts';
import { createHttpClient } from '../clients/undici-client.ts';
import type { Operation } from '../schemas/contract/operation.ts';
import type { Target } from '../targets/target.ts';
import { cancelOperation } from './cancel/cancel-contract.ts';
import { accountOf, type Ledger, NO_LEDGER, openLedger } from './ledger.ts';
import { legacyOperation } from './legacy/legacy-contract.ts';
import { legacySystem } from './legacy/legacy-system.ts';
import { scenariosOf } from './profile.ts';
import { restSystem } from './rest/rest-system.ts';
import { type Course, openCourse, type RunNotes } from './run-course.ts';
import type { RunEnvironment } from './run-environment.ts';
import { newRunId } from './run-id.ts';
import { defaultBudget } from './run-plan.ts';
import { tellSecrets } from './secret-channel.ts';
import { openSession, type Session } from './session.ts';
import { allOf, type Sessions } from './sessions.ts';
import type { System } from './system.ts';
import { targetNamed } from './target-named.ts';

/** What a worker runs scenarios with. */
export interface OpenRun {
  /** REST's. */
  readonly session: Session;
  /** Those of every system that the target has. */
  readonly sessions: Sessions;
  openCourse(notes: RunNotes): Course;
  /** Closes the clients. */
  close(): Promise<void>;
}

const ledgerOf = (ledger: string | undefined, runId: string, target: Target): Ledger =>
  ledger === undefined
    ? NO_LEDGER
    : openLedger(ledger, { account: accountOf(target), run: runId, durable: target.judges === 'service' });

/** Opens target, client, ledger and session as the command says; nothing is sent. */
export async function openRun(environment: RunEnvironment): Promise<OpenRun> {
  const { target: name, baseUrl, limits, failOn } = environment;
  const { runId = newRunId(), callsPerSecond = 0 } = environment;
  tellSecrets();
  const target = await targetNamed(name).connect(baseUrl);
  const maxCalls = environment.maxCalls ?? defaultBudget(scenariosOf(name), target);
  const allowance = openAllowance({ callsPerSecond, maxCalls });
  const ledger = ledgerOf(environment.ledger, runId, target);
  const sessionOf = (system: System, operation: Operation, origin: string): Session =>
    openSession({
      target,
      client: createPacedClient(createHttpClient(origin, limits), origin, allowance),
      operation,
      system,
      failOn,
      runId,
      ledger,
    });
  const session = sessionOf(restSystem, cancelOperation, baseUrl);
  const { legacy } = target;
  const sessions: Sessions = {
    rest: session,
    ...(legacy && { legacy: sessionOf(legacySystem, legacyOperation, legacy.baseUrl) }),
  };
  return {
    session,
    sessions,
    openCourse: (notes) => openCourse(sessions, allowance, notes),
    close: async () => void (await Promise.all(allOf(sessions).map(({ client }) => client.close()))),
  };
}
