import type { Paint } from '../summary/paint.ts';
import { contractJson } from './contract-json.ts';
import type { ContractReport } from './contract-report.ts';
import { contractSarif } from './contract-sarif.ts';
import { contractText } from './contract-text.ts';

/** Every format of a contract's report, by the name that the command line takes. */
export const contractFormats: Readonly<Record<string, (report: ContractReport, paint?: Paint) => string>> = {
  text: contractText,
  json: contractJson,
  sarif: contractSarif,
};
