import type { LegacyFormat } from './legacy-format.ts';
import { isMessage, type LegacyValue, MAX_LEVELS } from './legacy-message.ts';

/** Nested objects; ids and booleans are written as text, and read as text or as themselves. */
export const jsonFormat: LegacyFormat = {
  mediaType: 'application/json; charset=utf-8',
  read(text) {
    const message = asText(parsed(text), 0);
    return isMessage(message) ? { root: null, message } : undefined;
  },
  write: ({ message }) => JSON.stringify(message),
  statusOf: () => 200,
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value with every scalar as text; null is as good as absent. A value too deep is left out. */
function asText(value: unknown, level: number): LegacyValue | undefined {
  if (value === null || value === undefined || level > MAX_LEVELS) return undefined;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.flatMap((item) => asText(item, level + 1) ?? []);
  const members = Object.entries(value).map(([name, inner]) => [name, asText(inner, level + 1)] as const);
  return Object.fromEntries(members.filter(([, inner]) => inner !== undefined));
}
