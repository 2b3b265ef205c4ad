import type { Profile } from '../targets/targets.ts';
import { runEnvironment } from './run-environment.ts';
import type { Scenario } from './scenario.ts';
import { targetNamed } from './target-named.ts';

/** What `--grep` of the command is matched against: id, title and topic as `@topic`. */
export const searchedText = ({ id, title, topic }: Scenario): string => `${id} ${title} @${topic}`;

/**
 * The scenarios of a profile that the command was asked for: none where its target is judged by another profile. Under
 * bare Playwright, which has a `--grep` of its own, all of the contract's.
 */
export function chosen(scenarios: readonly Scenario[], profile: Profile = 'contract'): readonly Scenario[] {
  const environment = runEnvironment();
  if (profile !== (environment === undefined ? 'contract' : targetNamed(environment.target).profile)) return [];
  if (environment?.grep === undefined) return scenarios;
  const wanted = new RegExp(environment.grep);
  return scenarios.filter((scenario) => wanted.test(searchedText(scenario)));
}
