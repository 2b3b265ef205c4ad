import type { Clause, JsonPointer, Level } from './clause.ts';

/** What part of the contract an obligation comes from. */
export type ObligationGroup =
  | 'status'
  | 'issue'
  | 'request'
  | 'parameter'
  | 'media-type'
  | 'security'
  | 'response'
  | 'prose';

/** A keyword of a schema that obliges. */
export interface ObligingKeyword {
  readonly name: string;
  readonly value: unknown;
  /** Members from the instance's root; `*` is every item. */
  readonly path: readonly string[];
  /** The same with the names of the alternatives that were taken. */
  readonly trail: readonly string[];
  readonly schemaPointer: JsonPointer;
}

/** One thing that a clause obliges to. Derived from the contract, never typed by hand. */
export interface Obligation {
  /** Stable across re-ordering of the document, e.g. `request/note/maxLength`, `issue/422/INVOICE_CANCELED_ALREADY`. */
  readonly id: string;
  readonly group: ObligationGroup;
  /** For a person: `note: maxLength 4000`. */
  readonly subject: string;
  readonly clause: Clause;
  readonly level: Level;
  /**
   * `open`: an exchange can show whether it is kept. `unobservable`: none can. `unsatisfiable`: nothing that can be
   * sent breaks it. The last two have a derived reason.
   */
  readonly standing: 'open' | 'unobservable' | 'unsatisfiable';
  readonly reason?: string;
  /** Of a keyword in a schema: which, and where. */
  readonly keyword?: ObligingKeyword;
  /** Of a response's: the statuses whose bodies it speaks of. */
  readonly statuses?: readonly number[];
}

/** A keyword that no rule knows: reported by name, never skipped. */
export interface UnruledKeyword {
  readonly keyword: string;
  readonly clause: Clause;
}

/** All that a contract obliges to, and what of it could not be read. */
export interface Obligations {
  readonly obligations: readonly Obligation[];
  readonly unruled: readonly UnruledKeyword[];
}
