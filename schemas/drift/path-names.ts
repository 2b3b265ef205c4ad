import { type Change, changeOf, type Side, type Where } from './change.ts';
import type { NormalOperation } from './normal-operation.ts';
import type { NormalPart } from './normal-part.ts';

const keyOf = (name: string | undefined): string => `path ${name}`;

/** A later version's parameters, those in the path under the names that they had before: there they are known by their places. */
export function parametersAs({ pathNames }: NormalOperation, after: NormalOperation): ReadonlyMap<string, NormalPart> {
  const earlier = new Map(after.pathNames.map((name, index) => [keyOf(name), keyOf(pathNames[index])]));
  return new Map([...after.parameters].map(([name, part]) => [earlier.get(name) ?? name, part]));
}

/** Where two versions of one path name what is in their braces otherwise. */
export function* comparePathNames(before: NormalOperation, after: NormalOperation): Generator<Change> {
  for (const [index, name] of before.pathNames.entries()) {
    const now = after.pathNames[index];
    const where: Where = { direction: 'request', place: `parameter/path/${name}` };
    const side = ({ at }: NormalOperation, value: unknown): Side => ({ value, at: [at] });
    if (now !== name) yield changeOf(where, 'told-otherwise', 'name', side(before, name), side(after, now));
  }
}
