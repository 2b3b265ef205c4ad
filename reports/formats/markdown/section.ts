/** A part of the page: blocks stand or fall whole, and how many are left out is said. */
export interface Section {
  readonly title: string;
  /** What one block is, to be counted: `cause`. */
  readonly noun: string;
  /** Made when there is room for them. */
  readonly blocks: readonly (() => string)[];
}
