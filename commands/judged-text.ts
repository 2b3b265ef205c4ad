import type { RunRecord } from '../reports/run-record.ts';
import { counted, listed } from '../reports/summary/columns.ts';
import { printable } from '../schemas/checks/answer-body.ts';
import type { JudgedDifference } from './judged-differences.ts';

/** How many scenarios are told of; the JSON has all. */
const SHOWN = 20;

/** What came of judging a run's evidence again. */
export interface JudgedAgain {
  readonly differences: readonly JudgedDifference[];
  /** Ids that today's suite has no scenario of: the contract alone judged them. */
  readonly unknown: readonly string[];
  /** How many findings on the state after an answer stand as they were recorded. */
  readonly carriedOver: number;
}

function differenceLines({ scenario, before, now, drawn, gone }: JudgedDifference): readonly string[] {
  return [
    `  ${scenario}: ${before === now ? now : `${before} → ${now}`}`,
    ...drawn.map((name) => `    + ${name}`),
    ...gone.map((name) => `    - ${name}`),
  ];
}

function changed(what: string, before: string, now: string): string {
  return before === now ? `the same ${what}` : `another ${what}`;
}

/** Of all contracts that a run judged by. */
const hashesOf = ({ contract, legacyContract }: RunRecord): string =>
  [contract, legacyContract].map((used) => used?.sha256 ?? '').join();

/** Was it PayPal or was it us? What the same evidence is worth today, for a person. */
export function judgedText(
  before: RunRecord,
  now: RunRecord,
  { differences, unknown, carriedOver }: JudgedAgain,
): string {
  const rest = differences.length - SHOWN;
  const lines = [
    '',
    `The evidence of the run of ${before.startedAt} on ${before.target.name}, judged again without a call by`,
    `${changed('suite', before.suite.version, now.suite.version)} (${now.suite.version}) and ${changed('contract', hashesOf(before), hashesOf(now))} (${now.contract.file} ${now.contract.version}).`,
    '',
    ...(differences.length === 0
      ? ['The same evidence gives the same judgement: whatever a later run shows otherwise, what answered has changed.']
      : [
          `Suite changed: the same evidence gives another judgement in ${counted(differences.length, 'scenario')}`,
          ...differences.slice(0, SHOWN).flatMap(differenceLines),
          ...(rest > 0 ? [`  … and ${counted(rest, 'scenario')} more`] : []),
        ]),
    ...(unknown.length > 0
      ? [`Judged by the contract alone, since the suite has no such scenario: ${listed(unknown, 5)}`]
      : []),
    ...(carriedOver > 0
      ? [
          `Taken over as recorded, since only a call would show it again: ${counted(carriedOver, 'finding')} on the state after an answer`,
        ]
      : []),
  ];
  return `${printable(lines.join('\u0000')).replaceAll('\\u0000', '\n')}\n`;
}
