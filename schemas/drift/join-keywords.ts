import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import { type Join, KEYWORD_JOINS } from '../contract/keyword-joins.ts';
import type { Term } from './normal-schema.ts';
import { isEqual, stableText, toldText } from './stable-text.ts';

/** One of the schemas that speak of a place. */
export interface Part {
  readonly pointer: JsonPointer;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Keywords that are read by themselves: most hold schemas of their own, the others are joined by a rule of their own. */
const STRUCTURAL = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'properties',
  'items',
  'additionalProperties',
  'required',
  'nullable',
]);

/** Keywords that only tell. */
export const NOTES = ['title', 'description', 'example', 'externalDocs', 'deprecated', 'xml'];

/** Values that forbid nothing: the keyword may as well be absent. */
const IDLE: Readonly<Record<string, unknown>> = {
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  uniqueItems: false,
  exclusiveMinimum: false,
  exclusiveMaximum: false,
  readOnly: false,
  writeOnly: false,
};

type Values = readonly unknown[];

/** Values as a set: each once, in the order of their texts. */
const asSet = (values: Values): Values => {
  const byText = new Map(values.map((value) => [stableText(value), value]));
  return [...byText.keys()].toSorted().map((text) => byText.get(text));
};

const union: Join = (one: Values, other: Values) => asSet([...one, ...other]);
const common: Join = (one: Values, other: Values) => one.filter((value) => other.some((own) => isEqual(own, value)));

/** How a keyword that stands in several schemas of one place is taken together; where none stands, both count. */
const JOINS: Readonly<Record<string, Join>> = { ...KEYWORD_JOINS, enum: common };

/** One value as it is compared: an enum, and what has no rule of its own, as a set of values. */
function compared(keyword: string, value: unknown): unknown {
  if (keyword === 'enum') return asSet([value].flat());
  return keyword in JOINS ? value : [counted(keyword, value)];
}

/** What of a value counts: a discriminator's mapping names components, which may be renamed. */
const counted = (keyword: string, value: unknown): unknown =>
  keyword === 'discriminator' ? ((value as { propertyName?: unknown }).propertyName ?? value) : value;

function add(terms: Map<string, Term>, keyword: string, value: unknown, at: JsonPointer): void {
  const known = terms.get(keyword);
  const join = JOINS[keyword] ?? union;
  const own = compared(keyword, value);
  const joined = known ? join(known.value as never, own as never) : own;
  terms.set(keyword, { value: joined, at: [...(known?.at ?? []), at] });
}

/**
 * That null may stand at a place: `nullable` speaks only beside a `type`, and each of the schemas has to accept null
 * (OpenAPI 3.0.3, Schema Object).
 */
function nullableIn(parts: readonly Part[]): Term | undefined {
  const typed = parts.filter(({ schema }) => schema.type !== undefined);
  if (typed.length === 0 || !typed.every(({ schema }) => schema.nullable === true)) return undefined;
  return { value: true, at: typed.map(({ pointer }) => pointerTo(pointer, 'nullable')) };
}

/** The keywords of all the schemas of a place, taken together. */
export function joinKeywords(parts: readonly Part[]): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  for (const { pointer, schema } of parts)
    for (const [keyword, value] of Object.entries(schema)) {
      const isIdle = Object.hasOwn(IDLE, keyword) && IDLE[keyword] === value;
      if (STRUCTURAL.has(keyword) || NOTES.includes(keyword) || keyword.startsWith('x-') || isIdle) continue;
      add(terms, keyword, value, pointerTo(pointer, keyword));
    }
  const nullable = nullableIn(parts);
  return nullable ? terms.set('nullable', nullable) : terms;
}

/** What all the schemas of a place tell, each text once. */
export function joinNotes(parts: readonly Part[]): ReadonlyMap<string, Term> {
  const notes = new Map<string, Term>();
  for (const note of NOTES) {
    const told = parts.filter(({ schema }) => schema[note] !== undefined);
    if (told.length === 0) continue;
    const values = [...new Set(told.map(({ schema }) => toldText(schema[note])))].toSorted();
    const at = told.map(({ pointer }) => pointerTo(pointer, note));
    notes.set(note, { value: values.join('\n'), at });
  }
  return notes;
}

/** The members that the schemas of a place require, each with where. */
export function joinRequired(parts: readonly Part[]): ReadonlyMap<string, Term> {
  const required = new Map<string, Term>();
  for (const { pointer, schema } of parts)
    for (const name of Array.isArray(schema.required) ? schema.required : []) {
      const at = [...(required.get(name)?.at ?? []), pointerTo(pointer, 'required')];
      required.set(name, { value: true, at });
    }
  return required;
}
