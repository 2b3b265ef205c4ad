import { FINDING_KINDS, type FindingKind } from '../../../../schemas/finding.ts';
import { codeOf, pageOf } from '../../../kinds/kind-pages.ts';
import type { RunRecord } from '../../../run-record.ts';
import { type Content, html, type Markup } from '../markup.ts';

/** The kinds of finding that a run shows, in their permanent order; those that this version knows. */
export function kindsIn({ scenarios }: RunRecord): readonly FindingKind[] {
  const seen = new Set(scenarios.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  return FINDING_KINDS.filter((kind) => seen.has(kind) && codeOf(kind) !== undefined);
}

function kindArticle(kind: FindingKind): Markup {
  const { code, title, means, matters, mend, example } = pageOf(kind);
  const shown = example && [
    html`<figure><figcaption>Departs</figcaption><pre tabindex="0">${example.departs}</pre></figure>`,
    html`<figure><figcaption>Conforms</figcaption><pre tabindex="0">${example.conforms}</pre></figure>`,
  ];
  return html`<details class="kind" id="${code}"><summary><code>${code}</code> <strong>${title}</strong> <span class="quiet">${kind}</span></summary>
<dl><dt>What it means</dt><dd>${means}</dd><dt>Why it matters</dt><dd>${matters}</dd><dt>How to mend it</dt><dd>${mend}</dd></dl>${shown && html`<div class="pair">${shown}</div>`}</details>`;
}

/** What each kind of finding of this run means, why it matters and how to mend it, under its permanent code. */
export function kindsSection(kinds: readonly FindingKind[]): Content {
  if (kinds.length === 0) return '';
  return html`<section id="kinds" aria-labelledby="kinds-title"><h2 id="kinds-title">What the kinds of finding mean</h2>${kinds.map(kindArticle)}</section>`;
}
