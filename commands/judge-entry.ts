import { judgeExchange } from '../schemas/checks/judge.ts';
import type { Level } from '../schemas/contract/clause.ts';
import { type Exchange, isAnswered } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';
import { operationNamed } from '../schemas/library/known-operations.ts';
import type { ScenarioResult, Verdict } from '../schemas/verdict.ts';
import { fails } from '../suites/judgement.ts';

/** Statuses that a gateway answers in the place of a service that is away: no contract is shown by them. */
const AWAY: ReadonlySet<number> = new Set([502, 504]);

/** What is known of an exchange's place in its recording. */
export interface EntryPlace {
  /** `recorded.<file>`, unique among the recordings. */
  readonly prefix: string;
  /** As it was named. */
  readonly file: string;
  readonly number: number;
}

/** What an exchange shows by itself. */
interface Judgement {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly findings: readonly Finding[];
}

const PASS: Judgement = { verdict: 'pass', findings: [] };

const inconclusive = (reason: string): Judgement => ({ verdict: 'inconclusive', reason, findings: [] });

/** Judges an exchange by its operation's contract alone; what a scenario would expect of it is not known. */
export function judgeRecorded(exchange: Exchange, failOn: Level): Judgement {
  if (!isAnswered(exchange)) {
    const { response } = exchange;
    return inconclusive(response.kind === 'failure' ? response.message : '');
  }
  const { status } = exchange.response;
  if (AWAY.has(status)) return inconclusive(`A gateway answered ${status}: the service was away.`);
  const findings = judgeExchange(exchange, { operation: operationNamed(exchange.operation) });
  if (findings.length === 0) return PASS;
  return { verdict: findings.some((finding) => fails(finding, failOn)) ? 'fail' : 'pass', findings };
}

/** The judgement as a run record has it: every exchange a scenario of its own, that rests on its operation's clause. */
export function resultOf(exchange: Exchange, judged: Judgement, { prefix, file, number }: EntryPlace): ScenarioResult {
  const { operation, response, startedAt, durationMs } = exchange;
  const end = response.kind === 'answer' ? response.status : response.code;
  return {
    id: `${prefix}.${number}`,
    title: `entry ${number} of ${file}: ${end}`,
    topic: 'recorded',
    operation,
    clause: operationNamed(operation).clause,
    level: 'MUST',
    origin: 'spec',
    verdict: judged.verdict,
    ...(judged.reason !== undefined && { reason: judged.reason }),
    findings: judged.findings.map((finding) => ({ ...finding, exchange: 0 })),
    exchanges: [exchange],
    startedAt,
    durationMs,
  };
}
