import type { Clause, Level, Origin } from '../contract/clause.ts';
import type { CheckContext, Expected, Judged } from './check.ts';

/** What a finding rests on: how firmly, since when, and where it is written. */
export interface Grounds {
  readonly level: Level;
  readonly origin: Origin;
  readonly clause: Clause;
}

/** The grounds of what the contract states in a schema. */
export const stated = (clause: Clause): Grounds => ({ level: 'MUST', origin: 'spec', clause });

/** The grounds of what the contract's names imply. */
export const implied = (clause: Clause): Grounds => ({ level: 'SHOULD', origin: 'spec', clause });

/** The grounds of what the contract says in prose only. */
export const inProse = (clause: Clause): Grounds => ({ level: 'SHOULD', origin: 'prose', clause });

/** The grounds of a scenario's expectation; `clause` where the contract has one that is nearer to the departure. */
export const expectedBy = (expected: Expected, clause: Clause = expected.clause): Grounds => ({
  level: expected.level,
  origin: expected.origin,
  clause,
});

/** The grounds of what prose says of an expectation: never firmer than the expectation, and of its origin where that is not the contract. */
export const inProseOf = (expected: Expected, clause: Clause): Grounds => ({
  level: expected.level === 'MUST' ? 'SHOULD' : expected.level,
  origin: expected.origin === 'spec' ? 'prose' : expected.origin,
  clause,
});

/** The scenario's expectation, where the answer has a status that it allows; undefined otherwise, and for recorded traffic. */
export const metExpectation = ({ status }: Judged, { expected }: CheckContext): Expected | undefined =>
  expected?.status.includes(status) ? expected : undefined;
