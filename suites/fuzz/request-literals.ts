import { createHash } from 'node:crypto';
import type { ErrorObject } from 'ajv';
import fc from 'fast-check';
import { refusalOf } from '../../schemas/boundaries/refusal.ts';
import { valueAt } from '../../schemas/contract/clause.ts';
import type { Operation, RequestBody } from '../../schemas/contract/operation.ts';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import type { ScenarioLiteral } from '../define-scenarios.ts';
import { likelyConforming } from './conforming.ts';
import { likelyDeparting } from './departing.ts';

/** A name for what was found: the same for the same request, so that it can be searched for. */
export const foundId = (topic: string, what: unknown): string =>
  `cancel.${topic}.found-${createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 8)}`;

function requestBodyOf({ requestBody, id }: Operation): RequestBody {
  if (requestBody !== null) return requestBody;
  throw new SuiteError('USAGE', `${id} takes no body`, { hint: 'There is nothing to search for without one.' });
}

/** The recipients stand on the invoice already: the prose takes no others. */
function accepted(body: unknown): ScenarioLiteral {
  const recipients = valueAt(body, '/additional_recipients');
  const isSome = Array.isArray(recipients) && recipients.length > 0;
  return {
    id: foundId('request', body),
    title: 'a request that conforms to its schema',
    given: isSome ? { state: 'SENT', recipients: [...new Set(recipients as string[])] } : { state: 'SENT' },
    when: { body },
    expected: { status: 204 },
    claims: ['status/204'],
  };
}

/** A refusal names the keyword's issue, field and value only where a single keyword refuses. */
function refused(body: unknown, errors: readonly ErrorObject[], operation: Operation): ScenarioLiteral {
  const { status, issue, gap } = refusalOf(operation, [...new Set(errors.map(({ keyword }) => keyword))]);
  const [error] = errors;
  const isSingle = errors.length === 1 && error !== undefined && issue !== undefined;
  const sent = valueAt(body, error?.instancePath ?? '');
  const fault = {
    issue,
    field: error?.instancePath,
    location: 'body',
    ...(typeof sent === 'string' && { value: sent }),
  };
  return {
    id: foundId('request', body),
    title: 'a request that departs from its schema',
    given: { state: 'SENT', shared: true },
    when: { body },
    expected: { status, ...(isSingle && (fault as { issue: string })) },
    claims: isSingle ? [`issue/400/${issue}`, 'status/400'] : ['status/400'],
    ...(isSingle
      ? {}
      : { gap: gap ?? `several keywords refuse it: ${errors.map(({ keyword }) => keyword).join(', ')}` }),
  };
}

/** Random requests that the schema accepts, each as the scenario it stands for. */
export function conformingRequests(operation: Operation): fc.Arbitrary<ScenarioLiteral> {
  const { validate, schemaPointer } = requestBodyOf(operation);
  return likelyConforming(operation.spec, schemaPointer)
    .filter((body) => validate(body))
    .map(accepted);
}

/** JSON that breaks off: a text that no parser takes. */
const malformed = (body: unknown): ScenarioLiteral => {
  const text = JSON.stringify(body).slice(0, -1);
  return {
    id: foundId('request', text),
    title: 'JSON that breaks off',
    given: { state: 'SENT', shared: true },
    when: { text },
    expected: { status: 400 },
    claims: ['status/400'],
    gap: 'no issue is documented for malformed JSON',
  };
};

/** Random requests that the schema refuses, or that are no JSON. */
export function departingRequests(operation: Operation): fc.Arbitrary<ScenarioLiteral> {
  const { validate, schemaPointer } = requestBodyOf(operation);
  const departing = likelyDeparting(operation.spec, schemaPointer)
    .filter((body) => !validate(body))
    .map((body) => {
      validate(body);
      return refused(body, validate.errors ?? [], operation);
    });
  const objects = fc.record({ note: fc.string({ maxLength: 20 }) }, { requiredKeys: [], noNullPrototype: true });
  return fc.oneof({ weight: 9, arbitrary: departing }, { weight: 1, arbitrary: objects.map(malformed) });
}
