import type { ValidateFunction } from 'ajv';
import { type Clause, type JsonPointer, lastTokenOf, pointerTo, tokensOf, valueAt } from './clause.ts';
import type { Operation } from './operation.ts';
import { resolve } from './reference.ts';
import { enumsOf, walkSchema } from './schema-walk.ts';
import { type KnownMembers, knownMembers } from './status-contract.ts';
import { validatorAt } from './validators.ts';

/** One of the messages that an answer can be, in normal form. */
export interface AnswerMessage {
  /** Its component, e.g. `FaultMessage`. */
  readonly name: string;
  readonly pointer: JsonPointer;
  /** The acknowledgments that it comes with. */
  readonly acks: readonly string[];
  /** What it may be called in XML. */
  readonly roots: readonly string[];
  /** The members that it cannot be without. */
  readonly required: readonly string[];
  readonly members: KnownMembers | null;
  readonly validate: ValidateFunction;
}

/** A documented error code; `message` is undefined where the code stands for a class of messages. */
export interface CodeContract {
  readonly code: string;
  readonly clause: Clause;
  readonly message: string | undefined;
  /** Of the message; of a class of them, that there is one. */
  readonly messageClause: Clause;
}

/** A member of which the contract says more than its schema. */
interface MarkedMember {
  readonly path: readonly string[];
  readonly clause: Clause;
}

/** A member that the contract says is not used. */
export interface UnusedMember extends MarkedMember {
  /** The values that it was recorded with nearly always all the same. */
  readonly recorded: readonly string[];
}

/** A member of an answer that repeats one of the request's. */
export interface RepeatedMember extends MarkedMember {
  readonly ofRequest: string;
}

/** What a contract in normal form promises of its answers beyond their schemas. */
export interface LegacyContract {
  readonly messages: readonly AnswerMessage[];
  readonly codes: ReadonlyMap<string, CodeContract>;
  /** Where the codes are listed. */
  readonly codesClause: Clause;
  /** Each acknowledgment that is documented, and where. */
  readonly acks: ReadonlyMap<string, Clause>;
  readonly unused: readonly UnusedMember[];
  readonly repeated: readonly RepeatedMember[];
  /** Of the answer as a whole. */
  readonly clause: Clause;
}

const textsAt = (document: unknown, pointer: JsonPointer): readonly string[] =>
  (valueAt(document, pointer) as readonly string[] | undefined) ?? [];

function messagesOf({ spec }: Operation, schema: JsonPointer): AnswerMessage[] {
  const alternatives = textsAt(spec.document, `${schema}/anyOf`);
  return alternatives.map((_, index) => {
    const pointer = resolve(spec, `${schema}/anyOf/${index}`);
    return {
      name: lastTokenOf(pointer),
      pointer,
      acks: textsAt(spec.document, `${pointer}/x-acks`),
      roots: textsAt(spec.document, `${pointer}/x-roots`),
      required: textsAt(spec.document, `${pointer}/required`),
      members: knownMembers(spec, pointer),
      get validate() {
        return validatorAt(spec, pointer);
      },
    };
  });
}

/** Wherever a schema of an error pins an `errorId`, the `message` of the same schema belongs to it. */
function codesOf({ spec }: Operation, schema: JsonPointer): Map<string, CodeContract> {
  const codes = new Map<string, CodeContract>();
  for (const { pointer, path } of walkSchema(spec, schema)) {
    const [code] = textsAt(spec.document, `${pointer}/properties/errorId/enum`);
    if (path.at(-2) !== 'error' || code === undefined) continue;
    const [message] = textsAt(spec.document, `${pointer}/properties/message/enum`);
    const at = `${pointer}/properties`;
    const clause = spec.clauseAt(`${at}/errorId/enum`);
    const ofMessage = message === undefined ? pointer : `${at}/message/enum`;
    codes.set(code, { code, clause, message, messageClause: spec.clauseAt(ofMessage) });
  }
  return codes;
}

/** The list of alternatives that a code stands in. */
function codesClauseOf({ spec }: Operation, codes: ReadonlyMap<string, CodeContract>): Clause | undefined {
  const [first] = codes.values();
  if (!first) return undefined;
  const tokens = tokensOf(first.clause.pointer);
  return spec.clauseAt(pointerTo('', ...tokens.slice(0, tokens.lastIndexOf('anyOf') + 1)));
}

function acksOf({ spec }: Operation, schema: JsonPointer): Map<string, Clause> {
  const acks = [...enumsOf(spec, schema, ['responseEnvelope', 'ack'])].flatMap(({ pointer, values }) =>
    values.map((ack, at) => [ack, spec.clauseAt(pointerTo(pointer, at))] as const),
  );
  return new Map(acks);
}

function marked<T>(
  { spec }: Operation,
  schema: JsonPointer,
  mark: string,
  as: (member: MarkedMember, value: unknown, schema: Readonly<Record<string, unknown>>) => T,
) {
  return [...walkSchema(spec, schema)]
    .filter((node) => Object.hasOwn(node.schema, mark))
    .map(({ path, pointer, schema: node }) =>
      as({ path, clause: spec.clauseAt(pointerTo(pointer, mark)) }, node[mark], node),
    );
}

function read(operation: Operation): LegacyContract {
  const contract = operation.statusContract(200);
  const schema = contract?.schemaPointer ?? '';
  const codes = codesOf(operation, schema);
  const clause = contract?.clause ?? operation.clause;
  return {
    messages: messagesOf(operation, schema),
    codes,
    codesClause: codesClauseOf(operation, codes) ?? clause,
    acks: acksOf(operation, schema),
    unused: marked(operation, schema, 'x-unused', (member, _, { 'x-recorded': recorded = [] }) => ({
      ...member,
      recorded: recorded as readonly string[],
    })),
    repeated: marked(operation, schema, 'x-equals-request', (member, ofRequest) => ({
      ...member,
      ofRequest: String(ofRequest),
    })),
    clause,
  };
}

const known = new WeakMap<Operation, LegacyContract>();

/** What the contract of a legacy operation promises; read once. */
export function legacyContractOf(operation: Operation): LegacyContract {
  const contract = known.get(operation) ?? read(operation);
  known.set(operation, contract);
  return contract;
}
