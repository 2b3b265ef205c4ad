import type { Obligations } from '../schemas/contract/obligation.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import type { Scenario } from './scenario.ts';

/**
 * What a run shows of one obligation. `verified`: a scenario that claims it passed and none failed. `rehearsed`: the
 * same, but only because the target was told to show it. `known`: scenarios that claim it failed, and only by what the
 * baseline accepts. `undecided`: no claim was decided. `unclaimed`: nothing claims
 * it. `unruled`: a keyword that no rule reads. `new` and `vanished`: of a scenario that the contract gives now and did not
 * when it was pinned, and the other way round.
 */
export type Standing =
  | 'verified'
  | 'rehearsed'
  | 'failed'
  | 'known'
  | 'undecided'
  | 'not-run'
  | 'unclaimed'
  | 'unobservable'
  | 'unsatisfiable'
  | 'unruled'
  | 'new'
  | 'vanished';

/** One obligation's standing after a run on one target. */
export interface Coverage {
  readonly id: string;
  readonly group: string;
  readonly subject: string;
  readonly standing: Standing;
  /** Why it is not verified, where that is known. */
  readonly reason?: string;
  /** Ids of the scenarios that claim it. */
  readonly claimedBy: readonly string[];
}

const isRehearsal = ({ given, when }: Scenario): boolean =>
  given.fault !== undefined || when.credential === 'expired' || when.credential === 'unscoped';

const isAccepted = ({ findings }: ScenarioResult): boolean =>
  findings.every(({ accepted, origin }) => accepted !== undefined || origin === 'undefined');

function standingOf(claims: readonly Scenario[], results: ReadonlyMap<string, ScenarioResult>): Standing {
  const ran = claims.flatMap((scenario) => {
    const result = results.get(scenario.id);
    return result ? [{ scenario, result, verdict: result.verdict }] : [];
  });
  if (ran.length === 0) return 'not-run';
  const failed = ran.filter(({ verdict }) => verdict === 'fail');
  if (failed.length > 0) return failed.every(({ result }) => isAccepted(result)) ? 'known' : 'failed';
  const passed = ran.filter(({ verdict }) => verdict === 'pass');
  if (passed.length === 0) return 'undecided';
  return passed.every(({ scenario }) => isRehearsal(scenario)) ? 'rehearsed' : 'verified';
}

/** A new promise of the contract: `npm test` is red until a scenario claims it or a reason is given. */
const NEW = 'no scenario claims it, and no reason is given';

/** What a run shows of every obligation. */
export function coverageOf(
  { obligations, unruled }: Obligations,
  scenarios: readonly Scenario[],
  results: readonly ScenarioResult[],
  unclaimed: Readonly<Record<string, string>>,
): readonly Coverage[] {
  const byId = new Map(results.map((result) => [result.id, result]));
  const unread = unruled.map(
    ({ keyword, clause }): Coverage => ({
      id: `unruled/${clause.pointer}`,
      group: 'unruled',
      subject: `${keyword} (${clause.file}:${clause.line})`,
      standing: 'unruled',
      reason: 'no rule reads this part of the contract',
      claimedBy: [],
    }),
  );
  const claimable = obligations.map(({ id, group, subject, standing, reason }): Coverage => {
    const claims = scenarios.filter(
      ({ claims: claimed, expected: [first] }) => first.origin !== 'undefined' && claimed.includes(id),
    );
    const base = { id, group, subject, claimedBy: claims.map((scenario) => scenario.id) };
    if (standing !== 'open') return { ...base, standing, ...(reason === undefined ? {} : { reason }) };
    if (claims.length > 0) return { ...base, standing: standingOf(claims, byId) };
    return { ...base, standing: 'unclaimed', reason: unclaimed[id] ?? NEW };
  });
  return [...claimable, ...unread];
}
