import type { Operation } from '../contract/operation.ts';

/** How the contract answers a request that its schema refuses. */
export interface Refusal {
  readonly status: readonly number[];
  /** The issue code documented for it. */
  readonly issue?: string;
  /** Why no issue is expected: the contract documents none for it. */
  readonly gap?: string;
}

/** The status for a request that violates its schema, by the description of `error_400`. */
const VIOLATES_SCHEMA = 400;

/** `maxLength` as issue codes write it: `MAX_LENGTH`. */
const inIssueCase = (keyword: string): string => keyword.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The documented issue whose name ends with a keyword's, e.g. `INVALID_STRING_MAX_LENGTH` for `maxLength`. */
function issueFor(operation: Operation, keyword: string): string | undefined {
  const documented = operation.statusContract(VIOLATES_SCHEMA);
  return documented && [...documented.issues.keys()].find((issue) => issue.endsWith(`_${inIssueCase(keyword)}`));
}

/** What the contract answers where these keywords refuse the request; a gap where it has no issue for one of them. */
export function refusalOf(operation: Operation, refusedBy: readonly string[]): Refusal {
  const [keyword, another] = refusedBy;
  const issue = keyword !== undefined && another === undefined ? issueFor(operation, keyword) : undefined;
  if (issue !== undefined) return { status: [VIOLATES_SCHEMA], issue };
  return { status: [VIOLATES_SCHEMA], gap: `no issue is documented for a violated ${refusedBy.join(' or ')}` };
}
