import { type JsonPointer, pointerTo } from '../../contract/clause.ts';
import { isObject, memberOf, preview } from '../answer-body.ts';
import type { Departure } from '../check.ts';
import type { LegacyCheck } from './legacy-check.ts';

/** A value, and where it stands. */
interface Found {
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/** Whatever stands where a path leads to, in every item of a list. */
function found(value: unknown, [name, ...rest]: readonly string[], pointer: JsonPointer): readonly Found[] {
  if (name === undefined) return value === undefined || value === '' ? [] : [{ pointer, value }];
  if (name !== '*') return isObject(value) ? found(memberOf(value, name), rest, pointerTo(pointer, name)) : [];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item, index) => found(item, rest, pointerTo(pointer, index)));
}

/** Members that are not used by the page and are sent all the same; a value that is known from nearly every recorded answer is no news. */
export const unusedMembers: LegacyCheck = {
  id: 'legacy-unused',
  summary: 'A member that the contract says is not used is news (MAY).',
  judge: ({ message, contract }) =>
    contract.unused.flatMap(({ path, clause, recorded }): Departure[] => {
      const first = found(message, path, '').find(({ value }) => !recorded.some((known) => known === value));
      if (first === undefined) return [];
      const { pointer, value } = first;
      const explanation = `The contract says of ${pointer} that it is not used; this answer has ${preview(value)} there.`;
      const told = { pointer, expected: ['absent', ...recorded].join(' or '), actual: preview(value), explanation };
      return [{ level: 'MAY', origin: 'observed', clause, kind: 'unused-member', ...told }];
    }),
};
