import type { AnsweredExchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import type { Expected } from './check.ts';

/** How much of an answer is shown where it names nothing, in characters. */
const SHOWN = 200;

/** An error's name stands as a word somewhere in the body: PayPal does not show where. */
const isNamed = (body: string, name: string): boolean => body.split(/\W/).includes(name);

/**
 * What departs from the sandbox's negative testing: the status, and the error's name. The contract has no say in it, and
 * findings of this origin never count against it.
 */
export function judgeSimulated(
  { response }: AnsweredExchange,
  { status, issue, ...cited }: Expected,
): readonly Finding[] {
  const base = {
    check: 'simulated',
    level: cited.level,
    origin: cited.origin,
    clause: cited.clause,
    pointer: '',
  } as const;
  const findings: Finding[] = [];
  if (!status.includes(response.status))
    findings.push({
      ...base,
      kind: 'wrong-status',
      expected: status.join(' or '),
      actual: String(response.status),
      explanation: `The invoice id asks the sandbox for ${issue ?? 'a success'}, and it answered ${response.status}.`,
    });
  if (issue !== undefined && !isNamed(response.body, issue))
    findings.push({
      ...base,
      kind: 'wrong-issue',
      expected: issue,
      actual: response.body.slice(0, SHOWN),
      explanation: `The invoice id asks the sandbox for ${issue}, which its answer does not name.`,
    });
  return findings;
}
