import { html, type Markup } from '../markup.ts';
import type { Tone } from '../sign.ts';

/** One part of a bar. */
export interface Part {
  readonly tone: Tone;
  readonly word: string;
  readonly count: number;
}

/** A bar, and what it stands for. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly Part[];
}

/** Size of the plot, in its own units. */
const WIDTH = 720;
const HEIGHT = 140;

function barMarkup({ label, parts }: Bar, x: number, width: number, most: number): Markup {
  let y = HEIGHT;
  const rects = parts.map(({ tone, count }) => {
    const height = (count / most) * HEIGHT;
    y -= height;
    return html`<rect class="${tone}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"/>`;
  });
  const words = parts.filter(({ count }) => count > 0).map(({ word, count }) => `${count} ${word}`);
  return html`<g><title>${label}: ${words.join(', ')}</title>${rects}</g>`;
}

/** Bars beside each other, the oldest first, each of its parts on top of the one before. */
export function stackedBars(bars: readonly Bar[], title: string): Markup {
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0)));
  const step = WIDTH / Math.max(bars.length, 12);
  const marks = bars.map((bar, at) => barMarkup(bar, at * step, step * 0.8, most));
  return html`<svg class="plot" preserveAspectRatio="xMinYMid meet" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}"><line x1="0" y1="${HEIGHT}" x2="${WIDTH}" y2="${HEIGHT}"/>${marks}</svg>`;
}
