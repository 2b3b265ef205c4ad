import { type Clause, pointerTo, valueAt } from './clause.ts';
import { packageFile } from './package-file.ts';
import { loadSpec } from './spec.ts';

/** One line of the sandbox's negative testing: a cancel of this id is answered with this error, whatever the invoice. */
export interface SimulatedCancel {
  /** `internal-server-error`, … */
  readonly key: string;
  readonly invoiceId: string;
  /** The error's name; null for a success. */
  readonly name: string | null;
  /** The statuses that the name can stand for: PayPal shows none. */
  readonly statuses: readonly [number, ...number[]];
  readonly clause: Clause;
}

const TABLE = '/paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/parameters/0/examples';

interface Example {
  readonly value: string;
  readonly 'x-name': string | null;
  readonly 'x-statuses': readonly [number, ...number[]];
}

/** The table, as PayPal's page has it. */
export function simulatedCancels(): readonly SimulatedCancel[] {
  const spec = loadSpec(packageFile('specs/simulator.openapi.yaml'));
  const examples = valueAt(spec.document, TABLE) as Readonly<Record<string, Example>>;
  return Object.entries(examples).map(([key, { value, 'x-name': name, 'x-statuses': statuses }]) => ({
    key,
    invoiceId: value,
    name,
    statuses,
    clause: spec.clauseAt(pointerTo(TABLE, key)),
  }));
}
