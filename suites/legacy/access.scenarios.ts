import type { ScenarioLiteral } from '../define-scenarios.ts';
import type { LegacyCredential } from '../scenario.ts';
import { refusedBy } from './outcomes.ts';

/** Each credential as the headers and the ids of scenarios spell it. */
const CREDENTIALS: readonly (readonly [LegacyCredential, string])[] = [
  ['userId', 'user-id'],
  ['password', 'password'],
  ['signature', 'signature'],
];

const WAYS = ['missing', 'malformed'] as const;

/** Who may cancel, beyond what both systems have: each of the three credentials is looked at. */
export const legacyAccessScenarios: readonly ScenarioLiteral[] = CREDENTIALS.flatMap(([credential, name]) =>
  WAYS.map(
    (way): ScenarioLiteral => ({
      id: `legacy.access.${way}-${name}`,
      title: `${way} ${name}`,
      given: { state: 'SENT', shared: true },
      when: { credential: `${way}-${credential}` },
      expected: refusedBy('520003'),
      claims: [`security/${credential}/${way}`, 'code/520003'],
    }),
  ),
);
