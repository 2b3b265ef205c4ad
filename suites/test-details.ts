import type { TestDetails } from '@playwright/test';
import type { Scenario } from './scenario.ts';
import { locationOf } from './scenario-location.ts';

/** A scenario's topic as a tag, its title, and the file and line of its own literal. */
export function detailsOf({ id, title, topic }: Scenario): TestDetails {
  const location = locationOf(id);
  return {
    tag: `@${topic}`,
    annotation: [
      { type: 'title', description: title },
      ...(location ? [{ type: 'scenario', description: `${location.file}:${location.line}` }] : []),
    ],
  };
}
