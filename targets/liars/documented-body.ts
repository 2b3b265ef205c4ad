import type { JsonPointer } from '../../schemas/contract/clause.ts';
import type { Operation } from '../../schemas/contract/operation.ts';
import { walkSchema } from '../../schemas/contract/schema-walk.ts';
import { onIssue, onStatus, type Where } from './rewrite.ts';

/** A member of a documented body. */
export interface DocumentedMember {
  /** From the body's root; `*` is every item. */
  readonly path: readonly string[];
  readonly schemaPointer: JsonPointer;
  /** Undefined where the schema leaves it open. */
  readonly type: string | undefined;
  /** Whether the schema of the object that it stands in requires it. */
  readonly required: boolean;
  /** Whether only listed values may stand there. */
  readonly pinned: boolean;
}

/** The body of one status, and of one issue where the status lists issues. */
export interface DocumentedBody {
  readonly status: number;
  readonly issue?: string;
  readonly schemaPointer: JsonPointer;
  readonly members: readonly DocumentedMember[];
  /** Where such a body is due. */
  readonly where: Where;
}

/** Every member that a schema names, once, whatever alternatives name it. */
export function membersAt({ spec }: Operation, schemaPointer: JsonPointer): readonly DocumentedMember[] {
  const nodes = [...walkSchema(spec, schemaPointer)];
  const required = new Set(
    nodes.flatMap(({ path, schema }) => ((schema.required ?? []) as string[]).map((name) => [...path, name].join('/'))),
  );
  const named = nodes.filter(({ path }) => path.length > 0 && path.at(-1) !== '*');
  const keys = [...new Set(named.map(({ path }) => path.join('/')))];
  return keys.map((key) => {
    const same = named.filter(({ path }) => path.join('/') === key);
    return {
      path: same[0]?.path ?? [],
      schemaPointer: same[0]?.pointer ?? schemaPointer,
      type: same.map(({ schema }) => schema.type).find((type) => typeof type === 'string'),
      required: required.has(key),
      pinned: same.some(({ schema }) => Array.isArray(schema.enum)),
    };
  });
}

/** Every body that the contract documents. */
export const documentedBodies = (operation: Operation): readonly DocumentedBody[] =>
  operation.statuses.flatMap((status): DocumentedBody[] => {
    const contract = operation.statusContract(status);
    const schemaPointer =
      contract?.branches.find((branch) => branch.status === status)?.pointer ?? contract?.schemaPointer;
    if (!contract || !schemaPointer) return [];
    const body = { status, schemaPointer, members: membersAt(operation, schemaPointer) };
    const issues = [...contract.issues.keys()];
    if (issues.length === 0) return [{ ...body, where: onStatus(status) }];
    return issues.map((issue) => ({ ...body, issue, where: onIssue(issue) }));
  });
