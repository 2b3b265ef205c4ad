/** The fewest failed preambles that make an outage, and the share of all that they have to exceed: ours. */
const FEWEST = 5;
const SHARE = 0.3;

/** Tells an outage from a regression: where preambles fail, it is not the contract that is broken. */
export interface OutageWatch {
  /** A preamble has ended: `failure` is why it came to nothing. */
  preamble(failure: string | undefined): void;
  /** What was seen of an outage, a sentence; undefined while there is none. */
  outage(): string | undefined;
}

/** Watches from now on. */
export function openOutageWatch(): OutageWatch {
  let preambles = 0;
  const failures: string[] = [];
  return {
    preamble(failure) {
      preambles += 1;
      if (failure !== undefined) failures.push(failure);
    },
    outage() {
      if (failures.length < FEWEST || failures.length <= SHARE * preambles) return undefined;
      return `${failures.length} of ${preambles} preambles failed, the last one so: ${failures.at(-1)}`;
    },
  };
}
