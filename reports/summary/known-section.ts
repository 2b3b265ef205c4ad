import type { BaselineEntry } from '../baseline.ts';
import type { RunRecord } from '../run-record.ts';
import { counted, grouped } from './columns.ts';
import { type Drawn, drawnIn, isKnown } from './departures.ts';
import type { Paint } from './paint.ts';

/** What somebody accepted, in the words they gave. */
function known({ id, reason, owner, date, expires }: BaselineEntry, group: readonly Drawn[], paint: Paint) {
  const scenarios = new Set(group.map(({ scenario }) => scenario.id)).size;
  const until = expires === undefined ? '' : `, until ${expires}`;
  return [
    `  ${reason}`,
    paint.quiet(`    ${id}: in ${counted(scenarios, 'scenario')}; accepted by ${owner} on ${date}${until}`),
  ];
}

const news = (title: string, ids: readonly string[], paint: Paint): readonly string[] =>
  ids.length === 0 ? [] : [paint.title(title), ...ids.map((id) => `  ${id}`)];

/** What the baseline accepts: seen again, no longer seen, or accepted no longer. */
export function knownSection(record: RunRecord, paint: Paint): readonly string[] {
  const { baseline } = record;
  if (baseline === undefined) return [];
  const accepted = drawnIn(record).filter(({ finding }) => finding.accepted !== undefined);
  const byEntry = grouped(accepted, ({ finding }) => finding.accepted ?? '');
  const lines = baseline.accepted.flatMap((entry) => {
    const group = byEntry.get(entry.id);
    return group ? known(entry, group, paint) : [];
  });
  return [
    ...(lines.length > 0
      ? [
          paint.title(`Known: ${drawnIn(record).filter(isKnown(record)).length}, accepted in ${baseline.file}`),
          ...lines,
        ]
      : []),
    ...news(`Accepted, but no longer seen: take them out of ${baseline.file}`, baseline.unseen, paint),
    ...news(`Accepted, and otherwise now: look at them in ${baseline.file}`, baseline.changed ?? [], paint),
    ...news(`Accepted until a day that is past, in ${baseline.file}`, baseline.expired, paint),
  ];
}
