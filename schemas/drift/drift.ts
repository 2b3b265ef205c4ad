import type { Clause } from '../contract/clause.ts';
import type { Obligation } from '../contract/obligation.ts';
import { deriveObligations } from '../contract/obligations.ts';
import { loadOperation, type Operation } from '../contract/operation.ts';
import { operationIdsOf } from '../contract/operation-place.ts';
import type { Spec } from '../contract/spec.ts';
import type { Change, Side } from './change.ts';
import { CHANGE_CLASSES, CHANGES, type ChangeClass, type ChangeKind, type Direction } from './changes.ts';
import { compareDocuments } from './compare-documents.ts';
import { compareOperations } from './compare-operations.ts';
import { normalOperation } from './normal-operation.ts';

/** One difference between the pinned contract and another copy of it. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly class: ChangeClass;
  /** Why it is of that class. */
  readonly reason: string;
  readonly direction: Direction;
  /** The operation's id; empty where it concerns all of them. */
  readonly operation: string;
  /** Where in requests and answers it is met; several where schemas are shared. */
  readonly places: readonly string[];
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Where each side is written; null where it says nothing. */
  readonly clauses: { readonly before: Clause | null; readonly after: Clause | null };
  /** The obligations of either side that it touches, by id. */
  readonly obligations: readonly string[];
}

/** One side of a comparison: an operation with all that it obliges to, or a document as a whole. */
interface Version {
  readonly spec: Spec;
  readonly operation: string;
  readonly obligations: readonly Obligation[];
}

const versionOf = (operation: Operation): Version => ({
  spec: operation.spec,
  operation: operation.id,
  obligations: deriveObligations(operation).obligations,
});

const wholeOf = (spec: Spec): Version => ({ spec, operation: '', obligations: [] });

/** The obligations whose clause is concerned. */
function touched(side: Side | null, version: Version): readonly string[] {
  if (side === null) return [];
  const concerns = (pointer: string): boolean =>
    side.at.some((at) => pointer === at || (side.below === true && pointer.startsWith(`${at}/`)));
  return version.obligations.filter(({ clause }) => concerns(clause.pointer)).map(({ id }) => id);
}

function differenceOf(change: Change, before: Version, after: Version): Difference {
  const { kind, direction, place, subject } = change;
  const meaning = CHANGES[kind][direction];
  const clauseOf = (side: Side | null, { spec }: Version): Clause | null =>
    side?.at[0] === undefined ? null : spec.clauseAt(side.at[0]);
  return {
    kind,
    ...meaning,
    direction,
    operation: before.operation,
    places: [place],
    subject,
    before: change.before?.value ?? null,
    after: change.after?.value ?? null,
    clauses: { before: clauseOf(change.before, before), after: clauseOf(change.after, after) },
    obligations: [...new Set([...touched(change.before, before), ...touched(change.after, after)])],
  };
}

/** A difference that several places share, since they share a schema, is one. */
function joined(differences: readonly Difference[]): readonly Difference[] {
  const byClause = new Map<string, Difference>();
  for (const one of differences) {
    const { kind, direction, operation, subject, before, after, clauses } = one;
    const key = JSON.stringify([kind, direction, operation, subject, before, after, clauses]);
    const known = byClause.get(key);
    byClause.set(key, known ? { ...known, places: [...new Set([...known.places, ...one.places])] } : one);
  }
  return [...byClause.values()];
}

const ordered = (differences: readonly Difference[]): readonly Difference[] =>
  differences.toSorted((a, b) => CHANGE_CLASSES.indexOf(a.class) - CHANGE_CLASSES.indexOf(b.class));

/** An operation that only one side has: all that it obliges to comes or goes with it. */
function lone(kind: 'operation-added' | 'operation-removed', operation: Operation): Difference {
  const [version, { id, clause }] = [versionOf(operation), operation];
  const side: Side = { value: id, at: [clause.pointer] };
  const [before, after] = kind === 'operation-removed' ? [side, null] : [null, side];
  const change: Change = { kind, direction: 'request', place: 'operation', subject: id, before, after };
  return { ...differenceOf(change, version, version), obligations: version.obligations.map((one) => one.id) };
}

/** Every difference between two versions of one operation, what breaks first. */
export function driftOf(before: Operation, after: Operation): readonly Difference[] {
  const changes = [...compareOperations(normalOperation(before), normalOperation(after))];
  if (changes.length === 0) return [];
  const [old, now] = [versionOf(before), versionOf(after)];
  return ordered(joined(changes.map((change) => differenceOf(change, old, now))));
}

const ofDocuments = (before: Spec, after: Spec): readonly Difference[] =>
  [...compareDocuments(before, after)].map((change) => differenceOf(change, wholeOf(before), wholeOf(after)));

/** Every difference between two documents as a whole, and in these operations: those of either, unless some are named. */
export function driftBetween(before: Spec, after: Spec, only?: readonly string[]): readonly Difference[] {
  const [old, now] = [operationIdsOf(before), operationIdsOf(after)];
  const ids = only ?? [...new Set([...old, ...now])];
  const inOperations = ids.flatMap((id) => {
    if (!now.includes(id)) return [lone('operation-removed', loadOperation(before, id))];
    if (!old.includes(id)) return [lone('operation-added', loadOperation(after, id))];
    return driftOf(loadOperation(before, id), loadOperation(after, id));
  });
  return ordered([...ofDocuments(before, after), ...inOperations]);
}
