import { type JsonPointer, pointerTo } from '../../schemas/contract/clause.ts';
import { normalised } from './normalised.ts';

/** The values that stand at each place of a body, normalised and as JSON; array indices are written `*`. */
export type BodyMembers = ReadonlyMap<JsonPointer, ReadonlySet<string>>;

/** Members whose values say nothing but which answer it is, and which build of a service gave it. */
const NAMELESS: Readonly<Record<string, string>> = {
  '/debug_id': '<debug id>',
  '/responseEnvelope/correlationId': '<debug id>',
  '/responseEnvelope/build': '<build>',
};

/** Most places of a body that are looked at: ours; an error of PayPal's has about twenty. */
const MOST_PLACES = 10_000;

const isNested = (value: unknown): value is object => value !== null && typeof value === 'object';

const leafText = (place: JsonPointer, value: unknown): string => {
  const instead = NAMELESS[place];
  if (instead !== undefined) return instead;
  return typeof value === 'string' ? JSON.stringify(normalised(value)) : String(value);
};

/** All members of a parsed body; none where it is no object or array. Reads without recursion, however deep it is. */
export function bodyMembers(body: unknown): BodyMembers {
  const members = new Map<JsonPointer, Set<string>>();
  const open: (readonly [JsonPointer, unknown])[] = [['', body]];
  for (const [place, value] of open) {
    open.length = Math.min(open.length, MOST_PLACES);
    if (isNested(value)) {
      const isList = Array.isArray(value);
      for (const [name, member] of Object.entries(value)) open.push([pointerTo(place, isList ? '*' : name), member]);
    }
    if (place === '') continue;
    const values = members.get(place) ?? new Set();
    members.set(place, values.add(isNested(value) ? '' : leafText(place, value)));
  }
  return members;
}
