import { ackExpected } from './ack-expected.ts';
import { ackWarning } from './ack-warning.ts';
import { codeExpected } from './code-expected.ts';
import { codeListed } from './code-listed.ts';
import { codeMessage } from './code-message.ts';
import { decodable } from './decodable.ts';
import type { LegacyCheck } from './legacy-check.ts';
import { memberChecks, otherMembers } from './member-checks.ts';
import { repeatedMembers } from './repeated-members.ts';
import { rootName } from './root-name.ts';
import { successWithoutError } from './success-without-error.ts';
import { unknownLegacyMembers } from './unknown-legacy-members.ts';
import { unusedMembers } from './unused-members.ts';

/** Every check of legacy answers: the answer as a whole first, its details last. */
export const legacyChecks: readonly LegacyCheck[] = [
  ackExpected,
  decodable,
  rootName,
  ...memberChecks,
  successWithoutError,
  repeatedMembers,
  codeListed,
  codeExpected,
  codeMessage,
  otherMembers,
  ackWarning,
  unusedMembers,
  unknownLegacyMembers,
];
