import type { Leftover } from '../../../../schemas/verdict.ts';
import type { RunRecord } from '../../../run-record.ts';
import { counted } from '../../../summary/columns.ts';
import { clipped } from '../../inert-text.ts';
import { type Content, html, type Markup } from '../markup.ts';

/** How many are listed, and the longest text, in UTF-16 units: ours. */
const LISTED = 200;
const LONGEST = 1000;

const short = (text: string | null | undefined): string => clipped(text ?? '–', LONGEST);

const invoiceRow = ({ invoiceId, reference, state, reason, run }: Leftover): Markup =>
  html`<tr><th scope="row"><code>${short(invoiceId ?? 'its creation was never answered')}</code></th><td>${short(state ?? 'uncertain')}</td><td><code>${short(reference)}</code></td><td>${short(run)}</td><td>${short(reason)}</td></tr>`;

function invoices(title: string, all: readonly Leftover[]): Content {
  if (all.length === 0) return '';
  const rest = all.length - LISTED;
  return html`<h3>${title}: ${all.length}</h3><div class="scroll" role="region" aria-label="${title}" tabindex="0"><table><thead><tr><th scope="col">Invoice</th><th scope="col">State</th><th scope="col">Reference</th><th scope="col">Run</th><th scope="col">Why it stands</th></tr></thead><tbody>${all.slice(0, LISTED).map(invoiceRow)}</tbody></table></div>${rest > 0 && html`<p>… and ${rest} more in run.json</p>`}`;
}

function defects({ defects: all }: RunRecord): Content {
  if (all.length === 0) return '';
  const items = all
    .slice(0, LISTED)
    .map(
      ({ scenario, code, message, hint }) =>
        html`<li><p><strong>${code}</strong> ${scenario !== null && short(scenario)}: ${short(message)}</p>${hint !== null && html`<p>${short(hint)}</p>`}</li>`,
    );
  return html`<h3>Defects of the suite itself: ${all.length}</h3><ul class="notes">${items}</ul>`;
}

/** What no verdict shows: defects of the suite, and invoices that still stand on the account. */
export function accountSection(record: RunRecord): Content {
  const { leftovers, orphans, defects: found } = record;
  if (leftovers.length + orphans.length + found.length === 0) return '';
  const left = leftovers.length + orphans.length;
  return html`<section id="account" aria-labelledby="account-title"><h2 id="account-title">Left behind</h2>
<p class="lead">${left === 0 ? 'No invoice of this suite stands on the account.' : `${counted(left, 'invoice')} of this suite may still stand on the account; cancel-conformance cleanup takes them away.`}</p>
${defects(record)}${invoices('Left by this run', leftovers)}${invoices('Left by earlier runs', orphans)}</section>`;
}
