/// <reference lib="dom" />
import { specView } from './clause-view.ts';
import { copyButton } from './copy.ts';
import { closeDialog, openDialog } from './dialog.ts';
import { element } from './elements.ts';
import { leftRows } from './list.ts';
import { data, detailOf, hashOf, named, rowOfHash } from './page-state.ts';
import { scenarioView } from './scenario-view.ts';

/** The part of the address that what is shown over the page was opened by. */
const memory = { shown: '' };

function beside(row: number, step: number): number | undefined {
  const at = leftRows().indexOf(row);
  return at < 0 ? undefined : leftRows()[at + step];
}

function go(row: number | undefined): void {
  if (row !== undefined) location.hash = hashOf(row);
}

async function openScenario(at: number): Promise<void> {
  const row = data.rows[at];
  if (row === undefined) return;
  memory.shown = location.hash;
  const detail = await detailOf(at);
  const [before, after] = [beside(at, -1), beside(at, 1)];
  const link = copyButton('link', location.href);
  openDialog(
    row.id,
    [element('p', { class: 'scenario-title' }, row.title, link), scenarioView(row, detail)],
    [
      { words: 'Previous', act: () => go(before), isOff: before === undefined },
      { words: 'Next', act: () => go(after), isOff: after === undefined },
    ],
  );
}

/** Shows a pinned document at its line; false where the address names none. */
function openSpec(hash: string): boolean {
  const [, file = '', line = '1'] = /^specs\/(.*):(\d+)$/s.exec(named(hash)) ?? [];
  const view = specView(file, Number(line));
  if (view === undefined) return false;
  memory.shown = location.hash;
  openDialog(`specs/${file}:${line}`, view);
  view.querySelector('mark')?.scrollIntoView({ block: 'center' });
  return true;
}

/** Shows what the address names: a scenario, a line of the contract, the page of a kind, or a section; otherwise the page. */
export async function followAddress(): Promise<void> {
  const row = rowOfHash(location.hash);
  if (row !== undefined) return openScenario(row);
  if (openSpec(location.hash)) return;
  closeDialog();
  const found = document.getElementById(named(location.hash));
  if (found === null) return;
  if (found instanceof HTMLDetailsElement) found.open = true;
  found.scrollIntoView();
}

/** The address of what is shown is taken back when that is closed, without a jump; another one stays. */
export function forgetAddress(): void {
  if (memory.shown !== '' && location.hash === memory.shown)
    history.replaceState(null, '', `${location.pathname}${location.search}`);
  memory.shown = '';
}
