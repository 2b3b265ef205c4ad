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

/** The schema that holds the keyword which an error complains of: one that always holds before one of alternatives. */
function holderOf(spec: Spec, schema: JsonPointer, error: ErrorObject): SchemaNode | undefined {
  const tokens = tokensOf(error.instancePath);
  const nodes = nodesOf(spec, schema).filter((node) => speaksOf(node, tokens) && holds(node, error));
  return nodes.find(({ alternative }) => !alternative) ?? nodes[0];
}

/** Whether only one branch of several has the keyword that an error complains of: another may be the one to take. */
export const isOfAlternative = (spec: Spec, schema: JsonPointer, error: ErrorObject): boolean =>
  holderOf(spec, schema, error)?.alternative === true;

/** Where the keyword that an error complains of is written; undefined where the schema does not show it. */
export function sourceOf(spec: Spec, schema: JsonPointer, error: ErrorObject): Clause | undefined {
  const holder = holderOf(spec, schema, error);
  return holder && spec.clauseAt(pointerTo(holder.pointer, error.keyword));
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
