import { LEVELS } from '../schemas/contract/clause.ts';
import { placeOf } from '../schemas/finding.ts';
import type { AcceptedFinding, BaselineEntry } from './baseline.ts';
import { grouped } from './summary/columns.ts';
import type { Drawn } from './summary/departures.ts';

/** What somebody says of the departures that he accepts. */
export type Terms = Pick<BaselineEntry, 'reason' | 'owner' | 'date' | 'expires' | 'source'>;

/** What is another one in every run: debug and correlation ids, ids of invoices and runs, instants, addresses on this machine. */
const VOLATILE =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}\b|\b(?=[0-9a-f]*\d)[0-9a-f]{12,}\b|\bINV2?-[\w-]+|\bcc-[\w-]+|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?|127\.0\.0\.1:\d+/gi;

/** Shorter texts than this tell nothing apart, in UTF-16 units: ours. */
const LEAST = 3;

/** The longest part of a text that is the same in every run; undefined where hardly anything is. */
export function lastingText(actual: string): string | undefined {
  const [longest = ''] = actual
    .split(VOLATILE)
    .map((part) => part.trim())
    .toSorted((a, b) => b.length - a.length);
  return longest.length < LEAST ? undefined : longest;
}

function acceptedFinding({ finding: { kind, pointer, actual } }: Drawn): AcceptedFinding {
  const text = lastingText(actual);
  return { kind, pointer: placeOf(pointer), ...(text !== undefined && { actual: text }) };
}

/** One departure that shows alike, in however many scenarios. */
interface Shown {
  readonly finding: AcceptedFinding;
  readonly rank: number;
  readonly scenarios: readonly string[];
}

function shownIn(drawn: readonly Drawn[]): readonly Shown[] {
  return [...grouped(drawn, (one) => JSON.stringify(acceptedFinding(one))).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const scenarios = [...new Set(group.map(({ scenario }) => scenario.id))].toSorted();
    return [{ finding: acceptedFinding(first), rank: LEVELS.indexOf(first.finding.level), scenarios }];
  });
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/[.-]*\.[.-]*/g, '.')
    .replaceAll(/^[.-]+|[.-]+$/g, '');

/** Longest id, in characters: ours; a service may name a member as it likes. */
const LONGEST_ID = 80;

function idOf({ finding: { kind, pointer }, scenarios }: Shown): string {
  const where = scenarios.length === 1 ? (scenarios[0] ?? '') : pointer;
  return slug(
    [kind, where]
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, LONGEST_ID),
  );
}

/** An id that is not taken yet. */
function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/** Entries that accept these findings and no others: one a cause. What shows in the very same scenarios is one cause, as the members of one body are. */
export function entriesFor(
  drawn: readonly Drawn[],
  terms: Terms,
  taken: readonly string[] = [],
): readonly BaselineEntry[] {
  const ids = new Set(taken);
  const { reason, owner, date, expires, source } = terms;
  return [...grouped(shownIn(drawn), ({ scenarios }) => scenarios.join('\n')).values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((a, b) => a.rank - b.rank);
    if (first === undefined) return [];
    const id = freeId(idOf(first), ids);
    ids.add(id);
    const findings = [first, ...others].map(({ finding }) => finding);
    return [{ id, findings, scenarios: first.scenarios, reason, owner, date, ...(expires && { expires }), source }];
  });
}
