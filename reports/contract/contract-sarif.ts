import type { AuditLevel } from '../../schemas/audit/rule.ts';
import { CHANGES, type ChangeClass } from '../../schemas/drift/changes.ts';
import { type SarifLevel, type SarifResult, type SarifRule, sarifText } from '../sarif-log.ts';
import type { AuditReport, ContractReport, DriftReport, ReportedDifference } from './contract-report.ts';

/** The words of SARIF 2.1.0 §3.27.10 for ours. */
const LEVELS: Readonly<Record<AuditLevel | ChangeClass, SarifLevel>> = {
  contradiction: 'error',
  vacuous: 'warning',
  gap: 'warning',
  slip: 'note',
  breaking: 'error',
  widening: 'note',
  tightening: 'note',
  editorial: 'note',
};

const rulesOfAudit = ({ rules }: AuditReport): readonly SarifRule[] =>
  rules.map(({ id, level, summary, follows }) => ({
    id,
    level: LEVELS[level],
    summary,
    details: `${summary} ${follows}`,
  }));

const resultsOfAudit = ({ findings }: AuditReport): readonly SarifResult[] =>
  findings.map(({ rule, level, sentence, clause }) => ({
    rule,
    level: LEVELS[level],
    text: sentence,
    clause,
    fingerprint: `${rule}@${clause.pointer}`,
  }));

const rulesOfDrift = (): readonly SarifRule[] =>
  Object.entries(CHANGES).map(([id, { request, response }]) => ({
    id,
    level: LEVELS[request.class],
    summary: id.replaceAll('-', ' '),
    details: `In a request: ${request.reason} In an answer: ${response.reason}`,
  }));

function textOf({ places, subject, before, after, reason, class: name, scenarios }: ReportedDifference): string {
  const touches = scenarios.length > 0 ? ` Scenarios: ${scenarios.join(', ')}.` : '';
  return `${name}: ${places.join(', ')}: ${subject} ${JSON.stringify(before)} → ${JSON.stringify(after)}. ${reason}${touches}`;
}

const resultsOfDrift = ({ differences }: DriftReport): readonly SarifResult[] =>
  differences.map((one) => ({
    rule: one.kind,
    level: LEVELS[one.class],
    text: textOf(one),
    clause: one.clauses.after ?? one.clauses.before,
    fingerprint: `${one.operation} ${one.kind} ${one.subject}@${one.places.join(' ')}`,
  }));

/** The report as SARIF 2.1.0. */
export const contractSarif = (report: ContractReport): string =>
  sarifText({
    suite: report.suite,
    rules: report.kind === 'audit' ? rulesOfAudit(report) : rulesOfDrift(),
    results: report.kind === 'audit' ? resultsOfAudit(report) : resultsOfDrift(report),
    fingerprints: 'contract/v1',
  });
