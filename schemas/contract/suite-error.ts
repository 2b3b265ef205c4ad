/** Why the suite stopped: one word per cause, stable for scripts. */
export type SuiteErrorCode =
  | 'USAGE'
  | 'CONFIGURATION'
  | 'SPEC_UNREADABLE'
  | 'SPEC_INVALID'
  | 'OPERATION_MISSING'
  | 'OVERLAY_INVALID'
  | 'PORT_IN_USE'
  | 'PRISM_FAILED'
  | 'TARGET_UNREACHABLE'
  | 'RECORD_UNREADABLE'
  | 'TRAFFIC_UNREADABLE'
  | 'CLIENT_UNUSABLE'
  | 'BASELINE_INVALID'
  | 'RUN_IN_PROGRESS'
  | 'WRITE_FAILED'
  | 'DEFECT';

/** What stops the suite: a sentence, a hint in the imperative, and the cause. A server's answer is never one. */
export class SuiteError extends Error {
  readonly code: SuiteErrorCode;
  readonly hint: string;

  constructor(code: SuiteErrorCode, message: string, { hint, cause }: { hint: string; cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SuiteError';
    this.code = code;
    this.hint = hint;
  }
}
