import type { RunRecord, ScenarioRecord } from '../run-record.ts';
import { isDeparture, isKnown } from '../summary/departures.ts';

/**
 * How a scenario counts where others read the run: `failed` by something new, `known` where all that departs is accepted,
 * `undecided` where nothing is known of the contract.
 */
export type Outcome = 'passed' | 'failed' | 'known' | 'undecided' | 'inapplicable';

const SETTLED = { pass: 'passed', inconclusive: 'undecided', inapplicable: 'inapplicable' } as const;

/** How each scenario of a run counts. */
export const outcomeIn = (record: RunRecord): ((scenario: ScenarioRecord) => Outcome) => {
  const [departs, knows] = [isDeparture(record), isKnown(record)];
  return (scenario) => {
    if (scenario.verdict !== 'fail') return SETTLED[scenario.verdict];
    const drawn = scenario.findings.map((finding) => ({ scenario, finding }));
    return drawn.some(knows) && !drawn.some(departs) ? 'known' : 'failed';
  };
};
