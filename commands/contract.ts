import { resolve } from 'node:path';
import { contractFormats } from '../reports/contract/contract-formats.ts';
import {
  type AuditReport,
  countsOf,
  type DriftReport,
  type LookedAt,
  type ReportedDifference,
} from '../reports/contract/contract-report.ts';
import { paintFor } from '../reports/summary/paint.ts';
import { audit } from '../schemas/audit/audit.ts';
import { AUDIT_LEVELS } from '../schemas/audit/rule.ts';
import { rules } from '../schemas/audit/rules.ts';
import { type ResponseVacuity, vacuityOf } from '../schemas/audit/vacuity/vacuity.ts';
import { valueAt } from '../schemas/contract/clause.ts';
import { assertCompiles, loadOperation, type Operation } from '../schemas/contract/operation.ts';
import { operationIdsOf, unnamedOperationsOf } from '../schemas/contract/operation-place.ts';
import { PACKAGE_VERSION } from '../schemas/contract/package-file.ts';
import { loadSpec, type Spec } from '../schemas/contract/spec.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { CHANGE_CLASSES } from '../schemas/drift/changes.ts';
import { driftBetween } from '../schemas/drift/drift.ts';
import { CANCEL_SPEC } from '../suites/cancel/cancel-spec.ts';
import type { ContractOptions } from './contract-options.ts';
import { say } from './say.ts';

const lookedAt = ({ file, sha256, document }: Spec): LookedAt => ({
  file,
  version: String(valueAt(document, '/info/version') ?? ''),
  sha256,
});

/** The operations to look at: the one that is named, or all of these documents. */
function chosen(specs: readonly Spec[], operation: string | undefined): readonly string[] {
  const ids = [...new Set(specs.flatMap(operationIdsOf))];
  if (operation !== undefined && ids.includes(operation)) return [operation];
  const file = specs.map((spec) => spec.file).join(' and ');
  if (operation !== undefined)
    throw new SuiteError('OPERATION_MISSING', `${file} has no operation ${operation}`, {
      hint: `Choose one of: ${ids.join(', ') || 'none has an operationId'}.`,
    });
  if (ids.length > 0) return ids;
  throw new SuiteError('OPERATION_MISSING', `${file} has no operation with an operationId`, {
    hint: 'Give each operation an operationId.',
  });
}

const common = (specs: readonly [Spec, ...Spec[]], operations: readonly string[]) => ({
  format: 1 as const,
  suite: { name: 'cancel-conformance', version: PACKAGE_VERSION },
  contract: lookedAt(specs[0]),
  operations,
  unnamed: [...new Set(specs.flatMap(unnamedOperationsOf))],
});

/** How vacuous an operation's responses are; of the pinned contract by its named examples. */
async function measured(path: string, operation: Operation): Promise<readonly ResponseVacuity[]> {
  if (resolve(path) !== CANCEL_SPEC) return vacuityOf(operation);
  const { pinnedExamples } = await import('../targets/prism/pinned-examples.ts');
  return vacuityOf(operation, await pinnedExamples(operation));
}

async function auditReport(path: string, operation: string | undefined): Promise<AuditReport> {
  const spec = loadSpec(path);
  const ids = chosen([spec], operation);
  const operations = ids.map((id) => loadOperation(spec, id));
  operations.forEach(assertCompiles);
  const findings = audit(operations);
  return {
    ...common([spec], ids),
    kind: 'audit',
    rules: rules.map(({ id, level, summary, follows }) => ({ id, level, summary, follows })),
    findings,
    vacuity: (await Promise.all(operations.map((one) => measured(path, one)))).flat(),
    totals: countsOf(AUDIT_LEVELS, findings, ({ level }) => level),
  };
}

/** The scenarios of the suite that a difference touches; none where the operation is not the suite's. */
async function scenariosTouched(): Promise<(operation: string, obligations: readonly string[]) => readonly string[]> {
  const [{ cancelScenarios }, { touchedScenarios }] = await Promise.all([
    import('../suites/cancel/cancel-scenarios.ts'),
    import('../suites/touched-scenarios.ts'),
  ]);
  return (operation, obligations) =>
    touchedScenarios(
      cancelScenarios.filter((scenario) => scenario.operation === operation),
      obligations,
    );
}

async function driftReport(path: string, against: string, operation: string | undefined): Promise<DriftReport> {
  const [before, after] = [loadSpec(path), loadSpec(against)];
  const ids = chosen([before, after], operation);
  const found = driftBetween(before, after, ids);
  const touched = found.length > 0 ? await scenariosTouched() : () => [];
  const differences = found.map(
    (one): ReportedDifference => ({ ...one, scenarios: touched(one.operation, one.obligations) }),
  );
  return {
    ...common([before, after], ids),
    kind: 'drift',
    against: lookedAt(after),
    differences,
    totals: countsOf(CHANGE_CLASSES, differences, (one) => one.class),
  };
}

/** Judges a contract, or compares it; resolves to 1 where the other copy breaks who relies on the first, else to 0. */
export async function contract(
  spec: string | undefined,
  { against, operation, format }: ContractOptions,
): Promise<number> {
  const path = spec ?? CANCEL_SPEC;
  const report =
    against === undefined ? await auditReport(path, operation) : await driftReport(path, against, operation);
  say(contractFormats[format]?.(report, paintFor(process.stdout.isTTY === true)) ?? '');
  return report.kind === 'drift' && report.totals.breaking > 0 ? 1 : 0;
}
