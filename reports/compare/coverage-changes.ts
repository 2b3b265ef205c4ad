import type { CoverageEntry, RunRecord } from '../run-record.ts';
import { listed } from '../summary/columns.ts';
import type { Change } from './change.ts';

/** Standings that say an obligation was put to the test and kept, the firmer first; a mock can only rehearse some. */
const KEPT: readonly string[] = ['verified', 'rehearsed'];

/** How firmly an obligation was shown to be kept; 0 is not at all. */
const firmnessOf = (entry: CoverageEntry | undefined): number =>
  entry !== undefined && KEPT.includes(entry.standing) ? KEPT.length - KEPT.indexOf(entry.standing) : 0;

/** What is promised, with its kind where that does not say so itself. */
export const obligationTitle = ({ group, subject }: CoverageEntry): string =>
  subject.startsWith(group) ? subject : `${group} ${subject}`;

/** How many scenarios of an obligation are named. */
const NAMED = 3;

function sentenceOf(was: CoverageEntry, is: CoverageEntry | undefined): string {
  const now = is === undefined ? 'no longer an obligation' : is.standing.replace('-', ' ');
  const claimed = was.claimedBy.length > 0 ? `; claimed by ${listed(was.claimedBy, NAMED)}` : '';
  return `${obligationTitle(was)} was ${was.standing}, and is ${now} now${claimed}.`;
}

/** Obligations that were shown to be kept, and are not any more. */
export function coverageChanges(before: RunRecord, after: RunRecord): readonly Change[] {
  const later = new Map(after.coverage.map((entry) => [entry.id, entry]));
  return before.coverage
    .filter((was) => firmnessOf(later.get(was.id)) < firmnessOf(was))
    .map((was) => ({
      kind: 'coverage-fell',
      subject: was.id,
      scenario: null,
      level: null,
      isRegression: true,
      sentence: sentenceOf(was, later.get(was.id)),
    }));
}
