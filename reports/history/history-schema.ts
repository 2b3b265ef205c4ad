import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { packageFile } from '../../schemas/contract/package-file.ts';
import type { HistoryLine } from './history-line.ts';

let compiled: ValidateFunction<HistoryLine> | undefined;

function validator(): ValidateFunction<HistoryLine> {
  if (compiled !== undefined) return compiled;
  const schema = JSON.parse(readFileSync(packageFile('schemas/published/history.schema.json'), 'utf8'));
  compiled = new Ajv2020({ strict: true }).compile<HistoryLine>(schema);
  return compiled;
}

/** What no schema says: a letter for each scenario, and places that lead to one. */
function disagreement({ scenarios, verdicts, findings, flaky }: HistoryLine): string | undefined {
  if (verdicts.length !== scenarios.length) return `has ${verdicts.length} verdicts of ${scenarios.length} scenarios`;
  const places = [...flaky, ...findings.flatMap((finding) => finding.in)];
  const lost = places.find((place) => place >= scenarios.length);
  return lost === undefined ? undefined : `names scenario ${lost} of ${scenarios.length}`;
}

/** What is wrong with a value as a line of a history, for a person; undefined where nothing is. */
export function historyFault(value: unknown): string | undefined {
  const validate = validator();
  if (validate(value)) return disagreement(value);
  const [first] = validate.errors ?? [];
  return `is wrong at ${first?.instancePath || 'its top'}: it ${first?.message}`;
}
