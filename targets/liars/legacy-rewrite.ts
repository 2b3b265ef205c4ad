import type { LegacyContext, LegacyLie, Lie, TargetAnswer } from '../lie.ts';
import { LEGACY_DONE, type LegacyDecision, REFUSING_CODE } from '../prism/legacy/decide-legacy.ts';
import type { LegacyAnswer } from '../prism/legacy/legacy-answer.ts';
import type { LegacyFormatName } from '../prism/legacy/legacy-format.ts';
import { isMessage, type LegacyMessage, listAt, memberAt } from '../prism/legacy/legacy-message.ts';
import { withBody } from './rewrite.ts';

/** Where a lie about the legacy operation is told. */
export type LegacyWhere = (context: LegacyContext) => boolean;

/** Changes the members of a message, or of a part of one. */
type Change = (members: LegacyMessage, context: LegacyContext) => LegacyMessage;

const inLegacy = (legacy: LegacyLie): Lie => ({ legacy });

/** In every answer. */
export const anywhere: LegacyWhere = () => true;

/** In the answer to a cancel that is done. */
export const onDone: LegacyWhere = ({ decision }) => decision.example === 'Success';

/** In every refusal. */
export const onFault: LegacyWhere = (context) => !onDone(context);

/** In refusals by these codes. */
export const onCode =
  (...codes: readonly string[]): LegacyWhere =>
  ({ decision }) =>
    codes.includes(decision.example);

/** In answers that are asked for in these formats. */
export const inResponse =
  (...formats: readonly LegacyFormatName[]): LegacyWhere =>
  (context) =>
    formats.includes(context.formats.response);

/** A lie by another decision, where `where` holds. */
export const redeciding = (
  where: LegacyWhere,
  other: LegacyDecision | ((context: LegacyContext) => LegacyDecision),
): Lie =>
  inLegacy({
    decide: (context) => {
      if (!where(context)) return context.decision;
      return typeof other === 'function' ? other(context) : other;
    },
  });

/** A lie that takes what it should refuse, where `where` holds: the invoice's state decides alone. */
export const taking = (where: LegacyWhere): Lie =>
  redeciding((context) => onFault(context) && where(context), decisionByState);

function decisionByState({ invoice }: LegacyContext): LegacyDecision {
  const code = invoice === undefined ? null : REFUSING_CODE[invoice.state];
  return code === null ? LEGACY_DONE : { example: code };
}

/** A lie about an answer before it is written: its message, its root element, or its format. */
export const saying = (
  where: LegacyWhere,
  change: (answer: LegacyAnswer, context: LegacyContext) => Partial<LegacyAnswer>,
): Lie => inLegacy({ say: (answer, context) => (where(context) ? { ...answer, ...change(answer, context) } : answer) });

/** A lie about the members of an answer's message. */
export const rewritingMessage = (where: LegacyWhere, change: Change): Lie =>
  saying(where, ({ message }, context) => ({ message: change(message, context) }));

/** A lie about the members of the envelope. */
export const rewritingEnvelope = (where: LegacyWhere, change: Change): Lie =>
  rewritingMessage(where, (message, context) => {
    const envelope = memberAt(message, 'responseEnvelope');
    return isMessage(envelope) ? { ...message, responseEnvelope: change(envelope, context) } : message;
  });

/** A lie about the members of the first error. */
export const rewritingError = (where: LegacyWhere, change: Change): Lie =>
  rewritingMessage(where, (message, context) => {
    const [first, ...others] = listAt(message, 'error');
    return isMessage(first) ? { ...message, error: [change(first, context), ...others] } : message;
  });

/** A lie about an answer as it is written. */
export const rewritten = (where: LegacyWhere, change: (answer: TargetAnswer) => TargetAnswer): Lie =>
  inLegacy({ answer: (answer, context) => (where(context) ? change(answer) : answer) });

/** A lie about the text of every answer. */
export const rewritingText = (change: (text: string) => string): Lie =>
  rewritten(anywhere, (answer) => withBody(answer, change(String(answer.body))));

/** The message without some of its members. */
export const lacking = (message: LegacyMessage, ...names: readonly string[]): LegacyMessage =>
  Object.fromEntries(Object.entries(message).filter(([name]) => !names.includes(name)));
