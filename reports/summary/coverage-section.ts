import type { CoverageEntry, RunRecord } from '../run-record.ts';
import { columns, grouped, listed } from './columns.ts';
import type { Paint } from './paint.ts';

/** How many subjects of one reason are named. */
const NAMED = 8;

/** How much of a subject is printed, in characters. */
const SUBJECT_LENGTH = 60;

/** Standings whose subjects need no word each. */
const SETTLED: ReadonlySet<string> = new Set(['verified']);

function table(coverage: readonly CoverageEntry[], paint: Paint): readonly string[] {
  const standings = [...grouped(coverage, ({ standing }) => standing).keys()];
  const rows = [...grouped(coverage, ({ group }) => group)].map(([group, members]) => [
    group,
    ...standings.map((standing) => String(members.filter((member) => member.standing === standing).length)),
  ]);
  const [head = '', ...lines] = columns([['obligations', ...standings], ...rows]);
  return [paint.title(head), ...lines];
}

const reasonOf = ({ standing, reason }: CoverageEntry): string => (reason ? `${standing}: ${reason}` : standing);

/** A subject in as few words as tell it: the record has it whole. */
const short = (subject: string): string =>
  subject.length > SUBJECT_LENGTH ? `${subject.slice(0, SUBJECT_LENGTH - 1)}…` : subject;

function open(coverage: readonly CoverageEntry[], paint: Paint): readonly string[] {
  const unsettled = coverage.filter(({ standing }) => !SETTLED.has(standing));
  return [...grouped(unsettled, reasonOf)].flatMap(([reason, members]) => {
    const subjects = [...new Set(members.map(({ subject }) => short(subject)))];
    const named = /^(unclaimed|unruled|new|vanished)/.test(reason) ? subjects.length : NAMED;
    return [`  ${members.length} ${reason}`, paint.quiet(`    ${listed(subjects, named)}`)];
  });
}

/** How far the run got with the contract's obligations; unclaimed ones are all named. */
export const coverageSection = ({ coverage }: RunRecord, paint: Paint): readonly string[] =>
  coverage.length === 0 ? [] : [...table(coverage, paint), ...open(coverage, paint)];
