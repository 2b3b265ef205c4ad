import type { BoundaryCase, KeywordObligation, OneSided } from './boundary-case.ts';

/** The keywords that refuse every one of these cases, but for `keyword` itself. */
function alsoRefusing(cases: readonly BoundaryCase[], keyword: string): string {
  return [...new Set(cases.flatMap(({ refusedBy }) => refusedBy))].filter((name) => name !== keyword).join(', ');
}

function reasonFor(side: OneSided['missing'], keyword: string, cases: readonly BoundaryCase[]): string {
  if (cases.length === 0) return `no value at the boundary of ${keyword} can be derived`;
  if (side === 'refused') return `no value was found that ${keyword} refuses`;
  const others = alsoRefusing(cases, keyword);
  return others === ''
    ? `no value was found that ${keyword} accepts`
    : `every value at its boundary is refused by ${others}`;
}

/**
 * The sides of an obligation that no case stands on: a refused one stands there only where the obligation itself is
 * broken.
 */
export function oneSidedness(
  { id, keyword, reason }: KeywordObligation,
  cases: readonly BoundaryCase[],
): readonly OneSided[] {
  const own = cases.filter(({ obligations }) => obligations.includes(id));
  const missing = [
    ...(own.some(({ accepted }) => accepted) ? [] : (['accepted'] as const)),
    ...(own.some(({ broken }) => broken.includes(id)) ? [] : (['refused'] as const)),
  ];
  return missing.map((side) => ({
    obligation: id,
    missing: side,
    reason: reason ?? reasonFor(side, keyword.name, own),
  }));
}
