import { openAllowance } from '../clients/allowance.ts';
import { createPacedClient } from '../clients/paced-client.ts';
import { createHttpClient } from '../clients/undici-client.ts';
import type { Target } from '../targets/target.ts';
import { cancelOperation } from './cancel/cancel-contract.ts';
import { accountOf, type Ledger, NO_LEDGER, openLedger } from './ledger.ts';
import { scenariosOf } from './profile.ts';
import { type Course, openCourse, type RunNotes } from './run-course.ts';
import type { RunEnvironment } from './run-environment.ts';
import { newRunId } from './run-id.ts';
import { defaultBudget } from './run-plan.ts';
import { tellSecrets } from './secret-channel.ts';
import { openSession, type Session } from './session.ts';
import { targetNamed } from './target-named.ts';

/** What a worker runs scenarios with. */
export interface OpenRun {
  readonly session: Session;
  openCourse(notes: RunNotes): Course;
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
  const session = openSession({
    target,
    client: createPacedClient(createHttpClient(baseUrl, limits), baseUrl, allowance),
    operation: cancelOperation,
    failOn,
    runId,
    ledger: ledgerOf(environment.ledger, runId, target),
  });
  return { session, openCourse: (notes) => openCourse(session, allowance, notes) };
}
