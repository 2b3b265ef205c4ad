import type { Clause } from '../contract/clause.ts';
import type { Operation } from '../contract/operation.ts';
import { auditedOf } from './audited.ts';
import { AUDIT_LEVELS, type AuditLevel, type AuditRule } from './rule.ts';
import { rules } from './rules.ts';

/** One thing that is wrong with a contract. */
export interface AuditFinding {
  /** The id of the rule that says so. */
  readonly rule: string;
  readonly level: AuditLevel;
  readonly clause: Clause;
  readonly sentence: string;
  /** The operations that it concerns, by id. */
  readonly operations: readonly string[];
}

function findingsOf(rule: AuditRule, operation: Operation, audited: ReturnType<typeof auditedOf>): AuditFinding[] {
  return [...rule.find(audited)].map(({ pointer, sentence }) => ({
    rule: rule.id,
    level: rule.level,
    clause: operation.spec.clauseAt(pointer),
    sentence,
    operations: [operation.id],
  }));
}

/** One finding a rule and place: what several operations share is said once. */
function joined(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  const byPlace = new Map<string, AuditFinding>();
  for (const finding of findings) {
    const key = `${finding.rule}@${finding.clause.pointer}`;
    const known = byPlace.get(key);
    const operations = [...new Set([...(known?.operations ?? []), ...finding.operations])];
    byPlace.set(key, { ...(known ?? finding), operations });
  }
  return [...byPlace.values()];
}

/** Everything that is wrong with the contract of these operations, what costs a reader most first, then by line. */
export function audit(operations: readonly Operation[], by: readonly AuditRule[] = rules): readonly AuditFinding[] {
  const ready = operations.map((operation) => ({ operation, audited: auditedOf(operation) }));
  const order = new Map(by.map(({ id }, index) => [id, index]));
  const rank = ({ level, rule }: AuditFinding): number =>
    AUDIT_LEVELS.indexOf(level) * by.length + (order.get(rule) ?? 0);
  const all = by.flatMap((rule) => ready.flatMap(({ operation, audited }) => findingsOf(rule, operation, audited)));
  return joined(all).toSorted((a, b) => rank(a) - rank(b) || a.clause.line - b.clause.line);
}
