import { namedKind } from '../kinds/kind-pages.ts';
import type { RunRecord } from '../run-record.ts';
import { counted, grouped, listed } from '../summary/columns.ts';
import { type Cause, causesOf } from './causes.ts';
import type { Format } from './format.ts';
import { clipped, inert } from './inert-text.ts';
import { specPathOf } from './spec-path.ts';

/** How many annotations of one step GitHub shows. */
const SHOWN = 10;

/** How many scenarios are named in one annotation. */
const NAMED = 5;

/** Longest message of an annotation, in UTF-16 units: ours; GitHub cuts at 4096 bytes or so without a word. */
const LONGEST = 800;

interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly place?: { readonly file: string; readonly line: number };
}

/** What a message may not hold as it is, in GitHub's own escapes (actions/toolkit, `escapeData`). */
const data = (text: string): string => inert(clipped(text, LONGEST)).replaceAll('%', '%25');

/** The same of a property's value (`escapeProperty`). */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function commandOf({ level, title, message, place }: Annotation): string {
  const where = place ? [`file=${property(place.file)}`, `line=${place.line}`] : [];
  return `::${level} ${[...where, `title=${property(title)}`].join(',')}::${data(message)}\n`;
}

const departure = ({ finding, scenarios }: Cause): Annotation => ({
  level: 'error',
  title: `${finding.level} ${namedKind(finding.kind)}${finding.pointer === '' ? '' : ` at ${finding.pointer}`}`,
  message: `${clipped(finding.explanation, LONGEST / 2)} In ${listed(scenarios, NAMED)}.`,
  place: { file: specPathOf(finding.clause), line: finding.clause.line },
});

const defectsIn = ({ defects }: RunRecord): readonly Annotation[] =>
  defects.map(({ scenario, code, message, hint }) => ({
    level: 'error',
    title: `${code}${scenario === null ? '' : ` in ${scenario}`}`,
    message: hint === null ? message : `${message}. ${hint}`,
  }));

/** What is not known, by its reason. */
function undecidedIn({ scenarios, notRun }: RunRecord): readonly Annotation[] {
  const members = scenarios.filter(({ verdict }) => verdict === 'inconclusive');
  const byReason = grouped(members, ({ reason }) => reason ?? 'no reason given');
  const reasons = [...byReason].map(([reason, group]): Annotation => {
    const ids = group.map(({ id }) => id);
    const title = `${counted(ids.length, 'scenario')} inconclusive`;
    return { level: 'warning', title, message: `${clipped(reason, LONGEST / 2)} In ${listed(ids, NAMED)}.` };
  });
  const title = `${counted(notRun.length, 'scenario')} not run`;
  return notRun.length === 0 ? reasons : [...reasons, { level: 'warning', title, message: listed(notRun, NAMED) }];
}

/** What the baseline accepts no longer, otherwise, or in vain. */
const newsOf = ({ baseline }: RunRecord): readonly Annotation[] =>
  [
    { title: 'Accepted until a day that is past', ids: baseline?.expired ?? [] },
    { title: 'Accepted, and otherwise now', ids: baseline?.changed ?? [] },
    { title: 'Accepted, but no longer seen', ids: baseline?.unseen ?? [] },
  ].flatMap(({ title, ids }) =>
    ids.length === 0 ? [] : [{ level: 'warning', title, message: `${listed(ids, NAMED)} in ${baseline?.file}` }],
  );

/** The worst that GitHub will show; the last one says what is left out. */
function shownOf(annotations: readonly Annotation[]): readonly Annotation[] {
  if (annotations.length <= SHOWN) return annotations;
  const shown = annotations.slice(0, SHOWN - 1);
  const title = `${annotations.length - shown.length} more annotations are left out`;
  return [...shown, { level: 'notice', title, message: `GitHub shows ${SHOWN}. All of them stand in run.json.` }];
}

/** GitHub's workflow commands, at most ten, the worst first: defects, new departures, what is not known, the baseline's news. */
export const github: Format = (record) => {
  const departures = causesOf(record).new.map(departure);
  return shownOf([...defectsIn(record), ...departures, ...undecidedIn(record), ...newsOf(record)]).map(commandOf);
};
