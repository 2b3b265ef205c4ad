import { pinnedFile } from '../../../schemas/contract/pinned-file.ts';
import type { HistoryLine } from '../../history/history-line.ts';
import { pageOf } from '../../kinds/kind-pages.ts';
import type { RunRecord } from '../../run-record.ts';
import { type Cause, causesOf, type Standing } from '../causes.ts';
import { causeHistory } from './cause-history.ts';
import { clipDeep } from './clip-deep.ts';
import type { PageCause, PageData } from './page-data.ts';
import type { Listed } from './page-rows.ts';
import { kindsIn } from './sections/kinds-section.ts';

/** Longest text of a cause or an obligation, in UTF-16 units: ours. */
const LONGEST = 4000;

/** How many scenarios of one cause are named, and of how many causes the earlier runs are asked: ours. */
const NAMED = 500;
const MOST_WITH_HISTORY = 1000;

/** What a cause means, in the order in which a morning asks for it. */
const STANDINGS: readonly Standing[] = ['new', 'known', 'weak', 'open'];

function acceptedBy({ baseline }: RunRecord, id: string | undefined): Pick<PageCause, 'accepted'> {
  const entry = baseline?.accepted.find((one) => one.id === id);
  if (entry === undefined) return {};
  const { reason, owner, date, source } = entry;
  return { accepted: clipDeep({ reason, owner, date, source }, LONGEST) };
}

/** The causes of a run, those that fail it first. */
export function orderedCauses(record: RunRecord): readonly (readonly [Standing, Cause])[] {
  const causes = causesOf(record);
  return STANDINGS.flatMap((standing) => causes[standing].map((cause) => [standing, cause] as const));
}

function pageCauses(
  record: RunRecord,
  listed: readonly Listed[],
  earlier: readonly HistoryLine[],
): readonly PageCause[] {
  const places = new Map(listed.map(({ scenario }, at) => [scenario?.id, at]));
  return orderedCauses(record).map(([standing, cause], at) => {
    const { check: _, ...finding } = cause.finding;
    const scenarios = cause.scenarios.slice(0, NAMED).flatMap((id) => places.get(id) ?? []);
    const isAsked = earlier.length > 0 && at < MOST_WITH_HISTORY;
    return {
      standing,
      finding: clipDeep(finding, LONGEST),
      scenarios,
      shows: cause.scenarios.length,
      ...acceptedBy(record, finding.accepted),
      ...(isAsked && { history: causeHistory(cause, earlier, record.startedAt) }),
    };
  });
}

/** The pinned documents that a run cites, line by line; those that are not here are left out. */
function specsOf({ scenarios, contract }: RunRecord): PageData['specs'] {
  const files = new Set([contract.file]);
  for (const { clause, findings } of scenarios) {
    files.add(clause.file);
    for (const finding of findings) files.add(finding.clause.file);
  }
  return Object.fromEntries(
    [...files].flatMap((file) => {
      const pinned = pinnedFile(file);
      return pinned === null ? [] : [[file, pinned.lines]];
    }),
  );
}

/** What the page's script reads at once. `earlier` are the runs before on the same target, the oldest first. */
export function pageDataOf(record: RunRecord, listed: readonly Listed[], earlier: readonly HistoryLine[]): PageData {
  const { id, target, contract, suite, startedAt } = record;
  const kinds = kindsIn(record).map((kind) => {
    const { code, title } = pageOf(kind);
    return [kind, { code, title }];
  });
  return {
    run: clipDeep({ id, target, contract, suite, startedAt }, LONGEST),
    rows: listed.map(({ row }) => row),
    causes: pageCauses(record, listed, earlier),
    kinds: Object.fromEntries(kinds),
    obligations: clipDeep(record.coverage, LONGEST),
    specs: specsOf(record),
  };
}
