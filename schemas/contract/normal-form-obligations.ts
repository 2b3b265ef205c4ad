import { type JsonPointer, lastTokenOf, pointerTo, valueAt } from './clause.ts';
import { legacyContractOf } from './legacy-contract.ts';
import { isNormalForm } from './normal-form.ts';
import type { Obligation } from './obligation.ts';
import type { Operation } from './operation.ts';
import { type SchemaNode, walkSchema } from './schema-walk.ts';

/** Where the code of a legacy error stands, and the text that belongs to it. */
const CODE_PATH = 'error/*/errorId';
const MESSAGE_PATH = 'error/*/message';

/** A code that an alternative pins, and its message, by their own names: `code/570063`, `code/570063/message`. */
export function asCode(obligation: Obligation): Obligation {
  const { keyword } = obligation;
  if (keyword?.name !== 'enum') return obligation;
  const path = keyword.path.join('/');
  const code = keyword.trail.at(-2);
  if (code === '*' || (path !== CODE_PATH && path !== MESSAGE_PATH)) return obligation;
  return path === CODE_PATH
    ? { ...obligation, id: `code/${code}`, group: 'issue', subject: `error ${code}` }
    : { ...obligation, id: `code/${code}/message`, subject: `the message of ${code} is ${String(keyword.value)}` };
}

/** In a request of normal form every scalar is text, as on the wire: where text is its type, nothing breaks it. */
export const asScalar =
  (operation: Operation) =>
  (obligation: Obligation): Obligation => {
    const { group, keyword } = obligation;
    if (group !== 'request' || keyword?.name !== 'type' || keyword.value !== 'string') return obligation;
    if (!takesNormalForm(operation)) return obligation;
    return { ...obligation, standing: 'unsatisfiable', reason: 'in every wire format a scalar is sent as text' };
  };

/** Every value that a header may have is taken: of the wire formats, each one. */
function headerValues({ spec, parameters }: Operation): Obligation[] {
  return parameters
    .filter((parameter) => parameter.in === 'header')
    .flatMap(({ name, schemaPointer, clause }) => {
      const values = valueAt(spec.document, `${schemaPointer}/enum`);
      const observed = valueAt(spec.document, `${clause.pointer}/x-origin`) === 'observed';
      return (Array.isArray(values) ? values : []).map(
        (value: unknown, index): Obligation => ({
          id: `parameter/${name}/${value}`,
          group: 'parameter',
          subject: `${name}: ${value} is taken`,
          clause: spec.clauseAt(`${schemaPointer}/enum/${index}`),
          level: observed ? 'MAY' : 'MUST',
          standing: 'open',
        }),
      );
    });
}

/** Every acknowledgment code. */
const acks = (operation: Operation): Obligation[] =>
  [...legacyContractOf(operation).acks].map(([ack, clause]) => ({
    id: `ack/${ack}`,
    group: 'response',
    subject: `an answer is acknowledged as ${ack}`,
    clause,
    level: 'MUST',
    standing: 'open',
  }));

const takesNormalForm = ({ spec, requestBody }: Operation): boolean =>
  requestBody !== null && isNormalForm(spec, `${requestBody.clause.pointer}/content`);

/** What our own extensions of one schema say, which no keyword can. */
const EXTENSIONS: Readonly<
  Record<string, (node: SchemaNode) => Pick<Obligation, 'id' | 'group' | 'subject' | 'level'>>
> = {
  'x-roots': ({ pointer, schema }) => ({
    id: `root/${lastTokenOf(pointer)}`,
    group: 'response',
    subject: `in XML the message is called ${(schema['x-roots'] as readonly string[]).join(' or ')}`,
    level: 'SHOULD',
  }),
  'x-equals-request': ({ pointer, schema }) => ({
    id: `response/${lastTokenOf(pointer)}/equals-request`,
    group: 'response',
    subject: `${lastTokenOf(pointer)} is the request's ${String(schema['x-equals-request'])}`,
    level: 'MUST',
  }),
  'x-ignored-where': ({ path, schema }) => ({
    id: `request/${path.join('/')}/ignored`,
    group: 'prose',
    subject: `${path.join('.')} is taken and ignored where ${JSON.stringify(schema['x-ignored-where'])}`,
    level: 'SHOULD',
  }),
  'x-unused': ({ pointer }) => ({
    id: `unused/${lastTokenOf(pointer)}`,
    group: 'response',
    subject: `${lastTokenOf(pointer)} is not used`,
    level: 'MAY',
  }),
};

function extensionsBelow({ spec }: Operation, root: JsonPointer): Obligation[] {
  return [...walkSchema(spec, root)].flatMap((node) =>
    Object.entries(EXTENSIONS)
      .filter(([extension]) => Object.hasOwn(node.schema, extension))
      .map(([extension, told]): Obligation => {
        const clause = spec.clauseAt(pointerTo(node.pointer, extension));
        return { ...told(node), clause, standing: 'open' };
      }),
  );
}

/** What a contract in normal form obliges to beside its keywords: formats, acknowledgments, and our own extensions. */
export function normalFormObligations(operation: Operation): Obligation[] {
  const { requestBody } = operation;
  const schema = operation.statusContract(200)?.schemaPointer;
  if (!takesNormalForm(operation) || !schema || !requestBody) return [];
  return [
    ...headerValues(operation),
    ...extensionsBelow(operation, requestBody.schemaPointer),
    ...acks(operation),
    ...extensionsBelow(operation, schema),
  ];
}
