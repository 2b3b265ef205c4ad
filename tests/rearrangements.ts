import { valueAt } from '../schemas/contract/clause.ts';

/** A JSON document that may be changed. */
export type Json = { [member: string]: Json } | Json[] | string | number | boolean | null;
type JsonObject = { [member: string]: Json };

/** A way to write the same contract otherwise. `pick` answers with a number from 0 up to, not including, its argument. */
export interface Rearrangement {
  readonly name: string;
  readonly apply: (document: JsonObject, pick: (below: number) => number) => JsonObject;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document with every object in it replaced, innermost first. */
function mapObjects(value: Json, change: (object: JsonObject, keyAbove: string) => Json, keyAbove = ''): Json {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change, keyAbove));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, mapObjects(member, change, key)] as const);
  return change(Object.fromEntries(members), keyAbove);
}

const asObject = (value: Json): JsonObject => value as JsonObject;

/** Whether an object is a schema that describes an object by its members. */
const isObjectSchema = (object: JsonObject): boolean => isObject(object.properties) && typeof object.name !== 'string';

function inlined(document: JsonObject, value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => inlined(document, item));
  if (!isObject(value)) return value;
  if (typeof value.$ref === 'string') {
    const target = valueAt(document, decodeURIComponent(value.$ref.slice(1))) as Json;
    return inlined(document, target);
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inlined(document, member)]));
}

const shuffled = <T>(items: readonly T[], pick: (below: number) => number): T[] => {
  const left = [...items];
  return items.map(() => left.splice(pick(left.length), 1)[0] as T);
};

/** A schema's members divided between two schemas that both have to hold. */
function split(schema: JsonObject, at: number): JsonObject {
  const { properties, ...rest } = schema;
  const members = Object.entries(properties as JsonObject);
  const part = (some: [string, Json][]): JsonObject => ({ properties: Object.fromEntries(some) });
  return {
    ...rest,
    allOf: [...((rest.allOf as Json[] | undefined) ?? []), part(members.slice(0, at)), part(members.slice(at))],
  };
}

const SETS = ['oneOf', 'anyOf', 'allOf', 'enum', 'required'];

/** Every rearrangement that leaves the contract as it is; none may be called a difference. */
export const REARRANGEMENTS: readonly Rearrangement[] = [
  { name: 'every reference is inlined', apply: (document) => ({ ...asObject(inlined(document, document)) }) },
  {
    name: 'every component is renamed',
    apply: (document) => {
      const renamed = (name: string): string => `Renamed.${name}`;
      const moved = asObject(
        mapObjects(document, (object) => {
          const [, kind, name] =
            /^#\/components\/(schemas|responses|parameters)\/(.+)$/.exec(String(object.$ref)) ?? [];
          return kind ? { $ref: `#/components/${kind}/${renamed(name ?? '')}` } : object;
        }),
      );
      const components = Object.entries(asObject(moved.components ?? {})).map(([kind, named]) => [
        kind,
        kind === 'securitySchemes'
          ? named
          : Object.fromEntries(Object.entries(asObject(named)).map(([name, value]) => [renamed(name), value])),
      ]);
      return { ...moved, components: Object.fromEntries(components) };
    },
  },
  {
    name: 'members are put into another order',
    apply: (document, pick) =>
      asObject(mapObjects(document, (object) => Object.fromEntries(shuffled(Object.entries(object), pick)))),
  },
  {
    name: 'branches, values and requirements are put into another order',
    apply: (document, pick) =>
      asObject(
        mapObjects(document, (object) =>
          Object.fromEntries(
            Object.entries(object).map(([key, value]) => [
              key,
              SETS.includes(key) && Array.isArray(value) ? shuffled(value, pick) : value,
            ]),
          ),
        ),
      ),
  },
  {
    name: 'every object schema is split into an allOf',
    apply: (document, pick) =>
      asObject(
        mapObjects(document, (object, above) =>
          above !== 'properties' && isObjectSchema(object) && object.additionalProperties === undefined
            ? split(object, pick(Object.keys(object.properties ?? {}).length + 1))
            : object,
        ),
      ),
  },
  {
    name: 'every schema of a member is wrapped into an allOf of one',
    apply: (document) =>
      asObject(
        mapObjects(document, (object, above) =>
          above === 'properties' && Object.values(object).every(isObject)
            ? Object.fromEntries(Object.entries(object).map(([name, schema]) => [name, { allOf: [schema] }]))
            : object,
        ),
      ),
  },
  {
    name: 'limits that forbid nothing are left out',
    apply: (document) =>
      asObject(
        mapObjects(document, (object) =>
          Object.fromEntries(
            Object.entries(object).filter(
              ([key, value]) => !(/^min(Length|Items|Properties)$/.test(key) && value === 0),
            ),
          ),
        ),
      ),
  },
];
