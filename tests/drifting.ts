import { specFromText } from '../schemas/contract/spec.ts';
import { driftBetween } from '../schemas/drift/drift.ts';

/** A JSON object as a document holds it. */
export type Json = Readonly<Record<string, unknown>>;

/** What a small document says; the rest of it is as small as OpenAPI allows. */
export interface Parts {
  readonly request?: Json;
  readonly answer?: Json;
  readonly operation?: Json;
  readonly responses?: Json;
  readonly document?: Json;
  readonly schemas?: Json;
}

/** Content of one media type. */
export const json = (schema: Json): Json => ({ 'application/json': { schema } });

function documentOf({ request, answer, operation, responses, document, schemas }: Parts): Json {
  const own = {
    operationId: 'things.add',
    ...(request && { requestBody: { required: true, content: json(request) } }),
    responses: {
      200: { description: 'Added.', ...(answer && { content: json(answer) }) },
      ...responses,
    },
    ...operation,
  };
  return {
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths: { '/things': { post: own } },
    ...(schemas && { components: { schemas } }),
    ...document,
  };
}

/** Every difference of two documents: what it is, where, what each side says, where it is written, what it touches. */
export function drift(before: Parts, after: Parts): string {
  const [old, now] = [before, after].map((parts) => specFromText('things.json', JSON.stringify(documentOf(parts))));
  if (!old || !now) throw new Error('two documents');
  return driftBetween(old, now)
    .map((one) => {
      const { before: was, after: is, clauses } = one;
      const written = [clauses.before, clauses.after].map((clause) => clause?.pointer ?? 'nowhere').join(' → ');
      return [
        `${one.class} ${one.kind} ${one.subject} at ${one.places.join(' and ')}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`,
        `  ${written.replaceAll('/paths/~1things/post', 'P')}`,
        ...(one.obligations.length === 0 ? [] : [`  ${one.obligations.join(' ')}`]),
      ].join('\n');
    })
    .join('\n');
}

/** Differences without where they are written and what they touch. */
export const inShort = (differences: string): string =>
  differences
    .split('\n')
    .filter((line) => !line.startsWith('  '))
    .join('\n');

/** The differences of the request's schema, in short. */
export const ofRequest = (before: Json, after: Json, schemas: Json = {}): string =>
  inShort(drift({ request: before, schemas }, { request: after, schemas }));
