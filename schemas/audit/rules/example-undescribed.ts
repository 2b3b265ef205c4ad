import { type JsonPointer, pointerTo } from '../../contract/clause.ts';
import { type KnownMembers, knownMembers } from '../../contract/status-contract.ts';
import { givenExamples } from '../examples-in.ts';
import type { AuditRule } from '../rule.ts';

const schema = (example: unknown): object => ({ type: 'object', properties: { name: {} }, example });

/** Members of a value that its schema does not name. */
function* undescribed(value: unknown, known: KnownMembers | null, at: JsonPointer): Generator<JsonPointer> {
  if (known === null || value === null || typeof value !== 'object') return;
  for (const [name, member] of Object.entries(value)) {
    const inner = !Array.isArray(value) && Object.hasOwn(known, name) ? known[name] : known['*'];
    if (inner !== undefined) yield* undescribed(member, inner, pointerTo(at, name));
    else if (!Array.isArray(value)) yield pointerTo(at, name);
  }
}

/** An example with a member that its schema does not describe. */
export const exampleUndescribed: AuditRule = {
  id: 'example-undescribed',
  level: 'contradiction',
  summary: 'An example has a member that its schema does not describe.',
  follows: 'Nobody can tell whether the schema lacks the member or the example has one too many.',
  example: {
    speaks: { response: schema({ name: 'A', information_link: 'B' }) },
    silent: { response: schema({ name: 'A' }) },
  },
  *find(audited) {
    for (const { value, pointer, schemaPointer } of givenExamples(audited))
      for (const member of undescribed(value, knownMembers(audited.spec, schemaPointer), ''))
        yield {
          pointer: `${pointer}${member}`,
          sentence: `The example has ${member}, which the schema does not describe.`,
        };
  },
};
