import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import type { Operation } from '../contract/operation.ts';
import { objectAt, resolve } from '../contract/reference.ts';
import { walkSchema } from '../contract/schema-walk.ts';
import type { Spec } from '../contract/spec.ts';
import { type AccessWay, schemesOf, waysOf } from './normal-access.ts';
import type { NormalSchema, Term } from './normal-schema.ts';
import { normalise } from './normalise.ts';
import { toldText } from './stable-text.ts';

/** Bodies by media type, in small letters and without parameters. */
export type NormalContent = ReadonlyMap<string, NormalSchema>;

/** A response, a request body or a parameter, wherever it is written. */
export interface NormalPart {
  readonly at: JsonPointer;
  readonly notes: ReadonlyMap<string, Term>;
  readonly content: NormalContent;
  readonly required: boolean;
}

/** One operation, whichever way its document is arranged. */
export interface NormalOperation {
  readonly id: string;
  readonly at: JsonPointer;
  /** Method and path; what stands in braces is counted, not named. */
  readonly address: string;
  /** The names in its braces, in order: no request shows them. */
  readonly pathNames: readonly string[];
  readonly notes: ReadonlyMap<string, Term>;
  /** By place and name, e.g. `path invoice_id`. */
  readonly parameters: ReadonlyMap<string, NormalPart>;
  readonly requestBody: NormalPart | null;
  /** By status, range, or `default`. */
  readonly responses: ReadonlyMap<string, NormalPart>;
  /** One of them is enough. */
  readonly access: readonly AccessWay[];
  /** Each scheme's definition, as text without its prose. */
  readonly schemes: ReadonlyMap<string, Term>;
}

const NOTES = ['summary', 'description', 'tags', 'deprecated', 'externalDocs', 'example', 'examples'];

function notesAt(spec: Spec, pointer: JsonPointer): Map<string, Term> {
  const object = objectAt(spec, pointer);
  const told = NOTES.filter((note) => object[note] !== undefined);
  return new Map(told.map((note) => [note, { value: toldText(object[note]), at: [pointerTo(pointer, note)] }]));
}

/** The schema at a pointer, once it is known to end: references that multiply are told before they are followed. */
function schemaAt(spec: Spec, pointer: JsonPointer): NormalSchema {
  for (const _ of walkSchema(spec, pointer));
  return normalise(spec, [pointer]);
}

function contentOf(spec: Spec, pointer: JsonPointer): NormalContent {
  const content = objectAt(spec, pointerTo(pointer, 'content'));
  return new Map(
    Object.keys(content).map((type) => [
      type.toLowerCase().replace(/;.*/, '').trim(),
      schemaAt(spec, pointerTo(pointer, 'content', type, 'schema')),
    ]),
  );
}

function partAt(spec: Spec, at: JsonPointer): NormalPart {
  const pointer = resolve(spec, at);
  return {
    at: pointer,
    notes: notesAt(spec, pointer),
    content: contentOf(spec, pointer),
    required: objectAt(spec, pointer).required === true,
  };
}

function parametersOf({ spec, parameters }: Operation): Map<string, NormalPart> {
  const nameOf = (place: string, name: string): string => `${place} ${place === 'header' ? name.toLowerCase() : name}`;
  return new Map(
    parameters.map(({ name, in: place, clause, schemaPointer }) => [
      nameOf(place, name),
      { ...partAt(spec, clause.pointer), content: new Map([['', normalise(spec, [schemaPointer])]]) },
    ]),
  );
}

/** An operation made ready to be compared with another version of it. */
export function normalOperation(operation: Operation): NormalOperation {
  const { spec, id, clause, method, path, requestBody } = operation;
  const words = path.split(/[{}]/);
  const responses = Object.keys(objectAt(spec, `${clause.pointer}/responses`)).filter((key) => !key.startsWith('x-'));
  return {
    id,
    at: clause.pointer,
    address: `${method} ${words.filter((_, at) => at % 2 === 0).join('{}')}`,
    pathNames: words.filter((_, at) => at % 2 === 1),
    notes: notesAt(spec, clause.pointer),
    parameters: parametersOf(operation),
    requestBody: requestBody ? partAt(spec, requestBody.clause.pointer) : null,
    responses: new Map(
      responses.map((key) => [
        key.toUpperCase().replace('DEFAULT', 'default'),
        partAt(spec, pointerTo(clause.pointer, 'responses', key)),
      ]),
    ),
    access: waysOf(operation),
    schemes: schemesOf(operation),
  };
}
