import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { packageFile } from '../schemas/contract/package-file.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';

interface Validators {
  readonly record: ValidateFunction;
  readonly scenario: ValidateFunction;
}

let compiled: Validators | undefined;

function validators(): Validators {
  if (compiled !== undefined) return compiled;
  const schema = JSON.parse(readFileSync(packageFile('schemas/published/run.schema.json'), 'utf8'));
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  const record = ajv.compile(schema);
  compiled = { record, scenario: ajv.compile({ $ref: `${schema.$id}#/$defs/scenario` }) };
  return compiled;
}

function assertValid(validate: ValidateFunction, value: unknown, what: string): void {
  if (validate(value)) return;
  const [first] = validate.errors ?? [];
  const where = `${first?.instancePath || '/'} ${first?.message} ${JSON.stringify(first?.params)}`;
  throw new SuiteError('DEFECT', `${what} departs from its published schema at ${where}`, {
    hint: 'Report this; schemas/published/run.schema.json and reports/run-record.ts have to change together.',
  });
}

/** Throws unless the value is a run record as `run.schema.json` publishes it. */
export const assertRecord = (value: unknown): void => assertValid(validators().record, value, 'The run record');

/** Throws unless the value is one scenario of a run record. */
export const assertScenarioRecord = (value: unknown): void =>
  assertValid(validators().scenario, value, `The record of ${(value as { id?: string }).id}`);
