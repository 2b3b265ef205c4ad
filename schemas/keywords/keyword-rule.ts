/** The schema that a keyword stands in, as written, references followed. */
export type SchemaObject = Readonly<Record<string, unknown>>;

/** A value to be tried at the place that the schema describes. Whether it conforms is for the validator to say. */
export interface Candidate {
  /** Part of a frozen id: `length-4001`, `null`. */
  readonly label: string;
  /** For a person: `4001 characters`, `null`. */
  readonly title: string;
  readonly value: unknown;
  /** What the contract's prose says against a value that its schema accepts. */
  readonly proseAgainst?: string;
}

/** What a rule may ask for: conforming values of the place that the keyword speaks of, as far as any are known. */
export interface Samples {
  /** The nth distinct value of the place itself. */
  own(n: number): unknown;
  /** The nth distinct value of its items. */
  item(n: number): unknown;
  /** An object of exactly `count` members, those that are required first. */
  ofMembers(count: number): unknown;
}

/**
 * One keyword of JSON Schema as OpenAPI 3.0 has it: what lies on either side of its boundary, and what nothing can
 * break.
 */
export interface KeywordRule {
  /** Values at the boundary, on both sides. */
  candidates(schema: SchemaObject, samples: Samples): readonly Candidate[];
  /** Why no value that can be sent breaks it; undefined where one does. */
  unbreakable?(schema: SchemaObject): string | undefined;
}
