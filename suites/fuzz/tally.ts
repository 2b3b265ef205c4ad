/** How often in a row nothing may be known before a search is given up: ours. */
const MOST_UNDECIDED = 3;

/** What a search has come to so far. */
export interface Tally {
  /** So many cancels more are judged; `reason` where nothing could be known. */
  note(judged: number, reason?: string): void;
  judged(): number;
  /** Why nothing could be known, each time. */
  readonly undecided: readonly string[];
  /** Nothing could be known so often in a row that no more is tried. */
  isGivenUp(): boolean;
}

/** Counts from nothing. `progress` is told how many cancels are judged. */
export function openTally(progress: (judged: number) => void): Tally {
  const undecided: string[] = [];
  let judged = 0;
  let inARow = 0;
  return {
    undecided,
    judged: () => judged,
    isGivenUp: () => inARow >= MOST_UNDECIDED,
    note(more, reason) {
      judged += more;
      inARow = reason === undefined ? 0 : inARow + 1;
      if (reason !== undefined) undecided.push(reason);
      progress(judged);
    },
  };
}
