import { isDeepStrictEqual } from 'node:util';
import type { ErrorObject } from 'ajv';
import { type Clause, type JsonPointer, pointerTo, tokensOf } from '../contract/clause.ts';
import type { StatusContract } from '../contract/operation.ts';
import { type SchemaNode, walkSchema } from '../contract/schema-walk.ts';
import type { Spec } from '../contract/spec.ts';

const nodesOfSpec = new WeakMap<Spec, Map<JsonPointer, readonly SchemaNode[]>>();

function nodesOf(spec: Spec, schema: JsonPointer): readonly SchemaNode[] {
  const known = nodesOfSpec.get(spec) ?? new Map<JsonPointer, readonly SchemaNode[]>();
  nodesOfSpec.set(spec, known);
  const nodes = known.get(schema) ?? [...walkSchema(spec, schema)];
  known.set(schema, nodes);
  return nodes;
}

const speaksOf = ({ path }: SchemaNode, tokens: readonly string[]): boolean =>
  path.length === tokens.length && path.every((name, depth) => name === '*' || name === tokens[depth]);

/** Whether the schema itself holds the keyword, with the limit, that the error complains of. */
function holds({ schema }: SchemaNode, { keyword, params }: ErrorObject): boolean {
  const value = schema[keyword];
  if (value === undefined) return false;
  if (keyword === 'required') return (value as readonly string[]).includes(params.missingProperty);
  if (keyword === 'enum') return isDeepStrictEqual(value, params.allowedValues);
  if (keyword === 'pattern' || keyword === 'format') return value === params[keyword];
  return params.limit === undefined || value === true || value === params.limit;
}

/** Where the keyword that an error complains of is written; `alternative` where only one branch of several has it. */
export function sourceOf(
  spec: Spec,
  schema: JsonPointer,
  error: ErrorObject,
): { readonly clause: Clause; readonly alternative: boolean } | undefined {
  const tokens = tokensOf(error.instancePath);
  const nodes = nodesOf(spec, schema).filter((node) => speaksOf(node, tokens) && holds(node, error));
  const node = nodes.find(({ alternative }) => !alternative) ?? nodes[0];
  return node && { clause: spec.clauseAt(pointerTo(node.pointer, error.keyword)), alternative: node.alternative };
}

/** Where a member of an answer's body is described, e.g. `/details/0/field`; undefined where no schema, or no single one, has it. */
export function memberClause(spec: Spec, contract: StatusContract, path: JsonPointer): Clause | undefined {
  const branch = contract.branches.find(({ status }) => status === contract.status);
  const own = contract.branches.length > 0 ? branch?.pointer : contract.schemaPointer;
  if (!own) return undefined;
  const tokens = tokensOf(path);
  const node = nodesOf(spec, own).find((candidate) => speaksOf(candidate, tokens));
  return node && spec.clauseAt(node.pointer);
}
