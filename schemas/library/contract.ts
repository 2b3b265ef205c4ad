import type { Clause } from '../contract/clause.ts';
import type { Obligation } from '../contract/obligation.ts';
import { deriveObligations } from '../contract/obligations.ts';
import type { Operation, StatusContract } from '../contract/operation.ts';
import { promisedStatuses } from '../contract/promised-statuses.ts';
import { operationNamed } from './known-operations.ts';
import type { OperationId } from './operation-list.ts';

/** What the contract promises of one status. */
export interface ContractStatus {
  readonly status: number;
  /** Whether the document lists it by number; otherwise only a branch of its `default` names it. */
  readonly listed: boolean;
  /** The values that the body's `name` may have; empty where none is pinned. */
  readonly names: readonly string[];
  /** The issue codes that `details` may name; empty where none is listed. */
  readonly issues: readonly string[];
  /** The media types of the body; empty where there is no body. */
  readonly mediaTypes: readonly string[];
  readonly clause: Clause;
}

/** What a document promises of one operation, as data. */
export interface Contract {
  /** The operationId. */
  readonly id: OperationId;
  /** Upper case. */
  readonly method: string;
  /** With `{placeholders}`. */
  readonly path: string;
  /** The document: its file as clauses cite it, its own version, the hash of its bytes. */
  readonly document: { readonly file: string; readonly version: string; readonly sha256: string };
  readonly clause: Clause;
  readonly statuses: readonly ContractStatus[];
  /** Everything that it obliges to, each with its clause and level. */
  readonly obligations: readonly Obligation[];
}

const statusOf = ({ status, listed, names, issues, mediaTypes, clause }: StatusContract): ContractStatus => ({
  status,
  listed,
  names,
  issues: [...issues.keys()],
  mediaTypes,
  clause,
});

const contracts = new Map<OperationId, Contract>();

function contractOf(id: OperationId, operation: Operation): Contract {
  const { method, path, spec, clause } = operation;
  const { version } = Object(spec.document.info) as { readonly version?: unknown };
  return {
    id,
    method,
    path,
    document: { file: spec.file, version: String(version), sha256: spec.sha256 },
    clause,
    statuses: promisedStatuses(operation).map(statusOf),
    obligations: deriveObligations(operation).obligations,
  };
}

/**
 * What PayPal's document promises of an operation: the request, every status with its names and issue codes, and every
 * obligation with the line that it is written on.
 * @throws SuiteError OPERATION_MISSING for an operation that has no contract here
 */
export function contract(operation: OperationId = 'invoices.cancel'): Contract {
  const known = contracts.get(operation) ?? contractOf(operation, operationNamed(operation));
  contracts.set(operation, known);
  return known;
}
