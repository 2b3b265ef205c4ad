/** Longest word that is compared: ours; issue codes and names are far shorter. */
const MAX_LENGTH = 100;

/** How many letters have to be put in, left out or replaced to make one word of the other (Levenshtein). */
export function editDistance(from: string, to: string): number {
  const [a, b] = [from.slice(0, MAX_LENGTH), to.slice(0, MAX_LENGTH)];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line++) {
    const next = [line];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (a[line - 1] === b[column - 1] ? 0 : 1);
      next.push(Math.min((row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const wordsOf = (code: string): readonly string[] =>
  code
    .slice(0, MAX_LENGTH)
    .toUpperCase()
    .split(/[^A-Z0-9]+/);

const cover = (from: readonly string[], to: readonly string[]): number =>
  from.reduce((sum, word) => sum + Math.min(...to.map((other) => editDistance(word, other))), 0);

/** How far apart two codes are, whatever the order of their words: PayPal turns them round from page to page. */
function distance(code: string, other: string): number {
  const [from, to] = [wordsOf(code), wordsOf(other)];
  return cover(from, to) + cover(to, from);
}

/** The codes that are documented, the one that is written most alike first; their own order where two are as near. */
export const nearestFirst = (code: string, documented: Iterable<string>): readonly string[] =>
  [...documented]
    .map((candidate) => ({ candidate, far: distance(code, candidate) }))
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate);
