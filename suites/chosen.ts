import { runEnvironment } from './run-environment.ts';
import type { Scenario } from './scenario.ts';

/** What `--grep` of the command is matched against: id, title and topic as `@topic`. */
export const searchedText = ({ id, title, topic }: Scenario): string => `${id} ${title} @${topic}`;

/** The scenarios that the command was asked for; all of them under bare Playwright, which has a `--grep` of its own. */
export function chosen(scenarios: readonly Scenario[]): readonly Scenario[] {
  const grep = runEnvironment()?.grep;
  if (grep === undefined) return scenarios;
  const wanted = new RegExp(grep);
  return scenarios.filter((scenario) => wanted.test(searchedText(scenario)));
}
