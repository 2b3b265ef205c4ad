import type { AuditRule } from './rule.ts';
import { anyOfEmpty } from './rules/any-of-empty.ts';
import { asciiOnly } from './rules/ascii-only.ts';
import { defaultUnshown } from './rules/default-unshown.ts';
import { emptyPathParameter } from './rules/empty-path-parameter.ts';
import { enumAndPattern } from './rules/enum-and-pattern.ts';
import { enumOffPattern } from './rules/enum-off-pattern.ts';
import { exampleRefused } from './rules/example-refused.ts';
import { exampleUndescribed } from './rules/example-undescribed.ts';
import { formatUnpublished } from './rules/format-unpublished.ts';
import { issuesUnlisted } from './rules/issues-unlisted.ts';
import { limitNotHonored } from './rules/limit-not-honored.ts';
import { limitUnsendable } from './rules/limit-unsendable.ts';
import { minLengthIdle } from './rules/min-length-idle.ts';
import { minimumOfZero } from './rules/minimum-of-zero.ts';
import { nothingRequired } from './rules/nothing-required.ts';
import { oneOfUntold } from './rules/one-of-untold.ts';
import { oneOrMore } from './rules/one-or-more.ts';
import { otherOperation } from './rules/other-operation.ts';
import { patternDialect } from './rules/pattern-dialect.ts';
import { patternIdle } from './rules/pattern-idle.ts';
import { pinnedProse } from './rules/pinned-prose.ts';
import { proseLimit } from './rules/prose-limit.ts';
import { refusedWithoutIssue } from './rules/refused-without-issue.ts';
import { requiredInProse } from './rules/required-in-prose.ts';
import { requiredUndescribed } from './rules/required-undescribed.ts';
import { statusOnlyInDefault } from './rules/status-only-in-default.ts';

/** Everything that the audit looks for: within a level, what costs a reader of the contract most first. */
export const rules: readonly AuditRule[] = [
  nothingRequired,
  oneOfUntold,
  anyOfEmpty,
  patternIdle,
  limitUnsendable,
  requiredInProse,
  pinnedProse,
  limitNotHonored,
  asciiOnly,
  proseLimit,
  oneOrMore,
  emptyPathParameter,
  enumOffPattern,
  exampleRefused,
  exampleUndescribed,
  statusOnlyInDefault,
  issuesUnlisted,
  refusedWithoutIssue,
  defaultUnshown,
  formatUnpublished,
  requiredUndescribed,
  otherOperation,
  minLengthIdle,
  patternDialect,
  enumAndPattern,
  minimumOfZero,
];
