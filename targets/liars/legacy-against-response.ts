import { valueAt } from '../../schemas/contract/clause.ts';
import type { ObligingKeyword } from '../../schemas/contract/obligation.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import { objectAt } from '../../schemas/contract/reference.ts';
import { walkSchema } from '../../schemas/contract/schema-walk.ts';
import type { Spec } from '../../schemas/contract/spec.ts';
import { validatorAt } from '../../schemas/contract/validators.ts';
import type { LegacyContext, Lie } from '../lie.ts';
import type { LegacyMessage, LegacyValue } from '../prism/legacy/legacy-message.ts';
import { refusedValues } from './against-response.ts';
import { type DocumentedMessage, documentedMessages } from './legacy-documented-message.ts';
import { type LegacyWhere, rewritingMessage, rewritten } from './legacy-rewrite.ts';
import type { LiesAgainst } from './lies-against.ts';
import { placeValue, removeAt } from './place-value.ts';
import { withBody } from './rewrite.ts';
import { firstOf } from './swap-members.ts';

/** What becomes of the value that a keyword speaks of. */
type Change = (honest: unknown) => unknown;

/** Whether a message in normal form can hold the value: its scalars are text. */
const isNormal = (value: unknown): value is LegacyValue =>
  typeof value === 'object' && value !== null ? Object.values(value).every(isNormal) : typeof value === 'string';

/** Values that the keyword refuses: as a list too, since one item in its place is read as a list of that item. */
function refused(spec: Spec, keyword: ObligingKeyword): readonly unknown[] {
  const isList = objectAt(spec, keyword.schemaPointer).type === 'array';
  return refusedValues(spec, keyword).filter((value) => isNormal(value) && (!isList || Array.isArray(value)));
}

/** A text a character longer, and one shorter. */
const OFF_BY_ONE: readonly Change[] = [(text) => `${text}0`, (text) => String(text).slice(0, -1)];

/** What a pattern refuses of a documented value that is one character off. */
function offByOne(
  spec: Spec,
  { name, path, schemaPointer }: ObligingKeyword,
  shown: DocumentedMessage,
): readonly Change[] {
  const value = valueAt(shown.example, firstOf(path));
  return name === 'pattern' ? OFF_BY_ONE.filter((change) => !validatorAt(spec, schemaPointer)(change(value))) : [];
}

/** A lie about the message that is due, where its schema has that of the keyword. */
const inMessages = (
  shown: readonly DocumentedMessage[],
  change: (message: LegacyMessage, due: DocumentedMessage) => unknown,
): Lie =>
  rewritingMessage(isAmong(shown), (message, { decision }) => {
    const due = shown.find(({ outcome }) => outcome === decision.example);
    return due ? (change(message, due) as LegacyMessage) : message;
  });

const isAmong =
  (shown: readonly DocumentedMessage[]): LegacyWhere =>
  ({ decision }: LegacyContext) =>
    shown.some(({ outcome }) => outcome === decision.example);

/** Something else in the place of the whole message. */
const instead = (shown: readonly DocumentedMessage[], value: unknown): Lie =>
  rewritten(isAmong(shown), (answer) => withBody(answer, JSON.stringify(value)));

/** A value that the keyword refuses at its place in every message that has it, and nothing else changed. */
export const legacyLiesAgainstResponse: LiesAgainst = ({ keyword }, operation) => {
  if (keyword === undefined) return [];
  const { spec } = operation;
  const { name, value, path } = keyword;
  const shown = showing(operation, keyword);
  if (name === 'required')
    return (value as readonly string[]).map((member) =>
      inMessages(shown, (message) => removeAt(message, [...path, member])),
    );
  const values = refused(spec, keyword);
  if (path.length === 0) return values.map((other) => instead(shown, other));
  const [first] = shown;
  const changes = [...values.map((other) => () => other), ...(first ? offByOne(spec, keyword, first) : [])];
  return changes.map((change) =>
    inMessages(shown, (message, { form }) =>
      placeValue(spec, form.pointer, message, path, change(valueAt(message, firstOf(path)))),
    ),
  );
};

/** The documented messages whose schema has that of the keyword. */
const showing = (operation: Operation, { schemaPointer }: ObligingKeyword): readonly DocumentedMessage[] =>
  documentedMessages(operation).filter(({ form }) =>
    [...walkSchema(operation.spec, form.pointer)].some(({ pointer }) => pointer === schemaPointer),
  );
