import { html, type Markup } from '../markup.ts';

/** Size of the plot, in its own units. */
const WIDTH = 240;
const HEIGHT = 36;
const BARS = 40;

/** Where the axis begins, in milliseconds: faster calls stand in the first bar. */
const LEAST_MS = 0.1;

/** How durations are spread over a logarithmic axis that ends at `mostMs`. */
export function histogram(durationsMs: readonly number[], mostMs: number, title: string): Markup {
  const span = Math.log(Math.max(mostMs, 1) / LEAST_MS);
  const counts = Array.from({ length: BARS }, () => 0);
  for (const ms of durationsMs) {
    const share = Math.log(Math.max(ms, LEAST_MS) / LEAST_MS) / span;
    const bar = Math.min(BARS - 1, Math.max(0, Math.floor(share * BARS)));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  const tallest = Math.max(1, ...counts);
  const bars = counts.map((count, at) => {
    const height = count === 0 ? 0 : Math.max(2, (count / tallest) * HEIGHT);
    return html`<rect x="${at * (WIDTH / BARS)}" y="${(HEIGHT - height).toFixed(1)}" width="${WIDTH / BARS - 1}" height="${height.toFixed(1)}"/>`;
  });
  return html`<svg class="histogram" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}"><line x1="0" y1="${HEIGHT}" x2="${WIDTH}" y2="${HEIGHT}"/>${bars}</svg>`;
}
