import { type JsonPointer, pointerTo, valueAt } from './clause.ts';
import type { Obligation } from './obligation.ts';
import type { Operation } from './operation.ts';
import { objectAt } from './reference.ts';

/** What can be wrong with a credential, by the type of the security scheme (OpenAPI 3.0.3 §4.7.27). */
const CREDENTIAL_FAULTS: Readonly<Record<string, readonly string[]>> = {
  oauth2: ['missing', 'malformed', 'expired'],
  openIdConnect: ['missing', 'malformed', 'expired'],
  http: ['missing', 'malformed'],
  apiKey: ['missing', 'malformed'],
};

const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a');

function faultsOf({ spec }: Operation, scheme: string, pointer: JsonPointer): Obligation[] {
  const { type } = objectAt(spec, pointerTo('/components/securitySchemes', scheme));
  return (CREDENTIAL_FAULTS[String(type)] ?? ['missing']).map((fault) => ({
    id: `security/${scheme}/${fault}`,
    group: 'security',
    subject: `${scheme}: ${article(fault)} ${fault} credential is refused`,
    clause: spec.clauseAt(pointer),
    level: 'MUST',
    standing: 'open',
  }));
}

function scopesOf({ spec }: Operation, pointer: JsonPointer): Obligation[] {
  // A name with nothing behind it is null in YAML: it asks for no scope.
  const scopes = (valueAt(spec.document, pointer) ?? []) as readonly string[];
  return scopes.map((scope, index) => ({
    id: `security/scope/${scope.split('/').at(-1)}`,
    group: 'security',
    subject: `the scope ${scope} is needed`,
    clause: spec.clauseAt(`${pointer}/${index}`),
    level: 'MUST',
    standing: 'open',
  }));
}

function rootObligation({ spec }: Operation, pointer: JsonPointer): Obligation[] {
  if (spec.document.security === undefined || pointer === '/security') return [];
  const subject = "the operation's own requirement replaces the document's";
  const clause = spec.clauseAt('/security');
  return [{ id: 'security/root', group: 'security', subject, clause, level: 'MUST', standing: 'open' }];
}

/**
 * Every way in which a credential can be at fault, every scope, and the operation's requirement over the document's.
 */
export function securityObligations(operation: Operation): Obligation[] {
  const { spec, security } = operation;
  if (security.clause === null || security.schemes.length === 0) return [];
  const { pointer } = security.clause;
  const requirements = valueAt(spec.document, pointer) as readonly Record<string, readonly string[]>[];
  const places = requirements.flatMap((requirement, index) =>
    Object.keys(requirement).map((scheme) => ({ scheme, at: pointerTo(pointer, index, scheme) })),
  );
  const first = new Map(places.toReversed().map(({ scheme, at }) => [scheme, at]));
  return [
    ...security.schemes.flatMap((scheme) => faultsOf(operation, scheme, first.get(scheme) ?? pointer)),
    ...places.flatMap(({ at }) => scopesOf(operation, at)),
    ...rootObligation(operation, pointer),
  ];
}
