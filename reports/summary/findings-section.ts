import { kindLine } from '../kinds/kind-text.ts';
import type { RunRecord } from '../run-record.ts';
import { counted, grouped, listed } from './columns.ts';
import { type Drawn, drawnIn, isDeparture, isGap, samenessOf } from './departures.ts';
import type { Paint } from './paint.ts';

/** How many different departures are explained, and how many gaps and notes named; the record has all of them. */
const EXPLAINED = 10;

/** The text that explains one finding to a person. */
export type Explain = (drawn: Drawn) => string;

const scenariosOf = (group: readonly Drawn[]): readonly string[] => [
  ...new Set(group.map(({ scenario }) => scenario.id)),
];

function explained(group: readonly Drawn[], explain: Explain, paint: Paint): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const others = scenariosOf(group).filter((id) => id !== first.scenario.id);
  const text = explain(first)
    .split('\n')
    .map((line) => `  ${line}`.trimEnd());
  const meaning = kindLine(first.finding.kind).map((line) => paint.quiet(`  ${line}`));
  return [...text, ...meaning, ...(others.length > 0 ? [`  also in ${listed(others, 5)}`] : []), ''];
}

/** Every different departure explained once, the firmest first. */
export function departuresSection(record: RunRecord, explain: Explain, paint: Paint): readonly string[] {
  const departures = drawnIn(record).filter(isDeparture(record));
  if (departures.length === 0) return [];
  const groups = [...grouped(departures, samenessOf).values()].toSorted(
    ([a], [b]) => Number(a?.finding.level !== 'MUST') - Number(b?.finding.level !== 'MUST'),
  );
  const rest = groups.length - EXPLAINED;
  return [
    paint.title(`Departures: ${departures.length}, of ${counted(groups.length, 'kind')}`),
    ...groups.slice(0, EXPLAINED).flatMap((group) => explained(group, explain, paint)),
    ...(rest > 0 ? [`  … and ${counted(rest, 'kind')} more in run.json`] : []),
  ];
}

function named(title: string, drawn: readonly Drawn[], paint: Paint): readonly string[] {
  if (drawn.length === 0) return [];
  const groups = [...grouped(drawn, samenessOf).values()];
  const lines = groups.slice(0, EXPLAINED).flatMap((group) => {
    const [first] = group;
    return first ? [`  ${first.finding.explanation}`, paint.quiet(`    in ${listed(scenariosOf(group), 3)}`)] : [];
  });
  const rest = groups.length - EXPLAINED;
  return [paint.title(title), ...lines, ...(rest > 0 ? [`  … and ${rest} more in run.json`] : [])];
}

/** Scenarios that provoke what the contract has no word for, by what it lacks. */
function gapsIn({ scenarios }: RunRecord, paint: Paint): readonly string[] {
  const silent = scenarios.filter(({ gap }) => gap !== undefined);
  if (silent.length === 0) return [];
  const lines = [...grouped(silent, ({ gap }) => gap ?? '')].flatMap(([gap, group]) => [
    `  ${gap}`,
    paint.quiet(
      `    ${counted(group.length, 'scenario')}: ${listed(
        group.map(({ id }) => id),
        2,
      )}`,
    ),
  ]);
  return [paint.title(`Gaps in the contract: ${silent.length} scenarios expect what it leaves open`), ...lines];
}

/** What the contract has no word for, and what departs from it less firmly than fails the run. */
export function notesSection(record: RunRecord, paint: Paint): readonly string[] {
  const drawn = drawnIn(record);
  const gaps = drawn.filter(isGap);
  const below = drawn.filter((one) => !isGap(one) && !isDeparture(record)(one) && one.finding.accepted === undefined);
  return [
    ...gapsIn(record, paint),
    ...named(`Answers that the contract leaves open: ${gaps.length} (never fail a run)`, gaps, paint),
    ...named(`Below ${record.failOn}: ${below.length} (not counted as departures)`, below, paint),
  ];
}
