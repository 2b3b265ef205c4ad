import { clipped } from '../inert-text.ts';

/** A value with every text in it clipped to `most` UTF-16 units. */
export function clipDeep<T>(value: T, most: number): T;
export function clipDeep(value: unknown, most: number): unknown {
  if (typeof value === 'string') return clipped(value, most);
  if (Array.isArray(value)) return value.map((item) => clipDeep(item, most));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, clipDeep(member, most)]));
}
