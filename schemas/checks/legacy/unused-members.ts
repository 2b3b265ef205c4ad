import { type JsonPointer, pointerTo } from '../../contract/clause.ts';
import { isObject, memberOf, preview } from '../answer-body.ts';
import { type Departure, NONE } from '../check.ts';
import type { LegacyCheck } from './legacy-check.ts';

/** Where a path leads to first: of the items of a list, to the first that has it. */
function found(value: unknown, [name, ...rest]: readonly string[], at: JsonPointer): JsonPointer | undefined {
  if (name === undefined) return value === undefined || value === '' ? undefined : at;
  if (name !== '*') return isObject(value) ? found(memberOf(value, name), rest, pointerTo(at, name)) : undefined;
  if (!Array.isArray(value)) return undefined;
  for (const [index, item] of value.entries()) {
    const pointer = found(item, rest, pointerTo(at, index));
    if (pointer !== undefined) return pointer;
  }
  return undefined;
}

/** Members that are not used by the page and are sent all the same: recorded answers nearly always have `subdomain`. */
export const unusedMembers: LegacyCheck = {
  id: 'legacy-unused',
  summary: 'A member that the contract says is not used is news (MAY).',
  judge: ({ message, contract }) =>
    message === undefined
      ? NONE
      : contract.unused.flatMap(({ path, clause }): Departure[] => {
          const pointer = found(message, path, '');
          if (pointer === undefined) return [];
          const explanation = `The contract says of ${pointer} that it is not used; recorded answers have been seen with it.`;
          const told = { pointer, expected: 'absent', actual: preview(path.at(-1)), explanation };
          return [{ level: 'MAY', origin: 'observed', clause, kind: 'unused-member', ...told }];
        }),
};
