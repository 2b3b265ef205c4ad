import { type JsonPointer, pointerTo, valueAt } from '../contract/clause.ts';
import { objectAt, resolve } from '../contract/reference.ts';
import type { Spec } from '../contract/spec.ts';
import type { Part } from './join-keywords.ts';
import { stableText } from './stable-text.ts';

/** Keywords of which some of the branches have to hold. */
export const ALTERNATIVES = ['oneOf', 'anyOf'] as const;

/** A list as it is written; none where there is no list. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Every schema that has to hold at one place: an `allOf` with all of its parts, and an alternative of one branch. */
export function partsOf(spec: Spec, at: JsonPointer, seen: Set<JsonPointer>): Part[] {
  const pointer = resolve(spec, at);
  if (seen.has(pointer)) return [];
  seen.add(pointer);
  const schema = objectAt(spec, pointer);
  const lists = ['allOf', ...ALTERNATIVES.filter((keyword) => listOf(schema[keyword]).length === 1)];
  const inner = lists.flatMap((keyword) =>
    listOf(schema[keyword]).map((_, index) => pointerTo(pointer, keyword, index)),
  );
  return [{ pointer, schema }, ...inner.flatMap((next) => partsOf(spec, next, seen))];
}

/** The branches of an alternative; an `anyOf` that is nothing but a branch of another gives it its own. */
export function branchesAt(spec: Spec, at: JsonPointer, seen: readonly JsonPointer[] = []): readonly JsonPointer[] {
  return listOf(valueAt(spec.document, at)).flatMap((_, index) => {
    const branch = pointerTo(at, index);
    const pointer = resolve(spec, branch);
    const isMore = at.endsWith('/anyOf') && Object.keys(objectAt(spec, pointer)).join() === 'anyOf';
    const inner = pointerTo(pointer, 'anyOf');
    return isMore && !seen.includes(inner) ? branchesAt(spec, inner, [...seen, at, inner]) : [branch];
  });
}

/** What every branch says in the same words: it holds whichever of them does. */
export function sharedBy(spec: Spec, branches: readonly JsonPointer[]): ReadonlyMap<string, Part> {
  const said = branches.map(
    (branch) => new Map(partsOf(spec, branch, new Set()).map((part) => [stableText(part.schema), part])),
  );
  const [first = new Map<string, Part>()] = said;
  return new Map([...first].filter(([text]) => said.every((texts) => texts.has(text))));
}

/** The parts of a place with what the branches of its alternatives share: it may as well stand beside them. */
export function withShared(
  spec: Spec,
  parts: readonly Part[],
  known: ReadonlySet<JsonPointer> = new Set(),
): readonly Part[] {
  const lists = parts.flatMap(({ pointer, schema }) =>
    ALTERNATIVES.filter((keyword) => listOf(schema[keyword]).length > 1).map((keyword) => pointerTo(pointer, keyword)),
  );
  const pointers = new Set([...known, ...parts.map(({ pointer }) => pointer)]);
  const shared = lists.flatMap((list) => [...sharedBy(spec, branchesAt(spec, list)).values()]);
  const more = shared.filter(({ pointer }) => !pointers.has(pointer));
  return more.length === 0 ? parts : [...parts, ...withShared(spec, more, pointers)];
}
