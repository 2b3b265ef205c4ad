import { DEFAULT_LIMITS } from '../../clients/http-client.ts';
import { createHttpClient } from '../../clients/undici-client.ts';
import type { SuiteError } from '../../schemas/contract/suite-error.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { createSwitchboard } from '../../targets/liars/switchboard.ts';
import type { Lie } from '../../targets/lie.ts';
import { startPrism } from '../../targets/prism/prism.ts';
import { cancelOperation } from '../cancel/cancel-contract.ts';
import { conform } from '../conform.ts';
import { legacyOperation } from '../legacy/legacy-contract.ts';
import { legacySystem } from '../legacy/legacy-system.ts';
import type { Scenario } from '../scenario.ts';
import { openSession } from '../session.ts';
import { type Sessions, sessionFor } from '../sessions.ts';

/**
 * Longest wait for an answer, in milliseconds: an honest one takes a tenth of the short one at most. Short is for lies by
 * which nothing ever comes, since each of them costs all of it.
 */
const TIMEOUTS_MS = { usual: 5_000, short: 250 } as const;

/** How long an answer is waited for. */
export type Wait = keyof typeof TIMEOUTS_MS;

/** Judges one scenario after the other, or several at once, while the target tells the same lie. */
export type Judge = (scenario: Scenario) => Promise<ScenarioResult>;

/** One prism target that tells any lie, one after the other, and scenarios judged on it. */
export interface LieBench {
  /** From now on the target tells this lie, and none before: sessions are opened for it, whose tokens and invoices its scenarios share. */
  tell(lie: Lie, wait?: Wait): Judge;
  /** Judges a scenario in a session of its own. */
  judge(scenario: Scenario, lie: Lie): Promise<ScenarioResult>;
  /** What stopped the target from answering: always a mistake of ours. */
  readonly defects: readonly SuiteError[];
  close(): Promise<void>;
}

/** Starts the one target that every lie is told by. */
export async function openLieBench(): Promise<LieBench> {
  const switchboard = createSwitchboard();
  const defects: SuiteError[] = [];
  const prism = await startPrism({ lie: switchboard.lie, onDefect: (error) => defects.push(error) });
  const clientOf = (wait: Wait) => createHttpClient(prism.baseUrl, { ...DEFAULT_LIMITS, timeoutMs: TIMEOUTS_MS[wait] });
  const clients = { usual: clientOf('usual'), short: clientOf('short') };
  await prism.ready();
  const { target } = prism;
  const sharing = openSession({ target, operation: cancelOperation, client: clients.usual });
  const tell = (lie: Lie, wait: Wait = 'usual'): Judge => {
    const client = clients[wait];
    const sessions: Sessions = {
      rest: openSession({ target, operation: cancelOperation, client, sharing }),
      legacy: openSession({ target, operation: legacyOperation, system: legacySystem, client }),
    };
    switchboard.tell(lie);
    return (scenario) => conform(scenario, sessionFor(scenario, sessions));
  };
  return {
    tell,
    judge: (scenario, lie) => tell(lie)(scenario),
    defects,
    async close() {
      await Promise.all([clients.usual.close(), clients.short.close()]);
      await prism.close();
    },
  };
}
