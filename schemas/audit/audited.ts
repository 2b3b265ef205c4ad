import type { JsonPointer } from '../contract/clause.ts';
import { deriveObligations, type Obligations } from '../contract/obligations.ts';
import type { Operation, Parameter } from '../contract/operation.ts';
import { type SchemaNode, walkSchema } from '../contract/schema-walk.ts';
import type { Spec } from '../contract/spec.ts';
import { type DocumentedResponse, documentedResponses } from './responses.ts';

/** A schema of an operation, walked to its ends. */
export interface Source {
  /** For a person, e.g. `the request`, `invoice_id`, `the 400`. */
  readonly name: string;
  readonly pointer: JsonPointer;
  readonly nodes: readonly SchemaNode[];
  readonly parameter?: Parameter;
  readonly response?: DocumentedResponse;
}

/** An operation made ready for the audit: everything that a rule may look at. */
export interface Audited {
  readonly spec: Spec;
  readonly operation: Operation;
  readonly obligations: Obligations;
  readonly sources: readonly Source[];
}

/** An operation's parts, walked once for all rules. */
export function auditedOf(operation: Operation): Audited {
  const { spec, requestBody, parameters } = operation;
  const walked = (pointer: JsonPointer) => ({ pointer, nodes: [...walkSchema(spec, pointer)] });
  const request: Source[] = requestBody ? [{ name: 'the request', ...walked(requestBody.schemaPointer) }] : [];
  const named = parameters.map(
    (parameter): Source => ({
      name: parameter.name,
      parameter,
      ...walked(parameter.schemaPointer),
    }),
  );
  const responses = documentedResponses(operation).flatMap((response): Source[] => {
    const { schemaPointer, branches } = response.contract;
    if (schemaPointer === null) return [];
    const own = branches.find(({ status }) => status === response.status)?.pointer ?? schemaPointer;
    return [{ name: `the ${response.label}`, response, ...walked(own) }];
  });
  return { spec, operation, obligations: deriveObligations(operation), sources: [...request, ...named, ...responses] };
}

/** Every schema of the operation once, with the source in which it was met first. */
export function schemasOf({ sources }: Audited): readonly { readonly node: SchemaNode; readonly source: Source }[] {
  const byPointer = new Map<JsonPointer, { node: SchemaNode; source: Source }>();
  for (const source of sources)
    for (const node of source.nodes) if (!byPointer.has(node.pointer)) byPointer.set(node.pointer, { node, source });
  return [...byPointer.values()];
}

/** What a schema speaks of, for a person: its member's name, or its source's. */
export const placeName = ({ path }: SchemaNode, { name }: Source): string =>
  path.length === 0 ? name : path.join('.').replaceAll('.*', '[]');

/** The prose of a schema, without markup; empty where there is none. */
export const proseOf = ({ schema }: Pick<SchemaNode, 'schema'>): string =>
  typeof schema.description === 'string'
    ? schema.description
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
    : '';
