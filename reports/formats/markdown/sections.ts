import type { Verdict } from '../../../schemas/verdict.ts';
import type { BaselineEntry } from '../../baseline.ts';
import { namedKind } from '../../kinds/kind-pages.ts';
import type { CoverageEntry, RunRecord } from '../../run-record.ts';
import { counted, grouped } from '../../summary/columns.ts';
import { type Cause, causesOf } from '../causes.ts';
import type { FormatContext } from '../format.ts';
import { clipped } from '../inert-text.ts';
import { causeBlock, ids } from './cause-block.ts';
import { prose } from './markdown-text.ts';
import type { Section } from './section.ts';
import { trendSections } from './trend-sections.ts';

/** Longest sentence, in UTF-16 units: ours. */
const LONGEST = 2000;

const sentence = (text: string): string => prose(clipped(text, LONGEST));

const item = (text: string, scenarios: readonly string[]): string =>
  `- ${counted(scenarios.length, 'scenario')}: ${sentence(text)} (${ids(scenarios, 3)})`;

const title = (text: string): string => `### ${text}`;

const full = (heading: string, causes: readonly Cause[], { curlOf }: FormatContext): Section => ({
  title: title(heading),
  noun: 'cause',
  blocks: causes.map((cause) => () => causeBlock(cause, curlOf)),
});

const brief = (heading: string, causes: readonly Cause[]): Section => ({
  title: title(heading),
  noun: 'cause',
  blocks: causes.map(
    ({ finding, scenarios }) =>
      () =>
        item(`${finding.level} ${namedKind(finding.kind)}: ${finding.explanation}`, scenarios),
  ),
});

const defects = ({ defects: all }: RunRecord): Section => ({
  title: title(`Defects of the suite or its configuration: ${all.length}`),
  noun: 'defect',
  blocks: all.map(
    ({ scenario, code, message, hint }) =>
      () =>
        `- ${code}${scenario === null ? '' : ` in ${sentence(scenario)}`}: ${sentence(message)} ${sentence(hint ?? '')}`,
  ),
});

const accepted = ({ reason, owner, date, expires }: BaselineEntry): string =>
  `${reason} Accepted by ${owner} on ${date}${expires === undefined ? '' : `, until ${expires}`}.`;

function known({ baseline }: RunRecord, causes: readonly Cause[]): Section {
  const byEntry = [...grouped(causes, ({ finding }) => finding.accepted ?? '')];
  const blocks = byEntry.map(([id, group]) => () => {
    const entry = baseline?.accepted.find((one) => one.id === id);
    return item(`${id}. ${entry ? accepted(entry) : ''}`, [...new Set(group.flatMap(({ scenarios }) => scenarios))]);
  });
  return {
    title: title(`Known: ${counted(byEntry.length, 'accepted departure')}`),
    noun: 'accepted departure',
    blocks,
  };
}

const plain = (heading: string, noun: string, lines: readonly string[]): Section => ({
  title: title(`${heading}: ${lines.length}`),
  noun,
  blocks: lines.map((line) => () => `- ${sentence(line)}`),
});

function undecided({ scenarios }: RunRecord, verdict: Verdict): Section {
  const members = scenarios.filter((scenario) => scenario.verdict === verdict);
  const groups = [...grouped(members, ({ reason }) => reason ?? 'no reason given')];
  const blocks = groups.map(
    ([reason, group]) =>
      () =>
        item(
          reason,
          group.map(({ id }) => id),
        ),
  );
  return {
    title: title(`${verdict === 'inconclusive' ? 'Inconclusive' : 'Inapplicable'}: ${members.length}`),
    noun: 'reason',
    blocks,
  };
}

function gaps({ scenarios }: RunRecord): Section {
  const silent = scenarios.filter(({ gap }) => gap !== undefined);
  const blocks = [...grouped(silent, ({ gap }) => gap ?? '')].map(
    ([gap, group]) =>
      () =>
        item(
          gap,
          group.map(({ id }) => id),
        ),
  );
  return { title: title(`Gaps in the contract: ${counted(silent.length, 'scenario')}`), noun: 'gap', blocks };
}

const reasonOf = ({ standing, reason }: CoverageEntry): string => (reason ? `${standing}: ${reason}` : standing);

function coverage({ coverage: all }: RunRecord): Section {
  const open = all.filter(({ standing }) => standing !== 'verified');
  const blocks = [...grouped(open, reasonOf)].map(
    ([reason, group]) =>
      () =>
        `- ${counted(group.length, 'obligation')} ${sentence(reason)} (${ids([...new Set(group.map(({ id }) => id))], 3)})`,
  );
  const verified = all.length - open.length;
  return {
    title: title(`Coverage: ${verified} of ${counted(all.length, 'obligation')} verified`),
    noun: 'reason',
    blocks,
  };
}

/** Everything a run has to say, in the order in which it matters. */
export function sectionsOf(record: RunRecord, context: FormatContext): readonly Section[] {
  const { baseline, failOn, notRun, scenarios } = record;
  const causes = causesOf(record);
  const flaky = scenarios.flatMap(({ id, flaky: why }) => (why === undefined ? [] : [`${id}: at first, ${why}`]));
  const standing = [...record.leftovers, ...record.orphans].map(
    ({ invoiceId, reference, reason }) => `${invoiceId ?? reference ?? 'an invoice'}: ${reason}`,
  );
  return [
    defects(record),
    full(`${baseline ? 'New departures' : 'Departures'}: ${counted(causes.new.length, 'cause')}`, causes.new, context),
    known(record, causes.known),
    plain('Accepted, but no longer seen', 'entry', baseline?.unseen ?? []),
    plain('Accepted, and otherwise now', 'entry', baseline?.changed ?? []),
    plain('Accepted until a day that is past', 'entry', baseline?.expired ?? []),
    undecided(record, 'inconclusive'),
    plain('Not run', 'scenario', notRun),
    plain('Flaky, decided in a second attempt', 'scenario', flaky),
    plain('Left on the account', 'invoice', standing),
    gaps(record),
    brief(`Answers that the contract leaves open: ${counted(causes.open.length, 'cause')}`, causes.open),
    brief(`Below ${failOn}, which fail no run: ${counted(causes.weak.length, 'cause')}`, causes.weak),
    undecided(record, 'inapplicable'),
    coverage(record),
    ...trendSections(context.history),
  ];
}
