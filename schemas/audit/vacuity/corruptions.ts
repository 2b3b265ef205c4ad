import { type JsonPointer, pointerTo } from '../../contract/clause.ts';

/** What can be done to a member of a body; permanent names. */
export const CORRUPTIONS = ['drop', 'misname', 'retype', 'null', 'empty', 'swap'] as const;
export type CorruptionKind = (typeof CORRUPTIONS)[number];

/** A documented body with one thing wrong. */
export interface Corruption {
  readonly kind: CorruptionKind;
  /** The member it was done to; `''` is the whole body. */
  readonly pointer: JsonPointer;
  readonly body: unknown;
}

/** The values that stand at the same place of other documented bodies. */
export type Others = (place: JsonPointer) => readonly unknown[];

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A value of another JSON type that looks as much like the old one as it can. */
function retyped(value: unknown): unknown {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return isObject(value[0]) ? value[0] : { 0: value[0] ?? 0 };
  return isObject(value) ? [value] : String(value);
}

/** The empty value of the same type; undefined where there is none. */
const emptied = (value: unknown): unknown =>
  typeof value === 'string' ? '' : Array.isArray(value) ? [] : isObject(value) ? {} : undefined;

/** A pointer with `*` for every index: what the same places of different bodies have in common. */
export const placeOf = (pointer: JsonPointer): JsonPointer => pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');

const without = (body: Json, name: string): Json =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
const renamed = (body: Json, name: string): Json =>
  Object.fromEntries(Object.entries(body).map(([key, value]) => [key === name ? `x_${key}` : key, value]));

/** What may be put in the place of a value, itself among it. */
function* replacements(value: unknown, at: JsonPointer, others: Others): Generator<Omit<Corruption, 'pointer'>> {
  yield { kind: 'retype', body: retyped(value) };
  yield { kind: 'null', body: null };
  const empty = emptied(value);
  if (empty !== undefined) yield { kind: 'empty', body: empty };
  for (const other of others(placeOf(at))) yield { kind: 'swap', body: other };
}

/** Every corruption of a value and of all below it, as the whole value. */
function* within(value: unknown, at: JsonPointer, others: Others): Generator<Corruption> {
  for (const { kind, body } of replacements(value, at, others)) yield { kind, pointer: at, body };
  if (Array.isArray(value))
    for (const [index, item] of value.entries())
      for (const inner of within(item, pointerTo(at, index), others))
        yield { ...inner, body: value.with(index, inner.body) };
  else if (isObject(value))
    for (const [name, member] of Object.entries(value)) {
      const pointer = pointerTo(at, name);
      yield { kind: 'drop', pointer, body: without(value, name) };
      yield { kind: 'misname', pointer, body: renamed(value, name) };
      for (const inner of within(member, pointer, others)) yield { ...inner, body: { ...value, [name]: inner.body } };
    }
}

/** Everything that can be wrong with a documented body, one thing at a time; no two are the same body, and none is this. */
export function corruptionsOf(body: unknown, others: Others): readonly Corruption[] {
  const known = new Set([JSON.stringify(body)]);
  return [...within(body, '', others)].filter((corruption) => {
    const size = known.size;
    return known.add(JSON.stringify(corruption.body)).size > size;
  });
}
