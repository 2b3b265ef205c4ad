import type { TargetAnswer } from '../../lie.ts';
import { withLength } from '../wire.ts';
import type { LegacyFormatName, WrittenAnswer } from './legacy-format.ts';
import { legacyFormats } from './legacy-formats.ts';
import { type LegacyMessage, memberAt } from './legacy-message.ts';

/** An answer of the legacy system before it is written in its format. */
export interface LegacyAnswer extends WrittenAnswer {
  readonly format: LegacyFormatName;
}

/** A message as the answer to an operation: an error has a root element of its own. */
export function legacyAnswer(format: LegacyFormatName, operation: string, message: LegacyMessage): LegacyAnswer {
  const isFault = memberAt(message, 'error') !== undefined;
  return { format, root: isFault ? 'FaultMessage' : `${operation}Response`, message, isFault };
}

/** The answer in its format. */
export function writtenAnswer(answer: LegacyAnswer): TargetAnswer {
  const format = legacyFormats[answer.format];
  const headers = [['Content-Type', format.mediaType]] as const;
  return withLength({ status: format.statusOf(answer.isFault), headers, body: format.write(answer) });
}
