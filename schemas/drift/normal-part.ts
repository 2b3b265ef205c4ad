import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import { objectAt, resolve } from '../contract/reference.ts';
import { walkSchema } from '../contract/schema-walk.ts';
import type { Spec } from '../contract/spec.ts';
import type { NormalSchema, Term } from './normal-schema.ts';
import { normalise } from './normalise.ts';
import { toldText } from './stable-text.ts';
import { bodyWriting, valueWriting } from './writing.ts';

/** Bodies by media type, in small letters and without parameters. */
export type NormalContent = ReadonlyMap<string, NormalSchema>;

/** A response, a request body, a parameter or a header, wherever it is written. */
export interface NormalPart {
  readonly at: JsonPointer;
  readonly notes: ReadonlyMap<string, Term>;
  readonly content: NormalContent;
  readonly required: boolean;
  /** How values become text on the wire: `style`, `explode`, `encoding` and the like. */
  readonly writing: ReadonlyMap<string, Term>;
  /** Of a response, by name in small letters. */
  readonly headers: ReadonlyMap<string, NormalPart>;
}

const NOTES = [
  'summary',
  'description',
  'tags',
  'deprecated',
  'externalDocs',
  'example',
  'examples',
  'links',
  'callbacks',
];

/** What only tells of an object of the document, each with a suffix to its name. */
export function notesAt(spec: Spec, pointer: JsonPointer, suffix = ''): Map<string, Term> {
  const object = objectAt(spec, pointer);
  const told = NOTES.filter((note) => object[note] !== undefined);
  return new Map(
    told.map((note) => [note + suffix, { value: toldText(object[note]), at: [pointerTo(pointer, note)] }]),
  );
}

/** The schema at a pointer, once it is known to end: references that multiply are told before they are followed. */
function schemaAt(spec: Spec, pointer: JsonPointer): NormalSchema {
  for (const _ of walkSchema(spec, pointer));
  return normalise(spec, [pointer]);
}

const plainType = (type: string): string => type.toLowerCase().replace(/;.*/, '').trim();

/** What headers are called in both versions; a `Content-Type` is said by the content (OpenAPI 3.0.3, Response Object). */
function headersOf(spec: Spec, pointer: JsonPointer): Map<string, NormalPart> {
  const at = pointerTo(pointer, 'headers');
  const names = Object.keys(objectAt(spec, at)).filter((name) => name.toLowerCase() !== 'content-type');
  return new Map(names.map((name) => [name.toLowerCase(), valuePartAt(spec, pointerTo(at, name))]));
}

/** A response or a request body. */
export function bodyPartAt(spec: Spec, at: JsonPointer): NormalPart {
  const pointer = resolve(spec, at);
  const types = Object.keys(objectAt(spec, pointerTo(pointer, 'content'))).map(
    (type) => [plainType(type), pointerTo(pointer, 'content', type)] as const,
  );
  return {
    at: pointer,
    notes: new Map([
      ...notesAt(spec, pointer),
      ...types.flatMap(([type, inner]) => [...notesAt(spec, inner, ` of ${type}`)]),
    ]),
    content: new Map(types.map(([type, inner]) => [type, schemaAt(spec, pointerTo(inner, 'schema'))])),
    required: objectAt(spec, pointer).required === true,
    writing: bodyWriting(spec, types),
    headers: headersOf(spec, pointer),
  };
}

/** A parameter or a header: one value, whose schema stands by itself or under a media type. */
export function valuePartAt(spec: Spec, at: JsonPointer): NormalPart {
  const pointer = resolve(spec, at);
  const [type] = Object.keys(objectAt(spec, pointerTo(pointer, 'content')));
  const own = type === undefined ? pointerTo(pointer, 'schema') : pointerTo(pointer, 'content', type, 'schema');
  const schema = schemaAt(spec, own);
  return {
    at: pointer,
    notes: notesAt(spec, pointer),
    content: new Map([['', schema]]),
    required: objectAt(spec, pointer).required === true,
    writing: valueWriting(spec, pointer, type, schema),
    headers: new Map(),
  };
}
