import type { RunRecord } from '../../run-record.ts';
import { answerOf } from '../../summary/answer.ts';
import { PLAIN } from '../../summary/paint.ts';
import { clipped } from '../inert-text.ts';
import { html, type Markup } from './markup.ts';

/** A page around its data: the list's goes between `before` and `between`, the details between that and `after`. */
export interface Shell {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

const SECTIONS = [
  ['findings', 'Findings'],
  ['changes', 'Changes'],
  ['contract', 'Contract'],
  ['parity', 'Parity'],
  ['scenarios', 'Scenarios'],
  ['trends', 'Trends'],
  ['timing', 'Timing'],
  ['account', 'Left behind'],
  ['kinds', 'Kinds'],
] as const;

/** Links to the sections that the page has. */
function navigation({ markup }: Markup): Markup {
  const links = SECTIONS.filter(([id]) => markup.includes(`<section id="${id}"`)).map(
    ([id, name]) => html`<li><a href="#${id}">${name}</a></li>`,
  );
  return html`<nav aria-label="Sections"><ul>${links}</ul></nav>`;
}

/** The frame of the page: its policy, its style, what stands above and below, and the dialogs that the script fills. */
export function shell(record: RunRecord, policy: string, style: string, body: Markup): Shell {
  const title = html`${clipped(answerOf(record, PLAIN), 200)} ${record.suite.name}`;
  const before = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ markup: style }}</style></head>
<body><a class="skip" href="#findings">Skip to the findings</a>
<header class="top"><p class="brand"><strong>${record.suite.name}</strong> <span>regression report</span></p>${navigation(body)}<button type="button" id="theme" class="plain">Dark</button></header>
<main>
<noscript><p class="caveat">Scripts are off: the list of scenarios and the evidence need them. The same run as text: cancel-conformance report RUN --format markdown.</p></noscript>
${body}
</main>
<footer><p>Made by ${record.suite.name} ${record.suite.version} from the record of run ${clipped(record.id, 100)}. Credentials are never recorded.</p></footer>
<dialog id="dialog" aria-labelledby="dialog-title"></dialog>
<p id="said" class="unseen" role="status"></p>
<script type="application/json" id="data">`;
  return {
    before: before.markup,
    between: '<script type="application/x-ndjson" id="details">\n',
    after: '</script>\n</body></html>\n',
  };
}
