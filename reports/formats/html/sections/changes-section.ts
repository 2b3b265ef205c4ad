import type { Change, ChangeKind } from '../../../compare/change.ts';
import { comparisonAnswer } from '../../../compare/changes-text.ts';
import type { Comparison } from '../../../compare/comparison.ts';
import type { RunRecord } from '../../../run-record.ts';
import { counted, grouped, listed } from '../../../summary/columns.ts';
import { PLAIN } from '../../../summary/paint.ts';
import { clipped } from '../../inert-text.ts';
import { type Content, html, type Markup } from '../markup.ts';
import type { Tone } from '../sign.ts';
import { instantText } from './header-section.ts';

/** How many changes of one kind are named, and the longest sentence, in UTF-16 units: ours. */
const NAMED = 100;
const LONGEST = 600;

const HEADINGS: Readonly<Record<ChangeKind, readonly [Tone, string]>> = {
  regressed: ['bad', 'Passed before, fails now'],
  added: ['bad', 'New findings'],
  vanished: ['bad', 'Planned before, not now'],
  'coverage-fell': ['bad', 'Verified before, not now'],
  'now-inconclusive': ['doubt', 'Judged before, not now'],
  flaky: ['doubt', 'Decided in a second attempt'],
  removed: ['good', 'Findings that no longer show'],
  fixed: ['good', 'Failed before, passes now'],
};

const changeItem = ({ sentence, scenario }: Change): Markup =>
  html`<li>${scenario === null ? clipped(sentence, LONGEST) : html`<button type="button" class="link" data-scenario="${clipped(scenario, 300)}">${clipped(sentence, LONGEST)}</button>`}</li>`;

function changeGroup([kind, changes]: readonly [string, readonly Change[]]): Markup {
  const [tone, heading] = HEADINGS[kind as ChangeKind];
  const rest = changes.length - NAMED;
  return html`<details${tone === 'bad' && html` open`}><summary><span class="badge ${tone}">${changes.length}</span> ${heading}</summary><ul class="notes">${changes.slice(0, NAMED).map(changeItem)}${rest > 0 && html`<li>… and ${rest} more in report --against --json</li>`}</ul></details>`;
}

function sinceRun(comparison: Comparison): Markup {
  const { before, caveats, changes, newScenarios } = comparison;
  return html`<h3>Since the run of ${instantText(before.startedAt)}</h3><p class="lead">${comparisonAnswer(comparison, PLAIN)}</p>
${caveats.map((caveat) => html`<p class="caveat">${clipped(caveat, LONGEST)}</p>`)}${newScenarios.length > 0 && html`<p>${counted(newScenarios.length, 'new scenario')}: ${clipped(listed(newScenarios, 10), LONGEST)}</p>`}${[...grouped(changes, ({ kind }) => kind)].map(changeGroup)}`;
}

function entries(tone: Tone, heading: string, ids: readonly string[], record: RunRecord): Content {
  if (ids.length === 0) return '';
  const items = ids.slice(0, NAMED).map((id) => {
    const entry = record.baseline?.accepted.find((one) => one.id === id);
    const more =
      entry && `${entry.reason} (${entry.owner}, ${entry.date}${entry.expires ? `, to ${entry.expires}` : ''})`;
    return html`<li><code>${clipped(id, LONGEST)}</code> ${more !== undefined && clipped(more, LONGEST)}</li>`;
  });
  return html`<details open><summary><span class="badge ${tone}">${ids.length}</span> ${heading}</summary><ul class="notes">${items}</ul></details>`;
}

function sinceBaseline(record: RunRecord): Content {
  const { baseline, scenarios } = record;
  if (baseline === undefined) return '';
  const seen = new Set(scenarios.flatMap(({ findings }) => findings.flatMap(({ accepted }) => accepted ?? [])));
  const still = baseline.accepted.map(({ id }) => id).filter((id) => seen.has(id) && !baseline.changed?.includes(id));
  return html`<h3>Since the baseline</h3>${entries('bad', 'Expired: they fail the run again', baseline.expired, record)}${entries('doubt', 'Accepted, and otherwise now: in other words, or only a part of it', baseline.changed ?? [], record)}${entries('good', 'Accepted, and no longer seen: take them out', baseline.unseen, record)}${entries('known', 'Accepted, and still so', still, record)}`;
}

/** What has changed since the baseline was written and, where one is given, since the run before. */
export function changesSection(record: RunRecord, comparison: Comparison | undefined): Content {
  if (record.baseline === undefined && comparison === undefined) return '';
  return html`<section id="changes" aria-labelledby="changes-title"><h2 id="changes-title">What has changed</h2>
${comparison && sinceRun(comparison)}${sinceBaseline(record)}</section>`;
}
