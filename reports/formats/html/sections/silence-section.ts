import type { RunRecord } from '../../../run-record.ts';
import { counted, grouped } from '../../../summary/columns.ts';
import { clipped } from '../../inert-text.ts';
import { type Content, html } from '../markup.ts';

/** How many scenarios of one reason are named, and the longest text, in UTF-16 units: ours. */
const NAMED = 20;
const LONGEST = 600;

/** Why nothing is known of the contract in some scenarios, and where it has no word for what they provoke. */
export function silenceSection({ scenarios }: RunRecord): Content {
  const lists = [
    ['Inconclusive: nothing is known of the contract', 'inconclusive'],
    ['Inapplicable on this target', 'inapplicable'],
  ] as const;
  const reasons = lists.map(([heading, verdict]) => {
    const members = scenarios.filter((scenario) => scenario.verdict === verdict);
    return list(heading, [...grouped(members, ({ reason }) => reason ?? 'no reason given')]);
  });
  const silent = scenarios.filter(({ gap }) => gap !== undefined);
  const gaps = list('The contract has no word for it', [...grouped(silent, ({ gap }) => gap ?? '')]);
  const flaky = scenarios.filter((scenario) => scenario.flaky !== undefined);
  const second = list('Flaky: decided in a second attempt', [...grouped(flaky, (scenario) => scenario.flaky ?? '')]);
  const all = [...reasons, second, gaps];
  if (all.every((one) => one === '')) return '';
  return html`<section id="silence" aria-labelledby="silence-title"><h2 id="silence-title">What this run does not tell</h2>${all}</section>`;
}

type Group = readonly [reason: string, members: readonly RunRecord['scenarios'][number][]];

function list(heading: string, groups: readonly Group[]): Content {
  if (groups.length === 0) return '';
  const count = groups.reduce((sum, [, members]) => sum + members.length, 0);
  const items = groups.slice(0, NAMED).map(([reason, members]) => {
    const ids = members.slice(0, NAMED).map(({ id }) => {
      const short = clipped(id, 300);
      return html`<button type="button" class="link" data-scenario="${short}">${short}</button> `;
    });
    const rest = members.length - NAMED;
    return html`<li><p>${clipped(reason, LONGEST)}</p><p class="ids">${ids}${rest > 0 && `and ${rest} more`}</p></li>`;
  });
  const rest = groups.length - NAMED;
  return html`<details><summary>${heading}: ${counted(count, 'scenario')}</summary><ul class="notes">${items}${rest > 0 && html`<li>… and ${counted(rest, 'reason')} more in run.json</li>`}</ul></details>`;
}
