import type { Limits } from '../clients/http-client.ts';
import type { Level } from '../schemas/contract/clause.ts';

/** What the command tells the processes that Playwright starts. */
export interface RunEnvironment {
  /** The target's name in the registry, and where it answers. */
  readonly target: string;
  readonly baseUrl: string;
  /** Where the journal lies; null under bare Playwright, which shows verdicts itself. */
  readonly directory: string | null;
  readonly failOn: Level;
  readonly limits: Limits;
  /** The id that every invoice of this run carries in its reference; random where it is left out. */
  readonly runId?: string;
  /** The ledger's file; bare Playwright keeps none. */
  readonly ledger?: string;
  /** None for no limit. */
  readonly callsPerSecond?: number;
  /** Calls in all; twice what the whole suite takes, where it is left out. */
  readonly maxCalls?: number;
  /** Which part of the plan is run, `current` counted from 1. */
  readonly shard?: { readonly current: number; readonly total: number };
  /** How many scenarios run at once. */
  readonly concurrency: number;
  /** A regular expression that chooses scenarios; all of them without it. */
  readonly grep?: string;
}

/** The one variable that carries it. */
const VARIABLE = 'CANCEL_CONFORMANCE_RUN';

/** The environment as variables for a child process. */
export const variablesOf = (environment: RunEnvironment): Readonly<Record<string, string>> => ({
  [VARIABLE]: JSON.stringify(environment),
});

/** The environment that the command has set; undefined where Playwright was started by itself. */
export function runEnvironment(): RunEnvironment | undefined {
  const text = process.env[VARIABLE];
  return text === undefined ? undefined : JSON.parse(text);
}
