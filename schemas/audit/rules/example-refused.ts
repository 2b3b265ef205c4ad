import type { ErrorObject } from 'ajv';
import { validatorAt } from '../../contract/validators.ts';
import { givenExamples } from '../examples-in.ts';
import type { AuditRule } from '../rule.ts';

const schema = (example: unknown): object => ({ type: 'object', properties: { n: { type: 'integer' } }, example });

/** An example that its own schema refuses. */
export const exampleRefused: AuditRule = {
  id: 'example-refused',
  level: 'contradiction',
  summary: 'An example is refused by the schema that it is an example of.',
  follows: 'Who builds by the example departs from the schema, and a mock that serves it is caught by any validator.',
  example: { speaks: { response: schema({ n: 'one' }) }, silent: { response: schema({ n: 1 }) } },
  *find(audited) {
    for (const { value, pointer, schemaPointer } of givenExamples(audited)) {
      const validate = validatorAt(audited.spec, schemaPointer);
      if (validate(value)) continue;
      const [{ instancePath, message }] = validate.errors as [ErrorObject];
      yield { pointer, sentence: `The schema refuses the example: ${instancePath || 'the whole'} ${message}.` };
    }
  },
};
