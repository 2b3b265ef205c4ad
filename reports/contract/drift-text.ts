import { CHANGE_CLASSES, type ChangeClass } from '../../schemas/drift/changes.ts';
import { counted, listed } from '../summary/columns.ts';
import type { Paint } from '../summary/paint.ts';
import type { DriftReport, ReportedDifference } from './contract-report.ts';

/** How many editorial changes are named, and how many places, obligations and scenarios of one; the JSON has all. */
const NAMED = 10;
const LISTED = 4;

/** What each class means, as a heading. */
const HEADINGS: Readonly<Record<ChangeClass, string>> = {
  breaking: 'Breaking: who was right can fail',
  widening: 'Widening: more is possible',
  tightening: 'Tightening: more is promised',
  editorial: 'Editorial: nothing that can be checked',
};

/** Longest text of a value that is shown, in UTF-16 units: ours. */
const LONGEST = 100;

function shown(value: unknown): string {
  if (value === null) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function whereOf({ clauses: { before, after } }: ReportedDifference): string {
  const of = (clause: typeof before): string => (clause ? `${clause.file}:${clause.line}` : '');
  return [of(before), of(after)].filter((text) => text !== '').join(' → ');
}

function touchedLine(what: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`    ${counted(ids.length, what)}: ${listed(ids, LISTED)}`];
}

function differenceLines(one: ReportedDifference, paint: Paint): readonly string[] {
  const { kind, places, subject, before, after, reason, obligations, scenarios } = one;
  return [
    `  ${listed(places, LISTED)}: ${subject} ${shown(before)} → ${shown(after)} ${paint.quiet(kind)}`,
    `    ${reason}`,
    paint.quiet(`    ${whereOf(one)}`),
    ...touchedLine('obligation', obligations),
    ...touchedLine('scenario', scenarios),
  ];
}

function classSection(name: ChangeClass, { differences }: DriftReport, paint: Paint): readonly string[] {
  const own = differences.filter((one) => one.class === name);
  if (own.length === 0) return [];
  const most = name === 'editorial' ? NAMED : own.length;
  const rest = own.length - most;
  return [
    (name === 'breaking' ? paint.bad : paint.title)(`${HEADINGS[name]} (${own.length})`),
    ...own.slice(0, most).flatMap((one) => differenceLines(one, paint)),
    ...(rest > 0 ? [`  … and ${rest} more in --format json`] : []),
  ];
}

function answer({ differences, totals, contract, against, operations, unnamed }: DriftReport, paint: Paint) {
  const counts = CHANGE_CLASSES.map((name) => `${totals[name]} ${name}`).join(', ');
  const isSame = differences.length === 0;
  const mark = totals.breaking > 0 ? paint.bad : isSame ? paint.good : paint.doubt;
  return [
    mark(isSame ? 'No difference' : `${counted(differences.length, 'difference')}: ${counts}`),
    paint.quiet(`${contract.file} ${contract.version} → ${against.file} ${against.version} · ${operations.join(', ')}`),
    ...(unnamed.length > 0 ? [`Not compared, for want of an operationId: ${unnamed.join(', ')}`] : []),
  ];
}

/** What a person reads of a comparison: the counts, then every difference with what it touches, what breaks first. */
export function driftText(report: DriftReport, paint: Paint): string {
  const sections = [answer(report, paint), ...CHANGE_CLASSES.map((name) => classSection(name, report, paint))];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n').trimEnd());
  return `${texts.join('\n\n')}\n`;
}
