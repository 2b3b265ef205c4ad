import { pointerTo, valueAt } from '../../contract/clause.ts';
import type { Audited } from '../audited.ts';
import type { AuditRule } from '../rule.ts';

/** What APIs do with their resources, as descriptions say it. */
const ACTIONS = [
  'create',
  'delete',
  'cancel',
  'send',
  'update',
  'remove',
  'refund',
  'capture',
  'void',
  'authorize',
].concat(['list', 'search', 'pay', 'replace', 'retrieve', 'archive', 'restore', 'approve', 'reject', 'publish']);

/** What the operation says of itself. */
function selfDescription({ spec, operation: { id, clause } }: Audited): string {
  const texts = ['summary', 'description'].map((member) => valueAt(spec.document, pointerTo(clause.pointer, member)));
  return [id, ...texts].join(' ').toLowerCase();
}

const parameter = (description: string): object => ({
  name: 'id',
  in: 'path',
  required: true,
  description,
  schema: {},
});

/** A parameter that is described as another operation's. */
export const otherOperation: AuditRule = {
  id: 'other-operation',
  level: 'slip',
  summary: 'A parameter is described as another operation would use it.',
  follows: 'A reader is told of another effect than the one that the call has.',
  example: {
    speaks: { parameter: parameter('The ID of the draft thing to delete.') },
    silent: { parameter: parameter('The ID of the thing to cancel.') },
  },
  *find(audited) {
    const self = selfDescription(audited);
    for (const { name, clause } of audited.operation.parameters) {
      const pointer = pointerTo(clause.pointer, 'description');
      const text = String(valueAt(audited.spec.document, pointer));
      const other = [...text.matchAll(/\bto (?:be )?([a-z]+)\b/g)]
        .map(([, word]) => String(word))
        .map((word) => ACTIONS.find((action) => [action, `${action}d`, `${action}ed`].includes(word)))
        .find((action) => action !== undefined && !self.includes(action));
      if (other !== undefined)
        yield {
          pointer,
          sentence: `${name} is described as ${JSON.stringify(text)}, and ${audited.operation.id} does not ${other}.`,
        };
    }
  },
};
