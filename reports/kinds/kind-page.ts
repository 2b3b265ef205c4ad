/** A permanent code of a kind of finding: never another's, not even after the kind is gone. */
export type KindCode = `CC${number}`;

/** What a person needs to know of one kind of finding. */
export interface KindPage {
  readonly code: KindCode;
  /** The kind in one line, as a heading: no full stop. */
  readonly title: string;
  /** What an answer does that draws it. */
  readonly means: string;
  /** What it costs whoever calls. */
  readonly matters: string;
  /** What to do about it, on either side of the wire. */
  readonly mend: string;
  /** A departing answer and the conforming one, as they stand on the wire, shortened. */
  readonly example?: { readonly departs: string; readonly conforms: string };
}
