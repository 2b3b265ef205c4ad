import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { audit } from '../../schemas/audit/audit.ts';
import { AUDIT_LEVELS } from '../../schemas/audit/rule.ts';
import { rules } from '../../schemas/audit/rules.ts';
import { vacuityOf } from '../../schemas/audit/vacuity/vacuity.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { specFromText } from '../../schemas/contract/spec.ts';
import { CHANGE_CLASSES } from '../../schemas/drift/changes.ts';
import { driftBetween } from '../../schemas/drift/drift.ts';
import { cancel } from '../../tests/judging.ts';
import { libraryOperation } from '../../tests/library.ts';
import { contractFormats } from './contract-formats.ts';
import { type AuditReport, type ContractReport, countsOf, type DriftReport } from './contract-report.ts';

const contract = { file: 'contract.yaml', version: '1', sha256: '0'.repeat(64) };
const suite = { name: 'cancel-conformance', version: '0.1.0' };
const common = { format: 1, suite, contract, operations: ['invoices.cancel'], unnamed: [] } as const;

function auditOf(operation: Operation): AuditReport {
  const findings = audit([operation]);
  const totals = countsOf(AUDIT_LEVELS, findings, ({ level }) => level);
  const said = rules.map(({ id, level, summary, follows }) => ({ id, level, summary, follows }));
  return { ...common, kind: 'audit', rules: said, findings, vacuity: vacuityOf(operation), totals };
}

function driftTo(text: string, file = 'saved/new contract.json'): DriftReport {
  const after = specFromText(file, text);
  const differences = driftBetween(cancel.spec, after).map((one) => ({ ...one, scenarios: ['cancel.request.note'] }));
  const totals = countsOf(CHANGE_CLASSES, differences, (one) => one.class);
  return { ...common, kind: 'drift', against: contract, differences, totals };
}

const same = JSON.stringify(cancel.spec.document);
const reports: readonly (readonly [string, ContractReport])[] = [
  ['an audit', auditOf(cancel)],
  ['an audit that finds nothing', auditOf(libraryOperation)],
  [
    'a comparison',
    driftTo(same.replaceAll('"maxLength":4000', '"maxLength":40').replace('A note to the payer', 'A note')),
  ],
  [
    'a comparison with a file elsewhere',
    driftTo(same.replace('A note to the payer', 'A note'), '/else where/new.json'),
  ],
  ['a comparison without a difference', driftTo(same)],
];

const published = JSON.parse(readFileSync(packageFile('schemas/published/contract.schema.json'), 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(published);

test.each(reports)('%s as JSON keeps to its published schema', (_title, report) => {
  const value: unknown = JSON.parse(contractFormats.json?.(report) ?? '');
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...(value as object), more: 1 })).toBe(false);
});

/** The required members of SARIF 2.1.0: §3.13 log, §3.14 run, §3.18 and §3.19 tool, §3.27 result, §3.49 descriptor. */
test.each(reports)('%s as SARIF has what SARIF 2.1.0 requires', (_title, report) => {
  const { version, runs } = JSON.parse(contractFormats.sarif?.(report) ?? '');
  expect({ version, runs: runs.length }).toEqual({ version: '2.1.0', runs: 1 });
  const [{ tool, results }] = runs;
  expect(tool.driver).toMatchObject({ name: 'cancel-conformance', rules: expect.any(Array) });
  const ids: string[] = tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(results).toHaveLength(report.kind === 'audit' ? report.findings.length : report.differences.length);
  for (const { ruleId, ruleIndex, level, message, locations } of results) {
    expect(ids[ruleIndex]).toBe(ruleId);
    expect(['error', 'warning', 'note']).toContain(level);
    expect(message.text).toMatch(/\S/);
    const [{ physicalLocation }] = locations;
    expect(physicalLocation.region.startLine).toBeGreaterThan(0);
    expect(() => new URL(physicalLocation.artifactLocation.uri, 'file:///')).not.toThrow();
    expect(physicalLocation.artifactLocation.uri).not.toContain(' ');
  }
});

test('an audit for a person begins with the counts, then how much passes, then what costs most', () => {
  const text = contractFormats.text?.(auditOf(cancel)) ?? '';
  expect(text).toMatch(/^73 findings: 16 vacuous, 17 contradiction, 21 gap, 19 slip\n/);
  expect(text).toMatch(/\n {2}all +\d+ +\d+ +\d+ \(\d\d %\) +\d+ \(\d\d %\) +\d+ \(\d\d %\)\n/);
  expect(text).toContain('paypal/invoices.cancel.openapi.yaml:246 {} conforms to the body of the 400');
  const headings = [...text.matchAll(/^(Vacuous|Contradictions|Gaps|Slips)/gm)].map(([word]) => word);
  expect(headings).toEqual(['Vacuous', 'Contradictions', 'Gaps', 'Slips']);
  expect(text).toMatch(/… and 9 more in --format json\n$/);
});

test('a comparison for a person begins with what breaks, with both lines and what it touches', () => {
  const text = contractFormats.text?.(reports[2]?.[1] as ContractReport) ?? '';
  expect(text).toMatch(/^3 differences: 2 breaking, 0 widening, 0 tightening, 1 editorial\n/);
  expect(text).toContain('request/subject: maxLength 4000 → 40 narrowed');
  expect(text).toContain('paypal/invoices.cancel.openapi.yaml:226 → saved/new contract.json:1');
  expect(text).toContain('1 obligation: request/subject/maxLength');
  expect(text).toContain('1 scenario: cancel.request.note');
  expect(text.indexOf('Breaking')).toBeLessThan(text.indexOf('Editorial'));
});

test('nothing wrong and no difference are said in words', () => {
  expect(contractFormats.text?.(auditOf(libraryOperation))).toMatch(/^Nothing is wrong with it\n/);
  expect(contractFormats.text?.(driftTo(same))).toMatch(/^No difference\n/);
});
