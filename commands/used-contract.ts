import type { UsedContract } from '../reports/run-record.ts';
import { valueAt } from '../schemas/contract/clause.ts';
import type { Spec } from '../schemas/contract/spec.ts';

/** A contract as a record names it. */
export const usedContract = ({ file, sha256, document }: Spec): UsedContract => ({
  file,
  version: String(valueAt(document, '/info/version')),
  sha256,
});
