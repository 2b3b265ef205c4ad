import { type JsonPointer, pointerTo, valueAt } from '../contract/clause.ts';
import type { Operation } from '../contract/operation.ts';
import { objectAt } from '../contract/reference.ts';
import type { Term } from './normal-schema.ts';
import { stableText } from './stable-text.ts';

/** A scheme by which a caller shows who it is, with the scopes that are asked for, and where. */
interface Shown {
  readonly scheme: string;
  readonly scopes: readonly string[];
  readonly at: JsonPointer;
}

/** One way for a caller to show who it is. */
export interface AccessWay {
  readonly shown: readonly Shown[];
  /** Its schemes with their scopes, e.g. `Oauth2 …/readwrite and key`; empty where nothing has to be shown. */
  readonly name: string;
  /** Its schemes alone, as one text. */
  readonly schemes: string;
  /** What has to be shown, all of it: each scheme, and each scope with its scheme. */
  readonly terms: ReadonlyMap<string, Term>;
  readonly at: readonly JsonPointer[];
}

/** As it is written; a scheme whose scopes are forgotten asks for none. */
type Requirement = Readonly<Record<string, readonly string[] | null>>;

const byScheme = (one: Shown, other: Shown): number => (one.scheme < other.scheme ? -1 : 1);

function wayOf(unordered: readonly Shown[], at: readonly JsonPointer[]): AccessWay {
  const shown = unordered.toSorted(byScheme);
  const terms = shown.flatMap(({ scheme, scopes, at: pointer }) =>
    [scheme, ...scopes.map((scope) => `${scheme} ${scope}`)].map(
      (name) => [name, { value: name, at: [pointer] }] as const,
    ),
  );
  return {
    shown,
    name: shown.map(({ scheme, scopes }) => [scheme, ...scopes].join(' ')).join(' and '),
    schemes: JSON.stringify(shown.map(({ scheme }) => scheme)),
    terms: new Map(terms),
    at,
  };
}

function wayAt(requirement: Requirement, at: JsonPointer): AccessWay {
  const shown = Object.entries(requirement).map(([scheme, scopes]) => ({
    scheme,
    scopes: (scopes ?? []).toSorted(),
    at: pointerTo(at, scheme),
  }));
  return wayOf(shown, [at]);
}

/** The same ways, their schemes called otherwise. */
export const waysAs = (ways: readonly AccessWay[], names: ReadonlyMap<string, string>): readonly AccessWay[] =>
  ways.map(({ shown, at }) => {
    const renamed = shown.map((one) => ({ ...one, scheme: names.get(one.scheme) ?? one.scheme }));
    return wayOf(renamed, at);
  });

/** The ways in which an operation is reached, each once; the open one where none is said. */
export function waysOf({ spec, security: { clause } }: Operation): readonly AccessWay[] {
  if (clause === null) return [wayOf([], [])];
  const { pointer } = clause;
  const requirements = valueAt(spec.document, pointer) as readonly Requirement[];
  if (requirements.length === 0) return [wayOf([], [pointer])];
  const ways = requirements.map((requirement, index) => wayAt(requirement, pointerTo(pointer, index)));
  return [...new Map(ways.map((way) => [way.name, way])).values()];
}

const isProse = (member: string): boolean => member === 'description' || member.startsWith('x-');

/** The definition of each scheme that an operation knows of, as text without its prose; empty where there is none. */
export function schemesOf({ spec }: Operation, ways: readonly AccessWay[]): ReadonlyMap<string, Term> {
  const schemes = new Set(ways.flatMap(({ shown }) => shown.map(({ scheme }) => scheme)));
  return new Map(
    [...schemes].map((scheme) => {
      const pointer = pointerTo('/components/securitySchemes', scheme);
      const { flows, ...rest } = objectAt(spec, pointer);
      const urls = Object.entries((flows ?? {}) as Record<string, object>).map(([flow, own]) => [
        flow,
        { ...own, scopes: undefined },
      ]);
      const text = stableText({ ...rest, flows: Object.fromEntries(urls) }, isProse);
      return [scheme, { value: valueAt(spec.document, pointer) === undefined ? '' : text, at: [pointer] }];
    }),
  );
}
