import { loadOperation, type Operation } from '../schemas/contract/operation.ts';
import { type Spec, specFromText } from '../schemas/contract/spec.ts';

type Json = Readonly<Record<string, unknown>>;

/** The operation `go` of a small document: what it has of its own, and what stands beside it in the document. */
export function smallOperation(operation: Json = {}, document: Json = {}): Operation {
  const responses = { 204: { description: 'Gone.' } };
  const paths = { '/go/{id}': { post: { operationId: 'go', responses, ...operation } } };
  const text = JSON.stringify({ openapi: '3.0.3', info: { title: 'Go', version: '1' }, paths, ...document });
  return loadOperation(specFromText('go.json', text), 'go');
}

/** A small document with these component schemas. */
export const smallSpec = (schemas: Json, document: Json = {}): Spec =>
  smallOperation({}, { components: { schemas }, ...document }).spec;

/** An answer that has this schema. */
export const answerOf = (schema: Json): Json => ({ description: '', content: { 'application/json': { schema } } });
