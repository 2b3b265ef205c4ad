/// <reference lib="dom" />
import type { PageData, PageDetail } from '../page-data.ts';
import { byId } from './elements.ts';

/** All that the page shows of the run at once. */
export const data = JSON.parse(byId('data').textContent ?? '') as PageData;

/** A text as part of an address; half a character, which no address can hold, is left out. */
export const encoded = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd'));

/** The part of the address that opens a scenario; it does so without the slash as well. */
export const hashOf = (row: number): string => `#/${encoded(data.rows[row]?.id ?? '')}`;

/** Where the details stand is read after the list is usable: they are the larger part of the file. */
const whole = new Promise<void>((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  else resolve();
});

const memory: { lines?: readonly string[]; places?: ReadonlyMap<string, number> } = {};

/** The row of a scenario by its id; undefined where the run has none of that id. */
export function rowOf(id: string): number | undefined {
  memory.places ??= new Map(data.rows.map((row, at) => [encoded(row.id), at] as const).toReversed());
  return memory.places.get(encoded(id));
}

/** The row that an address names; undefined where it names none. */
export const rowOfHash = (hash: string): number | undefined => rowOf(named(hash));

/** What an address names; as it stands where its escapes are broken. */
export function named(hash: string): string {
  const text = hash.replace(/^#\/?/, '');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Everything of one scenario; null where it was not run. */
export async function detailOf(row: number): Promise<PageDetail | null> {
  await whole;
  memory.lines ??= (byId('details').textContent ?? '').split('\n').slice(1);
  return JSON.parse(memory.lines[row] ?? 'null') as PageDetail | null;
}
