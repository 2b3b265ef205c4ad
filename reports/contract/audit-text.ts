import type { AuditFinding } from '../../schemas/audit/audit.ts';
import { AUDIT_LEVELS, type AuditLevel } from '../../schemas/audit/rule.ts';
import { CORRUPTIONS } from '../../schemas/audit/vacuity/corruptions.ts';
import { sumOf, type Tally } from '../../schemas/audit/vacuity/tally.ts';
import type { ResponseVacuity } from '../../schemas/audit/vacuity/vacuity.ts';
import { columns, counted, grouped } from '../summary/columns.ts';
import type { Paint } from '../summary/paint.ts';
import type { AuditReport } from './contract-report.ts';

/** How many places of one rule are named; the JSON has all of them. */
const NAMED = 6;

/** What each level means, as a heading. */
const HEADINGS: Readonly<Record<AuditLevel, string>> = {
  vacuous: 'Vacuous: it says something that nothing can break',
  contradiction: 'Contradictions: it says two things that cannot both hold',
  gap: 'Gaps: it leaves open what a caller has to know',
  slip: 'Slips: untidy, and misleading',
};

const share = (part: number, { corruptions }: Tally): string =>
  corruptions === 0 ? '-' : `${part} (${Math.round((100 * part) / corruptions)} %)`;

const row = (name: string, bodies: string, tally: Tally): readonly string[] => [
  name,
  bodies,
  String(tally.corruptions),
  share(tally.passSchema, tally),
  share(tally.passChecks, tally),
  share(tally.passScenario, tally),
];

function vacuitySection({ vacuity, operations }: AuditReport, paint: Paint): readonly string[] {
  if (vacuity.length === 0) return [];
  const nameOf = ({ operation, response }: ResponseVacuity): string =>
    operations.length > 1 ? `${operation} ${response}` : response;
  const all = sumOf(vacuity.map(({ total }) => total));
  const count = String(vacuity.reduce((sum, { bodies }) => sum + bodies, 0));
  const kinds = CORRUPTIONS.map((kind) => row(`  ${kind}`, '', sumOf(vacuity.map(({ byKind }) => byKind[kind]))));
  const [head = '', ...lines] = columns([
    ['response', 'bodies', 'corruptions', 'pass the schema', 'the checks', 'a scenario'],
    ...vacuity.map((one) => row(nameOf(one), String(one.bodies), one.total)),
    row('all', count, all),
    ...kinds,
  ]);
  const silent = vacuity.filter(({ bodies }) => bodies === 0);
  return [
    paint.title('How many corruptions of a documented body pass'),
    paint.quiet(head),
    ...lines,
    ...silent.map((one) => `  ${nameOf(one)}: no body is known that conforms, so nothing was measured`),
  ];
}

function ruleLines(findings: readonly AuditFinding[], report: AuditReport, paint: Paint): readonly string[] {
  const rule = report.rules.find(({ id }) => id === findings[0]?.rule);
  const rest = findings.length - NAMED;
  return [
    `  ${rule?.summary} ${paint.quiet(`${rule?.id}, ${counted(findings.length, 'place')}`)}`,
    `  ${rule?.follows}`,
    ...findings
      .slice(0, NAMED)
      .map(({ clause, sentence }) => `    ${paint.quiet(`${clause.file}:${clause.line}`)} ${sentence}`),
    ...(rest > 0 ? [`    … and ${rest} more in --format json`] : []),
    '',
  ];
}

function levelSection(level: AuditLevel, report: AuditReport, paint: Paint): readonly string[] {
  const own = report.findings.filter((finding) => finding.level === level);
  if (own.length === 0) return [];
  const rules = [...grouped(own, ({ rule }) => rule).values()];
  return [
    paint.title(`${HEADINGS[level]} (${own.length})`),
    ...rules.flatMap((found) => ruleLines(found, report, paint)),
  ];
}

function answer({ findings, totals, contract, operations, unnamed }: AuditReport, paint: Paint): readonly string[] {
  const counts = AUDIT_LEVELS.map((level) => `${totals[level]} ${level}`).join(', ');
  const first =
    findings.length === 0 ? 'Nothing is wrong with it' : `${counted(findings.length, 'finding')}: ${counts}`;
  return [
    (findings.length === 0 ? paint.good : paint.doubt)(first),
    paint.quiet(`${contract.file} ${contract.version} · ${operations.join(', ')}`),
    ...(unnamed.length > 0 ? [`Not looked at, for want of an operationId: ${unnamed.join(', ')}`] : []),
  ];
}

/** What a person reads of a contract's audit: the counts, how much passes, then every rule that spoke, firmest first. */
export function auditText(report: AuditReport, paint: Paint): string {
  const sections = [
    answer(report, paint),
    vacuitySection(report, paint),
    ...AUDIT_LEVELS.map((level) => levelSection(level, report, paint)),
  ];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').trimEnd());
  return `${texts.join('\n\n')}\n`;
}
