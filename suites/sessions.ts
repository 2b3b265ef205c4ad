import type { Scenario, SystemName } from './scenario.ts';
import type { Session } from './session.ts';

/** The sessions of one run: one a system that its target has. They share allowance, ledger file and pace, and nothing else. */
export type Sessions = { readonly rest: Session } & { readonly [system in Exclude<SystemName, 'rest'>]?: Session };

/** All of them, REST's first. */
export const allOf = ({ rest, legacy }: Sessions): readonly [Session, ...Session[]] =>
  legacy === undefined ? [rest] : [rest, legacy];

/** The session that a scenario is run in; one of a system that the target has not is told so in REST's. */
export const sessionFor = ({ system = 'rest' }: Scenario, sessions: Sessions): Session =>
  sessions[system] ?? sessions.rest;
