import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import type { Operation } from '../contract/operation.ts';
import { objectAt, resolve } from '../contract/reference.ts';
import { type Servers, serversAt } from './compare-servers.ts';
import { type AccessWay, schemesOf, waysOf } from './normal-access.ts';
import { bodyPartAt, type NormalPart, notesAt, valuePartAt } from './normal-part.ts';
import type { Term } from './normal-schema.ts';

/** One operation, whichever way its document is arranged. */
export interface NormalOperation {
  readonly id: string;
  readonly at: JsonPointer;
  /** Method and path; what stands in braces is counted, not named. */
  readonly address: string;
  /** The names in its braces, in order: no request shows them. */
  readonly pathNames: readonly string[];
  /** Where it is reached: by servers of its own, of its path, or of the document. */
  readonly servers: Servers;
  /** Whether those are not the document's. */
  readonly hasOwnServers: boolean;
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

function parametersOf({ spec, parameters }: Operation): Map<string, NormalPart> {
  const nameOf = (place: string, name: string): string => `${place} ${place === 'header' ? name.toLowerCase() : name}`;
  return new Map(
    parameters.map(({ name, in: place, clause }) => [nameOf(place, name), valuePartAt(spec, clause.pointer)]),
  );
}

function responsesOf({ spec, clause }: Operation): Map<string, NormalPart> {
  const keys = Object.keys(objectAt(spec, `${clause.pointer}/responses`)).filter((key) => !key.startsWith('x-'));
  return new Map(
    keys.map((key) => [
      key.toUpperCase().replace('DEFAULT', 'default'),
      bodyPartAt(spec, pointerTo(clause.pointer, 'responses', key)),
    ]),
  );
}

/** An operation made ready to be compared with another version of it. */
export function normalOperation(operation: Operation): NormalOperation {
  const { spec, id, clause, method, path, requestBody } = operation;
  const words = path.split(/[{}]/);
  const pathItem = resolve(spec, pointerTo('/paths', path));
  const servers = serversAt(spec, clause.pointer) ?? serversAt(spec, pathItem);
  const access = waysOf(operation);
  return {
    id,
    at: clause.pointer,
    address: `${method} ${words.filter((_, at) => at % 2 === 0).join('{}')}`,
    pathNames: words.filter((_, at) => at % 2 === 1),
    servers: servers ?? serversAt(spec, '') ?? new Map(),
    hasOwnServers: servers !== null,
    notes: new Map([...notesAt(spec, clause.pointer), ...notesAt(spec, pathItem, ' of the path')]),
    parameters: parametersOf(operation),
    requestBody: requestBody ? bodyPartAt(spec, requestBody.clause.pointer) : null,
    responses: responsesOf(operation),
    access,
    schemes: schemesOf(operation, access),
  };
}
