import { sampleAt } from '../../schemas/boundaries/sample.ts';
import { type JsonPointer, pointerTo, valueAt } from '../../schemas/contract/clause.ts';
import type { Spec } from '../../schemas/contract/spec.ts';
import type { DocumentedMember } from './documented-body.ts';
import { placeValue } from './place-value.ts';

/** A member of a body, by its path and its schema. */
type Member = Pick<DocumentedMember, 'path' | 'schemaPointer'>;

/** Where a path of members leads to first: `*` is the first item. */
export const firstOf = (path: readonly string[]): JsonPointer =>
  pointerTo('', ...path.map((name) => (name === '*' ? '0' : name)));

/** A body of the schema at `at` with a conforming sample of each of these members that it lacks. */
export const havingMembers = (spec: Spec, at: JsonPointer, body: unknown, members: readonly Member[]): unknown =>
  members.reduce(
    (whole, { path, schemaPointer }) =>
      valueAt(whole, firstOf(path)) === undefined
        ? placeValue(spec, at, whole, path, sampleAt(spec, schemaPointer))
        : whole,
    body,
  );

/** The body with two members of the first such object, each with the other's value. */
export function swapMembers(spec: Spec, at: JsonPointer, body: unknown, [a, b]: readonly [Member, Member]): unknown {
  const whole = havingMembers(spec, at, body, [a, b]);
  const [one, other] = [valueAt(whole, firstOf(a.path)), valueAt(whole, firstOf(b.path))];
  return placeValue(spec, at, placeValue(spec, at, whole, a.path, other), b.path, one);
}
