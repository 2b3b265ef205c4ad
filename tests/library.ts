import { readFileSync } from 'node:fs';
import { Validator } from '@cfworker/json-schema';
import { parse } from 'yaml';
import { boundaryCases } from '../schemas/boundaries/boundary-cases.ts';
import { deriveObligations, type Obligations } from '../schemas/contract/obligations.ts';
import { loadOperation, type Operation } from '../schemas/contract/operation.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { loadSpec } from '../schemas/contract/spec.ts';

const FILE = packageFile('schemas/contract/fixtures/library.openapi.yaml');

/** The operation of a document that has nothing to do with invoices. */
export const libraryOperation: Operation = loadOperation(loadSpec(FILE), 'loans.create');

/** All that its contract obliges it to. */
export const libraryObligations: Obligations = deriveObligations(libraryOperation);

const { requestBody } = libraryOperation;
if (!requestBody) throw new Error('The fixture has no request body');

/** Every boundary of its request. */
export const libraryBoundaries = boundaryCases({
  spec: libraryOperation.spec,
  schemaPointer: requestBody.schemaPointer,
  validate: requestBody.validate,
  obligations: libraryObligations.obligations.filter(({ group }) => group === 'request'),
  root: 'body',
});

/** `nullable`, which JSON Schema draft 4 lacks, as a type of its own. */
function inDraft4(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inDraft4);
  if (value === null || typeof value !== 'object') return value;
  const schema = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inDraft4(member)]));
  return schema.nullable === true ? { ...schema, type: [schema.type, 'null'] } : schema;
}

/**
 * Whether the schema at a reference of an OpenAPI document takes a value, by a validator that the suite does not use.
 */
export function secondOpinion(file: string, $ref: string): (value: unknown) => boolean {
  const document = inDraft4(parse(readFileSync(file, 'utf8'))) as Record<string, unknown>;
  const validator = new Validator({ ...document, $ref }, '4', false);
  return (value) => validator.validate(value).valid;
}

/** The same for the request of the library. */
export const libraryTakes = secondOpinion(FILE, '#/components/schemas/loan');
