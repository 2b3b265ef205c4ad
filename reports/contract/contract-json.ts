import type { ContractReport } from './contract-report.ts';

/** The report as JSON, as `contract.schema.json` publishes it. */
export const contractJson = (report: ContractReport): string => `${JSON.stringify(report, null, 2)}\n`;
