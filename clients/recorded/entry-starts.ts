/** Names with which recorders begin an entry; they are met nowhere else at the beginning of an object. */
const FIRST_NAMES = ['startedDateTime', 'pageref', '_connectionId', '_initiator'];

const literal = (text: string): string => text.replaceAll(/[\\^$.|?+*()[\]{}]/g, '\\$&');

/**
 * Where entries begin inside of the bytes, the one that they begin with left out. `firstName` is the member with which this
 * recorder began its last entry; a recording inside of a body's text is no entry, since its quotes are escaped.
 */
export function entryStarts(bytes: Buffer, firstName: string): number[] {
  const names = [...FIRST_NAMES, ...(firstName === '' || firstName === 'name' ? [] : [firstName])];
  const start = new RegExp(`\\{\\s*"(?:${names.map(literal).join('|')})"\\s*:`, 'g');
  return [...bytes.toString('latin1').matchAll(start)].map(({ index }) => index).filter((index) => index > 0);
}
