import { loadOperation, type Operation } from '../contract/operation.ts';
import { packageFile } from '../contract/package-file.ts';
import { loadSpec } from '../contract/spec.ts';
import { SuiteError } from '../contract/suite-error.ts';
import { knownOperations, type OperationId } from './operation-list.ts';

/** A path with any base before it: a host, a proxy's prefix. */
const patternOf = (path: string): RegExp =>
  new RegExp(`${path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]*\}/g, '[^/]+')}$`);

const patterns = knownOperations.map(({ id, method, path }) => ({ id, method, pattern: patternOf(path) }));

/** The operation that a request calls, by its method (upper case) and its URL or path; undefined for any other request. */
export function operationCalled(method: string, url: string): OperationId | undefined {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  return patterns.find((known) => known.method === method && known.pattern.test(path))?.id;
}

const loaded = new Map<string, Operation>();

/** An operation by its id, loaded once (OPERATION_MISSING). */
export function operationNamed(id: string): Operation {
  const known = knownOperations.find((candidate) => candidate.id === id);
  if (known === undefined)
    throw new SuiteError('OPERATION_MISSING', `There is no contract of an operation ${JSON.stringify(id)}`, {
      hint: `Choose one of: ${knownOperations.map((one) => one.id).join(', ')}.`,
    });
  const operation = loaded.get(id) ?? loadOperation(loadSpec(packageFile(known.file)), id);
  loaded.set(id, operation);
  return operation;
}
