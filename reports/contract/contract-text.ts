import { type Paint, PLAIN } from '../summary/paint.ts';
import { auditText } from './audit-text.ts';
import type { ContractReport } from './contract-report.ts';
import { driftText } from './drift-text.ts';

/** The report for a person. */
export const contractText = (report: ContractReport, paint: Paint = PLAIN): string =>
  report.kind === 'audit' ? auditText(report, paint) : driftText(report, paint);
