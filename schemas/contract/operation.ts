import type { ValidateFunction } from 'ajv';
import { type Clause, type JsonPointer, pointerTo, valueAt } from './clause.ts';
import { mediaTypesOf } from './media-type.ts';
import { placeOfOperation, pointerOf } from './operation-place.ts';
import { objectAt, resolve } from './reference.ts';
import { assertEnds } from './self-inclusion.ts';
import type { Spec } from './spec.ts';
import { type StatusContract, statusContractOf } from './status-contract.ts';
import { SuiteError } from './suite-error.ts';
import { validatorAt } from './validators.ts';

export type { Branch, IssueContract, KnownMembers, StatusContract } from './status-contract.ts';

/** A parameter of the operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly clause: Clause;
  readonly schemaPointer: JsonPointer;
  readonly validate: ValidateFunction;
}

/** The request body as promised. */
export interface RequestBody {
  readonly required: boolean;
  readonly clause: Clause;
  /** The one whose schema is read stands first. */
  readonly mediaTypes: readonly string[];
  readonly schemaPointer: JsonPointer;
  /** With all errors. */
  readonly validate: ValidateFunction;
}

/** What a caller must show; `schemes` is empty where anonymous calls are allowed. */
export interface SecurityRequirement {
  readonly schemes: readonly string[];
  readonly scopes: readonly string[];
  /** null where neither the operation nor the document says anything. */
  readonly clause: Clause | null;
}

/** One operation of a contract, loaded once: everything a check, a boundary or a target needs to know of it. */
export interface Operation {
  readonly id: string;
  readonly spec: Spec;
  readonly clause: Clause;
  /** Upper case. */
  readonly method: string;
  /** With `{placeholders}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | null;
  /** Statuses listed by number, and those that branches of `default` name, ascending. */
  readonly statuses: readonly number[];
  /** What is promised of any status: its own entry, its range (`4XX`), or `default`; undefined where there is none. */
  statusContract(status: number): StatusContract | undefined;
  readonly security: SecurityRequirement;
}

/** The operation's own parameters, and those of its path that it does not replace (OpenAPI 3.0.3 §4.7.9). */
function parametersOf(spec: Spec, operation: JsonPointer, pathItem: JsonPointer): Parameter[] {
  const pointers = [`${operation}/parameters`, `${pathItem}/parameters`].flatMap((list) => {
    const value = valueAt(spec.document, list);
    return Array.isArray(value) ? value.map((_, index) => resolve(spec, `${list}/${index}`)) : [];
  });
  const parameters = pointers.map((pointer) => parameterAt(spec, pointer));
  return [...new Map(parameters.toReversed().map((one) => [`${one.in} ${one.name}`, one])).values()].reverse();
}

function parameterAt(spec: Spec, pointer: JsonPointer): Parameter {
  const { name, in: place, required, content } = objectAt(spec, pointer);
  const [mediaType] = mediaTypesOf(content);
  const schemaPointer =
    mediaType === undefined ? `${pointer}/schema` : pointerTo(pointer, 'content', mediaType, 'schema');
  return {
    name: String(name),
    in: place as Parameter['in'],
    required: required === true,
    clause: spec.clauseAt(pointer),
    schemaPointer,
    get validate() {
      return validatorAt(spec, schemaPointer);
    },
  };
}

function requestBodyOf(spec: Spec, operation: JsonPointer): RequestBody | null {
  if (valueAt(spec.document, `${operation}/requestBody`) === undefined) return null;
  const pointer = resolve(spec, `${operation}/requestBody`);
  const { required, content } = objectAt(spec, pointer);
  const mediaTypes = mediaTypesOf(content);
  const schemaPointer = pointerTo(pointer, 'content', mediaTypes[0] ?? '', 'schema');
  return {
    required: required === true,
    clause: spec.clauseAt(pointer),
    mediaTypes,
    schemaPointer,
    get validate() {
      return validatorAt(spec, schemaPointer);
    },
  };
}

const noList = ({ file, line }: Clause): SuiteError =>
  new SuiteError('SPEC_INVALID', `${file} line ${line}: security is no list`, {
    hint: 'Write a list of requirements.',
  });

function securityOf(spec: Spec, operation: JsonPointer): SecurityRequirement {
  const own = valueAt(spec.document, `${operation}/security`);
  const pointer = own === undefined ? '/security' : `${operation}/security`;
  const requirements = (own ?? spec.document.security) as Record<string, string[] | null>[] | undefined;
  if (requirements === undefined) return { schemes: [], scopes: [], clause: null };
  if (!Array.isArray(requirements)) throw noList(spec.clauseAt(pointer));
  const anonymous = requirements.some((requirement) => Object.keys(requirement).length === 0);
  const schemes = anonymous ? [] : [...new Set(requirements.flatMap((requirement) => Object.keys(requirement)))];
  const scopes = anonymous
    ? []
    : requirements.flatMap((requirement) => Object.values(requirement).flatMap((names) => names ?? []));
  return { schemes, scopes, clause: spec.clauseAt(pointer) };
}

/**
 * The key in `responses` that covers a status: its own number, its range, or `default` (OpenAPI 3.0.3, Responses
 * Object).
 */
function responseKey(responses: object, status: number): string | undefined {
  return [String(status), `${String(status)[0]}XX`, 'default'].find((key) => Object.hasOwn(responses, key));
}

function statusContractsOf(spec: Spec, operation: JsonPointer, responses: object): Operation['statusContract'] {
  const contracts = new Map<number, StatusContract | undefined>();
  return (status) => {
    if (!contracts.has(status)) {
      const key = responseKey(responses, status);
      const pointer = `${operation}/responses/${key}`;
      contracts.set(status, key === undefined ? undefined : statusContractOf(spec, pointer, status, key !== 'default'));
    }
    return contracts.get(status);
  };
}

/**
 * Compiles every schema of an operation: to be asked of a document that is not ours.
 * @throws SuiteError SPEC_INVALID with the line of the schema that cannot be compiled, or that takes itself in
 */
export function assertCompiles({ spec, parameters, requestBody, statuses, statusContract }: Operation): void {
  // Of 0 only `default` promises anything.
  for (const part of [...parameters, requestBody, ...[...statuses, 0].map(statusContract)])
    if (part?.validate) assertEnds(spec, part.schemaPointer ?? '');
}

/**
 * The operation of a document by its operationId. Each schema is compiled when it is first asked to validate, which takes
 * longer than all the rest: `assertCompiles` says beforehand whether it can be.
 * @throws SuiteError OPERATION_MISSING, or SPEC_INVALID where a reference of it cannot be followed
 */
export function loadOperation(spec: Spec, id: string): Operation {
  const place = placeOfOperation(spec, id);
  const pointer = pointerOf(place);
  const responses = objectAt(spec, `${pointer}/responses`);
  const statusContract = statusContractsOf(spec, pointer, responses);
  const listed = Object.keys(responses)
    .filter((key) => /^\d{3}$/.test(key))
    .map(Number);
  const named = Object.hasOwn(responses, 'default') ? (statusContract(0)?.branches ?? []) : [];
  return {
    id,
    spec,
    clause: spec.clauseAt(pointer),
    method: place.method.toUpperCase(),
    path: place.path,
    parameters: parametersOf(spec, pointer, place.pathItem),
    requestBody: requestBodyOf(spec, pointer),
    statuses: [...new Set([...listed, ...named.flatMap(({ status }) => status ?? [])])].sort((a, b) => a - b),
    statusContract,
    security: securityOf(spec, pointer),
  };
}
