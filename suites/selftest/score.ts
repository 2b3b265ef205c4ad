import type { SystemName } from '../scenario.ts';
import type { FalseAlarm } from './judge-honest.ts';
import type { LieOutcome } from './judge-lie.ts';
import type { PlainlyCaught } from './plain-judges.ts';
import type { SelftestOutcome } from './selftest.ts';

/** How many of some lies each of three plainer judges would have caught. */
export interface PlainScore {
  readonly of: number;
  readonly schema: number;
  readonly status: number;
  readonly issue: number;
}

/** What plainer judges would have caught in one system. */
export interface PlainScores {
  /** Of the liars that answer, by the same answers as the suite. */
  readonly sameAnswers: PlainScore;
  /** Of the same liars, by the seven scenarios that people write by hand. */
  readonly sevenScenarios: PlainScore;
  /** Of the lies derived from the contract, by the same answers. */
  readonly derived: PlainScore;
}

/** What a self-test comes to. */
export interface SelftestScore {
  readonly lies: number;
  readonly caught: number;
  readonly missed: readonly LieOutcome[];
  readonly alarms: readonly FalseAlarm[];
  /** Registered honest variants that made no difference anywhere: that they were not faulted shows nothing. */
  readonly idle: readonly string[];
  readonly plain: Readonly<Record<SystemName, PlainScores>>;
  /** Every lie caught, no false alarm, nothing idle, and something judged. */
  readonly perfect: boolean;
}

function plainScore(caught: readonly { readonly plain: PlainlyCaught }[]): PlainScore {
  const count = (judge: keyof PlainlyCaught): number => caught.filter(({ plain }) => plain[judge]).length;
  return { of: caught.length, schema: count('schema'), status: count('status'), issue: count('issue') };
}

/** Counts what a self-test showed. `mayIdle` says which honest variants may make no difference. */
export function scoreOf({ lies, honest, seven }: SelftestOutcome, mayIdle: (name: string) => boolean): SelftestScore {
  const missed = lies.filter(({ fate }) => fate !== 'caught');
  const alarms = honest.flatMap((variant) => variant.alarms);
  const idle = honest.filter(({ name, changes }) => changes === 0 && !mayIdle(name)).map(({ name }) => name);
  const scoresOf = (wanted: SystemName): PlainScores => {
    const answering = lies.filter(({ answers, system }) => answers && system === wanted);
    return {
      sameAnswers: plainScore(answering.filter(({ source }) => source === 'registered')),
      sevenScenarios: plainScore(seven.filter(({ system }) => system === wanted)),
      derived: plainScore(answering.filter(({ source }) => source === 'contract')),
    };
  };
  return {
    lies: lies.length,
    caught: lies.length - missed.length,
    missed,
    alarms,
    idle,
    plain: { rest: scoresOf('rest'), legacy: scoresOf('legacy') },
    perfect: missed.length + alarms.length + idle.length === 0 && lies.length + honest.length > 0,
  };
}
