import fc from 'fast-check';
import type { Finding } from '../../schemas/finding.ts';
import { conform } from '../conform.ts';
import type { ScenarioLiteral } from '../define-scenarios.ts';
import { fails } from '../judgement.ts';
import { openSession, type Session } from '../session.ts';
import { scenarioOf } from './judge-cancel.ts';
import { type Move, sequences } from './moves.ts';
import { conformingRequests, departingRequests } from './request-literals.ts';
import { openTally, type Tally } from './tally.ts';
import { walk } from './walk.ts';

/** What is searched. */
export interface FuzzOptions {
  /** How many cancels are judged, about: those that shrink a counter-example come on top. */
  readonly runs: number;
  /** The same seed makes the same requests. */
  readonly seed: number;
  /** Told how many cancels are judged so far. */
  readonly progress?: (judged: number) => void;
}

/** The smallest request that the target answers wrongly, as a scenario. */
export interface CounterExample {
  readonly literal: ScenarioLiteral;
  readonly findings: readonly Finding[];
  /** How the invoice came into its state, where the scenario alone does not show the departure; otherwise empty. */
  readonly path: readonly string[];
}

/** What a search came to. */
export interface FuzzOutcome {
  readonly seed: number;
  /** Cancels judged, those of shrinking included. */
  readonly judged: number;
  /** Each of another kind of search: conforming requests, departing ones, sequences. */
  readonly counterExamples: readonly CounterExample[];
  /** Why nothing could be known, each time that it could not. */
  readonly undecided: readonly string[];
}

/** The shares of conforming requests, departing requests, and cancels in sequences. */
const SHARES = { conforming: 0.3, departing: 0.4, sequences: 0.3 } as const;

/** Searches for a value of which something does not hold, and shrinks it; undefined where there is none. A throw of ours stays one. */
async function smallest<T>(
  values: fc.Arbitrary<T>,
  { runs, seed }: FuzzOptions,
  holds: (value: T) => Promise<boolean>,
): Promise<T | undefined> {
  const thrown: unknown[] = [];
  const property = fc.asyncProperty(values, (value) =>
    holds(value).catch((defect: unknown) => {
      thrown.push(defect);
      return true;
    }),
  );
  const { counterexample } = await fc.check(property, { numRuns: Math.max(1, runs), seed });
  if (thrown.length > 0) throw thrown[0];
  return counterexample?.[0];
}

/** The findings of a literal that fail a run; none where nothing can be known. */
async function judgeLiteral(literal: ScenarioLiteral, session: Session, tally: Tally): Promise<readonly Finding[]> {
  const { verdict, findings, reason } = await conform(scenarioOf(literal), session);
  if (verdict === 'inconclusive') tally.note(0, reason);
  else tally.note(1);
  return findings.filter((finding) => fails(finding, session.failOn));
}

/** Searches among single requests. */
async function searchRequests(
  literals: fc.Arbitrary<ScenarioLiteral>,
  session: Session,
  options: FuzzOptions,
  tally: Tally,
): Promise<CounterExample[]> {
  const found = await smallest(literals, options, async (literal) =>
    tally.isGivenUp() ? true : (await judgeLiteral(literal, session, tally)).length === 0,
  );
  return found ? [{ literal: found, findings: await judgeLiteral(found, session, tally), path: [] }] : [];
}

/** Both merchants, each as the owner of its own invoices; one where the target has no second. */
function partiesOf(session: Session): readonly Session[] {
  const { target, client, operation, failOn, limits, runId, ledger, patience } = session;
  const { merchant, foreign } = target.merchants;
  if (foreign === undefined || !target.capabilities.has('foreign-merchant')) return [session];
  const swapped = { ...target, merchants: { merchant: foreign, foreign: merchant } };
  return [session, openSession({ target: swapped, client, operation, failOn, limits, runId, ledger, patience })];
}

/** Searches among sequences of calls, until as many cancels are judged as runs are wanted. */
async function searchSequences(session: Session, options: FuzzOptions, tally: Tally): Promise<CounterExample[]> {
  const parties = partiesOf(session);
  let left = options.runs;
  let isShrinking = false;
  const departureOf = async (moves: readonly Move[]) => {
    const { cancels, undecided, departure } = await walk(moves, parties);
    tally.note(cancels, undecided);
    left -= cancels;
    return departure;
  };
  const found = await smallest(sequences(parties.length), options, async (moves) => {
    if (tally.isGivenUp() || (left <= 0 && !isShrinking)) return true;
    const holds = (await departureOf(moves)) === undefined;
    isShrinking ||= !holds;
    return holds;
  });
  const departed = found && (await departureOf(found));
  for (const party of parties.slice(1)) if (party.target.judges === 'service') await party.close();
  if (departed === undefined) return [];
  const alone = await judgeLiteral(departed.literal, session, tally);
  return [alone.length > 0 ? { ...departed, findings: alone, path: [] } : departed];
}

/** Searches a target for answers that depart from the contract: random requests, and random sequences of calls. */
export async function fuzz(session: Session, options: FuzzOptions): Promise<FuzzOutcome> {
  const { runs, seed, progress = () => {} } = options;
  const tally = openTally(progress);
  const share = (part: number): FuzzOptions => ({ runs: Math.ceil(part * runs), seed });
  const { operation } = session;
  const counterExamples = [
    ...(await searchRequests(conformingRequests(operation), session, share(SHARES.conforming), tally)),
    ...(await searchRequests(departingRequests(operation), session, share(SHARES.departing), tally)),
    ...(await searchSequences(session, share(SHARES.sequences), tally)),
  ];
  return { seed, judged: tally.judged(), counterExamples, undecided: tally.undecided };
}
