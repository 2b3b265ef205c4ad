import type { CoverageEntry } from '../../../run-record.ts';
import { grouped } from '../../../summary/columns.ts';
import { clipped } from '../../inert-text.ts';
import { type Content, html, type Markup } from '../markup.ts';
import { coverageSign } from '../sign.ts';
import { fieldMap } from './field-map.ts';
import { cellsOf, type Placed, scrolled, summed } from './map-cells.ts';

/** Longest name and longest reason, in UTF-16 units: ours. */
const LONGEST = 120;
const LONGEST_REASON = 1000;

const ON_STATUS = ['status', 'issue', 'media-type', 'response'];
const ON_REQUEST = ['request', 'parameter'];

/** How the groups of the legacy operation are named. */
const LEGACY = 'legacy ';

const inGroups = (placed: readonly Placed[], groups: readonly string[]): readonly Placed[] =>
  placed.filter(({ entry }) => groups.includes(entry.group));

const statusOf = ({ entry }: Placed): string => /(?:^|[/_-])(\d{3}|default)(?=\/|$)/.exec(entry.id)?.[1] ?? 'any';

function statusRow([status, members]: readonly [string, readonly Placed[]]): Markup {
  const of = (group: string): readonly Placed[] => inGroups(members, [group]);
  return html`<tr><th scope="row">${status}</th><td>${cellsOf(of('status'), () => 'answered')}</td><td>${cellsOf(of('issue'))}</td><td>${cellsOf(of('media-type'), () => 'as documented')}</td><td>${summed(of('response'))}</td></tr>`;
}

/** Status × issue: a row a status, and in it what the contract promises of its answers. */
function statusMap(placed: readonly Placed[]): Content {
  if (placed.length === 0) return '';
  const rows = [...grouped(placed, statusOf)].toSorted(([a], [b]) => a.localeCompare(b)).map(statusRow);
  const heads = ['Status', 'Seen', 'Issues', 'Media type', 'Members of the body'];
  const table = html`<table class="map"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
  return html`<h3>Status × issue</h3>${scrolled('Status × issue', table)}`;
}

const HEADINGS: Readonly<Record<string, string>> = {
  code: 'Error codes of the legacy operation',
  security: 'Security',
  prose: 'Promised in prose',
};

/** What has no second side: a line of cells a group. */
function listMap([group, placed]: readonly [string, readonly Placed[]]): Markup {
  const isNamed = group === 'code' || group === 'security';
  const nameOf = ({ entry }: Placed): string =>
    isNamed
      ? entry.id
          .replace(/^legacy\//, '')
          .split('/')
          .slice(1)
          .join(' ')
      : entry.subject;
  return html`<h3>${HEADINGS[group] ?? clipped(group, LONGEST)}</h3><div class="cells">${cellsOf(placed, nameOf)}</div>`;
}

const listMaps = (placed: readonly Placed[], apart: readonly string[]): Content =>
  [...grouped(placed, ({ entry }) => entry.group)].filter(([group]) => !apart.includes(group)).map(listMap);

/** The legacy operation answers by codes, not by statuses: its own map of them, its fields, and its answers. */
function legacyMap(legacy: readonly Placed[]): Content {
  if (legacy.length === 0) return '';
  const placed = legacy.map(({ entry, at }): Placed => {
    const group = entry.group.slice(LEGACY.length);
    return { at, entry: { ...entry, group: group === 'issue' ? 'code' : group } };
  });
  const codes = inGroups(placed, ['code']);
  return html`${codes.length > 0 && listMap(['code', codes])}${fieldMap('Legacy request field × keyword', inGroups(placed, ON_REQUEST))}${fieldMap('Legacy answer, member × keyword', inGroups(placed, ['response']))}${listMaps(placed, [...ON_REQUEST, 'code', 'response'])}`;
}

function legend(placed: readonly Placed[]): Markup {
  const counts = [...grouped(placed, ({ entry }) => entry.standing)].toSorted((a, b) => b[1].length - a[1].length);
  const items = counts.map(([standing, members]) => {
    const { tone, sign, word } = coverageSign(standing);
    return html`<li><span class="badge ${tone}"><span aria-hidden="true">${sign}</span> ${clipped(word, LONGEST)}</span> ${members.length}</li>`;
  });
  return html`<ul class="legend" aria-label="Obligations by standing">${items}</ul>`;
}

const DECIDED = ['verified', 'rehearsed', 'failed', 'known'];

/** Gaps: what the run leaves open, by reason. */
function gaps(placed: readonly Placed[]): Content {
  const open = placed.filter(({ entry }) => !DECIDED.includes(entry.standing));
  if (open.length === 0) return '';
  const reasonOf = ({ entry: { standing, reason } }: Placed): string => (reason ? `${standing}: ${reason}` : standing);
  const items = [...grouped(open, reasonOf)].map(
    ([reason, members]) =>
      html`<li><p>${clipped(reason, LONGEST_REASON)}</p><div class="cells">${cellsOf(members, ({ entry }) => entry.subject)}</div></li>`,
  );
  return html`<details><summary>Gaps and their reasons: ${open.length}</summary><ul class="gaps">${items}</ul></details>`;
}

/** The contract as a map: what this run shows of every promise, with the scenarios behind each cell. */
export function contractMap(coverage: readonly CoverageEntry[]): Content {
  if (coverage.length === 0) return '';
  const placed = coverage.map((entry, at): Placed => ({ entry, at }));
  const legacy = placed.filter(({ entry }) => entry.group.startsWith(LEGACY));
  const rest = placed.filter(({ entry }) => !entry.group.startsWith(LEGACY));
  return html`<section id="contract" aria-labelledby="contract-title"><h2 id="contract-title">The contract as a map</h2>
<p class="lead">What this run shows of each of the ${coverage.length} promises; press a cell for the scenarios behind it.</p>
${legend(placed)}${statusMap(inGroups(rest, ON_STATUS))}${fieldMap('Request field × keyword', inGroups(rest, ON_REQUEST))}${listMaps(rest, [...ON_STATUS, ...ON_REQUEST])}
${legacyMap(legacy)}${gaps(placed)}</section>`;
}
