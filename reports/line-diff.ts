/** How many unchanged lines stand around a change. */
const AROUND = 3;

/** A line of both texts, or of one of them alone. */
interface DiffLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** Lengths of the longest common subsequences of all ends of both. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let at = before.length - 1; at >= 0; at -= 1)
    for (let to = after.length - 1; to >= 0; to -= 1) {
      const [row, next] = [rows[at], rows[at + 1]];
      if (row && next)
        row[to] = before[at] === after[to] ? (next[to + 1] ?? 0) + 1 : Math.max(next[to] ?? 0, row[to + 1] ?? 0);
    }
  return rows;
}

function linesBetween(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const lengths = commonLengths(before, after);
  const lines: DiffLine[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    const [mine = '', theirs = ''] = [before[at], after[to]];
    if (at < before.length && to < after.length && mine === theirs) {
      lines.push({ mark: ' ', text: mine });
      at += 1;
      to += 1;
    } else if (
      to >= after.length ||
      (at < before.length && (lengths[at + 1]?.[to] ?? 0) >= (lengths[at]?.[to + 1] ?? 0))
    ) {
      lines.push({ mark: '-', text: mine });
      at += 1;
    } else {
      lines.push({ mark: '+', text: theirs });
      to += 1;
    }
  }
  return lines;
}

/** How many lines both begin with. */
function sharedStart(before: readonly string[], after: readonly string[]): number {
  const end = before.findIndex((line, at) => line !== after[at]);
  return end < 0 ? Math.min(before.length, after.length) : Math.min(end, after.length);
}

/** What changes from one text to the other, line by line, with a few lines around each change; empty where nothing does. */
export function lineDiff(before: string, after: string): readonly string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const start = sharedStart(old, fresh);
  const end = sharedStart(old.slice(start).toReversed(), fresh.slice(start).toReversed());
  const same = (lines: readonly string[]): readonly DiffLine[] => lines.map((text) => ({ mark: ' ', text }));
  const lines = [
    ...same(old.slice(0, start)),
    ...linesBetween(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...same(old.slice(old.length - end)),
  ];
  const changed = lines.flatMap(({ mark }, at) => (mark === ' ' ? [] : [at]));
  const isNear = (place: number): boolean => changed.some((at) => Math.abs(at - place) <= AROUND);
  return lines.flatMap(({ mark, text }, at) => (isNear(at) ? [`${mark} ${text}`.trimEnd()] : []));
}
