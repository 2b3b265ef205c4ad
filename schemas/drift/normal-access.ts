import { type JsonPointer, pointerTo, valueAt } from '../contract/clause.ts';
import type { Operation } from '../contract/operation.ts';
import { objectAt } from '../contract/reference.ts';
import type { Term } from './normal-schema.ts';
import { stableText } from './stable-text.ts';

/** One way for a caller to show who it is. */
export interface AccessWay {
  /** Its schemes with their scopes, e.g. `Oauth2 …/readwrite and key`; empty where nothing has to be shown. */
  readonly name: string;
  /** Its schemes alone, as one text. */
  readonly schemes: string;
  /** What has to be shown, all of it: each scheme, and each scope with its scheme. */
  readonly terms: ReadonlyMap<string, Term>;
  readonly at: readonly JsonPointer[];
}

type Requirement = Readonly<Record<string, readonly string[]>>;

function wayAt(requirement: Requirement, at: JsonPointer): AccessWay {
  const schemes = Object.keys(requirement).toSorted();
  const shown = schemes.map((scheme) => [scheme, ...(requirement[scheme] ?? []).toSorted()] as const);
  return {
    name: shown.map((words) => words.join(' ')).join(' and '),
    schemes: JSON.stringify(schemes),
    terms: new Map(
      shown.flatMap(([scheme, ...scopes]) =>
        [scheme, ...scopes.map((scope) => `${scheme} ${scope}`)].map((name) => [
          name,
          { value: name, at: [pointerTo(at, scheme)] },
        ]),
      ),
    ),
    at: [at],
  };
}

/** Nothing has to be shown. */
const OPEN: AccessWay = { name: '', schemes: '[]', terms: new Map(), at: [] };

/** The ways in which an operation is reached, each once; the open one where none is said. */
export function waysOf({ spec, security: { clause } }: Operation): readonly AccessWay[] {
  if (clause === null) return [OPEN];
  const { pointer } = clause;
  const requirements = valueAt(spec.document, pointer) as readonly Requirement[];
  if (requirements.length === 0) return [{ ...OPEN, at: [pointer] }];
  const ways = requirements.map((requirement, index) => wayAt(requirement, pointerTo(pointer, index)));
  return [...new Map(ways.map((way) => [way.name, way])).values()];
}

const isProse = (member: string): boolean => member === 'description' || member.startsWith('x-');

/** The definition of each scheme that an operation asks for, as text without its prose. */
export function schemesOf({ spec, security }: Operation): ReadonlyMap<string, Term> {
  return new Map(
    security.schemes.map((scheme) => {
      const pointer = pointerTo('/components/securitySchemes', scheme);
      const { flows, ...rest } = objectAt(spec, pointer);
      const urls = Object.entries((flows ?? {}) as Record<string, object>).map(([flow, own]) => [
        flow,
        { ...own, scopes: undefined },
      ]);
      const value = stableText({ ...rest, flows: Object.fromEntries(urls) }, isProse);
      return [scheme, { value, at: [pointer] }];
    }),
  );
}
