import { keywordObligations } from './keyword-obligations.ts';
import { asCode, asScalar, normalFormObligations } from './normal-form-obligations.ts';
import type { Obligation, Obligations, UnruledKeyword } from './obligation.ts';
import type { Operation } from './operation.ts';
import { proseObligations } from './prose-obligations.ts';
import { asText, requestObligations, requestSources } from './request-obligations.ts';
import { responseSources } from './response-sources.ts';
import { securityObligations } from './security-obligations.ts';
import { statusObligations } from './status-obligations.ts';
import { unreadParts } from './unread-parts.ts';

export type { Obligation, Obligations } from './obligation.ts';

/** The same clause reached from several statuses obliges once, at its firmest, for all of them. */
function joined(known: Obligation, again: Obligation): Obligation {
  if (!again.statuses) return known;
  return {
    ...known,
    level: known.level === 'MUST' ? 'MUST' : again.level,
    statuses: [...new Set([...(known.statuses ?? []), ...again.statuses])],
  };
}

/** One obligation a clause; where different clauses would have the same id, the later ones are numbered. */
function merged(obligations: readonly Obligation[]): Obligation[] {
  const byId = new Map<string, Obligation>();
  for (const obligation of obligations) {
    let { id } = obligation;
    let known = byId.get(id);
    for (let n = 2; known && known.clause.pointer !== obligation.clause.pointer; n++) {
      id = `${obligation.id}~${n}`;
      known = byId.get(id);
    }
    byId.set(id, known ? joined(known, obligation) : { ...obligation, id });
  }
  return [...byId.values()];
}

const distinct = (unruled: readonly UnruledKeyword[]): UnruledKeyword[] => [
  ...new Map(unruled.map((entry) => [entry.clause.pointer, entry])).values(),
];

/** All that the contract obliges an operation to, each with its clause, level and standing. */
export function deriveObligations(operation: Operation): Obligations {
  const sources = [...requestSources(operation), ...responseSources(operation)];
  const keywords = sources.map((source) => keywordObligations(operation.spec, source));
  const obligations = merged([
    ...statusObligations(operation),
    ...requestObligations(operation),
    ...securityObligations(operation),
    ...keywords.flatMap((found) => found.obligations.map(asCode)),
    ...proseObligations(operation),
    ...normalFormObligations(operation),
  ]);
  return {
    obligations: obligations.map(asText).map(asScalar(operation)),
    unruled: distinct([...unreadParts(operation), ...keywords.flatMap(({ unruled }) => unruled)]),
  };
}
