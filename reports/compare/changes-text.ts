import { counted, grouped, listed } from '../summary/columns.ts';
import type { Paint } from '../summary/paint.ts';
import type { Change, ChangeKind } from './change.ts';
import type { Comparison } from './comparison.ts';

/** What each kind means, as a heading. */
const HEADINGS: Readonly<Record<ChangeKind, string>> = {
  regressed: 'Passed before, fails now',
  added: 'New findings',
  vanished: 'Vanished: planned before, not now',
  'coverage-fell': 'Coverage fell: verified before, not now',
  'now-inconclusive': 'Judged before, not now',
  flaky: 'Flaky: decided in a second attempt',
  removed: 'Findings that no longer show',
  fixed: 'Failed before, passes now',
};

/** How many changes of one kind are named; the JSON has all. One scenario that fails takes many obligations with it. */
const namedOf = (kind: ChangeKind): number => (kind === 'coverage-fell' ? 5 : 20);

/** The answer of a comparison, in one sentence. */
export function comparisonAnswer({ changes, regressions }: Comparison, paint: Paint): string {
  if (changes.length === 0) return paint.good(paint.title('No change.'));
  const all = counted(changes.length, 'change');
  if (regressions === 0) return paint.good(paint.title(`No regression in ${all}.`));
  return paint.bad(paint.title(`${counted(regressions, 'regression')} in ${all}.`));
}

const runLine = (when: string, { id, startedAt, target, totals }: Comparison['before']): string =>
  `${when.padEnd(6)} ${startedAt} · ${target.name} · ${totals.pass} passed, ${totals.fail} failed, ${totals.inconclusive} inconclusive, ${totals.inapplicable} inapplicable · ${id}`;

function section(changes: readonly Change[], paint: Paint): readonly string[] {
  const [first] = changes;
  if (first === undefined) return [];
  const named = namedOf(first.kind);
  const rest = changes.length - named;
  return [
    (first.isRegression ? paint.bad : paint.title)(`${HEADINGS[first.kind]}: ${changes.length}`),
    ...changes.slice(0, named).map(({ sentence }) => `  ${sentence}`),
    ...(rest > 0 ? [`  … and ${rest} more in --json`] : []),
  ];
}

/** How many new scenarios are named. */
const LISTED = 5;

function head(comparison: Comparison, paint: Paint): readonly string[] {
  const { before, after, caveats, newScenarios } = comparison;
  return [
    comparisonAnswer(comparison, paint),
    paint.quiet(runLine('before', before)),
    paint.quiet(runLine('now', after)),
    ...caveats.map((caveat) => paint.doubt(caveat)),
    ...(newScenarios.length > 0
      ? [`${counted(newScenarios.length, 'new scenario')}: ${listed(newScenarios, LISTED)}`]
      : []),
  ];
}

/** What a person reads of a comparison: the answer, both runs and what may explain a change, then every change. */
export function changesText(comparison: Comparison, paint: Paint): string {
  const kinds = grouped(comparison.changes, ({ kind, isRegression }) => `${isRegression} ${kind}`);
  const sections = [head(comparison, paint), ...[...kinds.values()].map((changes) => section(changes, paint))];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
