import type { ValidateFunction } from 'ajv';
import { type Clause, type JsonPointer, lastTokenOf, pointerTo, valueAt } from './clause.ts';
import { mediaTypesOf } from './media-type.ts';
import { objectAt, resolve } from './reference.ts';
import { enumsOf, walkSchema } from './schema-walk.ts';
import type { Spec } from './spec.ts';
import { validatorAt } from './validators.ts';

/** An issue code of a status: where it is written, and the descriptions that belong to it. */
export interface IssueContract {
  readonly issue: string;
  readonly clause: Clause;
  readonly descriptions: readonly string[];
}

/** One branch of a `oneOf` at the root of a response's schema, e.g. `error_401` of `default`. */
export interface Branch {
  readonly component: string;
  /** The status its name implies, e.g. 401; null where it implies none. */
  readonly status: number | null;
  readonly names: readonly string[];
  readonly clause: Clause;
  readonly pointer: JsonPointer;
  readonly validate: ValidateFunction;
}

/** The members that a schema knows, by name; `*` stands for every array item. null: anything may stand here. */
export interface KnownMembers {
  readonly [name: string]: KnownMembers | null;
}

/** What the contract promises of one status of one operation. */
export interface StatusContract {
  /** The status itself, e.g. 401, also where it is covered by `default` only. */
  readonly status: number;
  /** Listed under its own number in the contract. */
  readonly listed: boolean;
  /** Where the promise is written: the response object, or the branch of `default` that names the status. */
  readonly clause: Clause;
  /** Where its media types are written: a pointer to the response's `content`, which may be absent. */
  readonly contentPointer: JsonPointer;
  /** Media types of a body, the one whose schema is read first; empty where the response has none. */
  readonly mediaTypes: readonly string[];
  /** The response's schema as published, with all errors; null where there is none. */
  readonly validate: ValidateFunction | null;
  readonly schemaPointer: JsonPointer | null;
  /**
   * The values that `name` may have: the one-value enum of the status's own error schema. Empty where none is pinned.
   */
  readonly names: readonly string[];
  readonly nameClause: Clause | null;
  readonly messages: readonly string[];
  readonly messageClause: Clause | null;
  /** Issue codes listed for this status; empty where the contract lists none. */
  readonly issues: ReadonlyMap<string, IssueContract>;
  readonly members: KnownMembers | null;
  /** The branches of a `oneOf` at the schema's root (the `default` response); empty elsewhere. */
  readonly branches: readonly Branch[];
}

const statusInName = (component: string): number | null => {
  const digits = /(?:^|\D)([1-5]\d\d)$/.exec(component)?.[1];
  return digits === undefined ? null : Number(digits);
};

function branchesOf(spec: Spec, schemaPointer: JsonPointer): Branch[] {
  const at = resolve(spec, schemaPointer);
  const branches = valueAt(spec.document, `${at}/oneOf`);
  if (!Array.isArray(branches)) return [];
  return branches.map((_, index) => {
    const pointer = resolve(spec, `${at}/oneOf/${index}`);
    const component = lastTokenOf(pointer);
    const names = [...enumsOf(spec, pointer, ['name'])].flatMap(({ values }) => values);
    return {
      component,
      status: statusInName(component),
      names,
      clause: spec.clauseAt(pointer),
      pointer,
      get validate() {
        return validatorAt(spec, pointer);
      },
    };
  });
}

/**
 * Issue codes with their descriptions: wherever `details[]` pins an `issue`, the `description` of the same schema
 * belongs to it.
 */
function issuesOf(spec: Spec, schemaPointer: JsonPointer): Map<string, IssueContract> {
  const issues = new Map<string, IssueContract>();
  for (const { pointer, schema, path } of walkSchema(spec, schemaPointer)) {
    if (path.join('/') !== 'details/*') continue;
    const codes = valueAt(schema, '/properties/issue/enum');
    if (!Array.isArray(codes)) continue;
    const descriptions = (valueAt(schema, '/properties/description/enum') as string[] | undefined) ?? [];
    for (const [index, issue] of codes.entries())
      issues.set(issue, { issue, descriptions, clause: spec.clauseAt(`${pointer}/properties/issue/enum/${index}`) });
  }
  return issues;
}

interface Tree {
  [name: string]: Tree | null;
}

/** Every member that a schema below the pointer names, alternatives included. */
export function knownMembers(spec: Spec, schemaPointer: JsonPointer): KnownMembers | null {
  const root: Tree = {};
  for (const { path } of walkSchema(spec, schemaPointer)) {
    let tree = root;
    for (const name of path) tree = tree[name] ??= {};
  }
  const pruned = (tree: Tree): Tree | null => {
    const names = Object.keys(tree);
    return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, pruned(tree[name] as Tree)]));
  };
  return pruned(root);
}

function pinned(
  spec: Spec,
  pointer: JsonPointer | null,
  member: string,
): { values: readonly string[]; clause: Clause | null } {
  const enums = pointer === null ? [] : [...enumsOf(spec, pointer, [member])];
  return { values: enums.flatMap(({ values }) => values), clause: enums[0] ? spec.clauseAt(enums[0].pointer) : null };
}

/** The schema of a response's body; null where it has no body, or nothing is said of it. */
function schemaIn(spec: Spec, response: JsonPointer, [mediaType]: readonly string[]): JsonPointer | null {
  if (mediaType === undefined) return null;
  const pointer = pointerTo(response, 'content', mediaType, 'schema');
  return valueAt(spec.document, pointer) === undefined ? null : pointer;
}

/** What a response object promises of a status; `listed` is false where it is the operation's `default`. */
export function statusContractOf(
  spec: Spec,
  responsePointer: JsonPointer,
  status: number,
  listed: boolean,
): StatusContract {
  const at = resolve(spec, responsePointer);
  const mediaTypes = mediaTypesOf(objectAt(spec, at).content);
  const schemaPointer = schemaIn(spec, at, mediaTypes);
  const branches = schemaPointer === null ? [] : branchesOf(spec, schemaPointer);
  const branch = branches.find((candidate) => candidate.status === status);
  const own = branch?.pointer ?? (branches.length > 0 ? null : schemaPointer);
  const names = pinned(spec, own, 'name');
  const messages = pinned(spec, own, 'message');
  return {
    status,
    listed,
    clause: branch?.clause ?? spec.clauseAt(responsePointer),
    contentPointer: `${at}/content`,
    mediaTypes,
    get validate() {
      return schemaPointer === null ? null : validatorAt(spec, schemaPointer);
    },
    schemaPointer,
    names: names.values,
    nameClause: names.clause,
    messages: messages.values,
    messageClause: messages.clause,
    issues: own === null ? new Map() : issuesOf(spec, own),
    members: schemaPointer === null ? null : knownMembers(spec, own ?? schemaPointer),
    branches,
  };
}
