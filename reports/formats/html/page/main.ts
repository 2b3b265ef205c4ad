/// <reference lib="dom" />
import { followAddress, forgetAddress } from './address.ts';
import { startCauses } from './causes.ts';
import { onDialogClosed } from './dialog.ts';
import { byId } from './elements.ts';
import { toggleOutcome } from './filters.ts';
import { startKeyboard } from './keyboard.ts';
import { startList } from './list.ts';
import { openObligations } from './obligations-view.ts';
import { hashOf, rowOf } from './page-state.ts';
import { startPrint } from './print.ts';
import { startTheme } from './theme.ts';

/** What the buttons do that stand in the page from the start. */
function pressed(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target.closest('button') : null;
  const { obligations, scenario, outcome } = target?.dataset ?? {};
  if (obligations !== undefined) openObligations(obligations.split(' ').map(Number));
  if (outcome !== undefined) {
    toggleOutcome(outcome);
    byId('scenarios').scrollIntoView();
  }
  const row = scenario === undefined ? undefined : rowOf(scenario);
  if (row !== undefined) location.hash = hashOf(row);
}

startTheme();
startList();
startCauses();
startKeyboard();
startPrint();
document.addEventListener('click', pressed);
onDialogClosed(forgetAddress);
addEventListener('hashchange', () => void followAddress());
if (location.hash !== '') void followAddress();
performance.mark('usable');
