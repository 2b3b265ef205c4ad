import { codeOf, KIND_PAGES } from '../kinds/kind-pages.ts';
import { kindMarkdown, kindText } from '../kinds/kind-text.ts';
import type { RunRecord } from '../run-record.ts';
import { type SarifLevel, type SarifResult, type SarifRule, sarifText } from '../sarif-log.ts';
import { listed } from '../summary/columns.ts';
import { samenessOf } from '../summary/departures.ts';
import { type Cause, causesOf, type Standing } from './causes.ts';
import type { Format } from './format.ts';
import { clipped, inert } from './inert-text.ts';
import { specPathOf } from './spec-path.ts';

/** How many scenarios of one cause are named; all are counted. */
const NAMED = 5;

/** Longest text of a result, in UTF-16 units: ours. */
const LONGEST = 4000;

const LEVELS: Readonly<Record<Standing, SarifLevel>> = { new: 'error', known: 'warning', open: 'note', weak: 'note' };

const rules: readonly SarifRule[] = KIND_PAGES.map(([kind, page]) => ({
  id: page.code,
  name: kind,
  level: 'error',
  summary: `${page.title}.`,
  details: `${page.means} ${page.matters}`,
  help: { text: kindText(page), markdown: kindMarkdown(page) },
}));

function textOf({ finding, scenarios }: Cause): string {
  const { explanation, expected, actual } = finding;
  const said = `${clipped(explanation, LONGEST)} Expected ${clipped(expected, LONGEST)}, got ${clipped(actual, LONGEST)}.`;
  return inert(`${said} In ${listed(scenarios, NAMED)}.`);
}

/** Somebody's word that it is known (§3.35). */
function suppressionOf({ baseline }: RunRecord, accepted: string | undefined): object {
  const entry = baseline?.accepted.find(({ id }) => id === accepted);
  if (entry === undefined) return {};
  const { reason, owner, date } = entry;
  return {
    suppressions: [{ kind: 'external', status: 'accepted', justification: inert(`${reason} (${owner}, ${date})`) }],
  };
}

const resultOf =
  (record: RunRecord, standing: Standing) =>
  (cause: Cause): SarifResult => ({
    rule: codeOf(cause.finding.kind) ?? cause.finding.kind,
    level: LEVELS[standing],
    text: textOf(cause),
    clause: { file: specPathOf(cause.finding.clause), line: cause.finding.clause.line },
    fingerprint: inert(samenessOf(cause.first).replaceAll('\n', ' ')),
    more: { occurrenceCount: cause.count, ...suppressionOf(record, cause.finding.accepted) },
  });

/** SARIF 2.1.0: one result for each cause, at the line of the contract that it departs from; accepted ones are suppressed. */
export const sarif: Format = (record) => {
  const causes = causesOf(record);
  const standings: readonly Standing[] = ['new', 'known', 'open', 'weak'];
  const results = standings.flatMap((standing) => causes[standing].map(resultOf(record, standing)));
  return [sarifText({ suite: record.suite, rules, results, fingerprints: 'finding/v1' })];
};
