import type { Leftover, Verdict } from '../../schemas/verdict.ts';
import type { RunRecord } from '../run-record.ts';
import { grouped, listed } from './columns.ts';
import type { Paint } from './paint.ts';

/** How many reasons and defects are printed; the record has all of them. */
const SHOWN = 10;

function reasons({ scenarios }: RunRecord, verdict: Verdict, paint: Paint): readonly string[] {
  const members = scenarios.filter((scenario) => scenario.verdict === verdict);
  if (members.length === 0) return [];
  const groups = [...grouped(members, ({ reason }) => reason ?? 'no reason given')].slice(0, SHOWN);
  return [
    paint.title(`${verdict[0]?.toUpperCase()}${verdict.slice(1)}: ${members.length}`),
    ...groups.flatMap(([reason, group]) => {
      const ids = group.map(({ id }) => id);
      return [`  ${reason}`, paint.quiet(`    ${group.length} × ${listed(ids, 3)}`)];
    }),
  ];
}

function defectsOf({ defects }: RunRecord, paint: Paint): readonly string[] {
  if (defects.length === 0) return [];
  const lines = defects
    .slice(0, SHOWN)
    .flatMap(({ scenario, message, hint }) => [
      `  ${scenario ? `${scenario}: ` : ''}${message}`,
      ...(hint === null ? [] : [`    ${hint}`]),
    ]);
  const rest = defects.length - SHOWN;
  return [paint.title(`Defects: ${defects.length}`), ...lines, ...(rest > 0 ? [`  … and ${rest} more`] : [])];
}

/** Invoices that still stand, under a title that says whose they are. */
function standing(title: string, open: readonly Leftover[], paint: Paint): readonly string[] {
  if (open.length === 0) return [];
  const lines = open
    .slice(0, SHOWN)
    .map(
      ({ invoiceId, reference, state, reason }) =>
        `  ${invoiceId ?? `reference ${reference}`} (${state ?? 'state unknown'}): ${reason}`,
    );
  const rest = open.length - SHOWN;
  return [paint.title(`${title}: ${open.length}`), ...lines, ...(rest > 0 ? [`  … and ${rest} more`] : [])];
}

/** Scenarios that were decided only in their second attempt. */
function flakyOnes({ scenarios }: RunRecord, paint: Paint): readonly string[] {
  const flaky = scenarios.filter((scenario) => scenario.flaky !== undefined);
  if (flaky.length === 0) return [];
  const lines = flaky
    .slice(0, SHOWN)
    .map(({ id, verdict, flaky: reason }) => `  ${id}: ${verdict}; at first, ${reason}`);
  return [paint.title(`Flaky, decided in a second attempt: ${flaky.length}`), ...lines];
}

/** Of what nothing is known, and why: defects, inconclusive and inapplicable scenarios, and those that were not run. */
export const unknownSection = (record: RunRecord, paint: Paint): readonly string[] => [
  ...defectsOf(record, paint),
  ...standing('Left behind', record.leftovers, paint),
  ...standing('Orphans of earlier runs', record.orphans, paint),
  ...flakyOnes(record, paint),
  ...reasons(record, 'inconclusive', paint),
  ...reasons(record, 'inapplicable', paint),
  ...(record.notRun.length > 0
    ? [paint.title(`Not run: ${record.notRun.length}`), `  ${listed(record.notRun, 5)}`]
    : []),
];
