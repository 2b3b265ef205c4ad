import type { Allowance } from '../clients/allowance.ts';
import type { EndedEarly, Orphan, ScenarioResult } from '../schemas/verdict.ts';
import { canary } from './canary.ts';
import { conform } from './conform.ts';
import type { Scenario } from './scenario.ts';
import { openSession, type Session } from './session.ts';
import { allOf, type Sessions, sessionFor } from './sessions.ts';
import { sweep } from './sweep.ts';

/** Where a run writes down what happens beside its verdicts. */
export interface RunNotes {
  endedEarly(ended: EndedEarly): void;
  /** A verdict that takes the place of an inconclusive one. */
  secondResult(result: ScenarioResult): void;
  /** What stands on the account in the end: left by this run, or by an earlier one. */
  stays(open: Orphan): void;
}

/** The course of a run: canary, scenarios, a second pass over what was inconclusive, clearing up. */
export interface Course {
  /** Judges a scenario; resolves to why it is not judged, where the run has ended early. */
  judge(scenario: Scenario): Promise<ScenarioResult | EndedEarly>;
  /** Ends the run; the second pass is for one whose `planned` scenarios were all judged. */
  finish(planned: number): Promise<void>;
}

/** Whether a scenario was judged. */
export const isJudged = (outcome: ScenarioResult | EndedEarly): outcome is ScenarioResult => 'verdict' in outcome;

/** Judges a scenario again, on invoices of its own; undefined where nothing is decided this time either. */
async function secondTry(scenario: Scenario, reason: string, session: Session): Promise<ScenarioResult | undefined> {
  const result = await conform(scenario, openSession({ ...session, sharing: session }));
  return result.verdict === 'inconclusive' ? undefined : { ...result, flaky: reason };
}

/** Opens the course of a run; in each system the first scenario waits for the canary of a service, and for what earlier runs left. */
export function openCourse(run: Session | Sessions, allowance: Allowance, notes: RunNotes): Course {
  const sessions: Sessions = 'rest' in run ? run : { rest: run };
  const { ledger } = sessions.rest;
  const undecided = new Map<Scenario, string>();
  let judged = 0;
  let ended: EndedEarly | undefined;

  const end = (cause: EndedEarly['cause'], reason: string | undefined): void => {
    if (ended !== undefined || reason === undefined) return;
    ended = { cause, reason: /[.!]$/.test(reason) ? reason : `${reason}.` };
    notes.endedEarly(ended);
  };
  const look = (): EndedEarly | undefined => {
    end('budget', allowance.refused());
    for (const { watch } of allOf(sessions)) end('outage', watch.outage());
    return ended;
  };

  const begin = async (session: Session): Promise<void> => {
    if (session.target.judges === 'service') end('outage', await canary(session));
    look();
    if (ended === undefined) await sweep(session);
  };
  const begun = new Map<Session, Promise<void>>();
  const beginOnce = (session: Session): Promise<void> => {
    const beginning = begun.get(session) ?? begin(session);
    begun.set(session, beginning);
    return beginning;
  };

  return {
    async judge(scenario) {
      const session = sessionFor(scenario, sessions);
      await beginOnce(session);
      const before = look();
      if (before !== undefined) return before;
      const result = await conform(scenario, session);
      judged += 1;
      if (result.verdict === 'inconclusive') undecided.set(scenario, result.reason ?? '');
      look();
      return result;
    },
    async finish(planned) {
      for (const [scenario, reason] of judged === planned ? undecided : []) {
        if (look() !== undefined) break;
        const result = await secondTry(scenario, reason, sessionFor(scenario, sessions));
        if (result !== undefined) notes.secondResult(result);
      }
      for (const open of await sweep(...allOf(sessions))) notes.stays(open);
      ledger.release();
    },
  };
}
