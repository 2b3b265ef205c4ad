import { html, type Markup } from '../markup.ts';

/** One line of a plot: a value a run; undefined where the run has none. */
export interface Line {
  readonly name: string;
  readonly style: 'first' | 'second';
  readonly values: readonly (number | undefined)[];
}

/** Size of the plot, in its own units. */
const WIDTH = 340;
const HEIGHT = 90;
const EDGE = 4;

function lineMarkup({ name, style, values }: Line, most: number): Markup {
  const step = (WIDTH - 2 * EDGE) / Math.max(1, values.length - 1);
  const points = values.flatMap((value, at) => {
    if (value === undefined) return [];
    return [{ x: EDGE + at * step, y: HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE) }];
  });
  const path = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const last = points.at(-1);
  const end = last && html`<circle cx="${last.x.toFixed(1)}" cy="${last.y.toFixed(1)}" r="3"/>`;
  return html`<g class="line-${style}"><title>${name}</title><polyline points="${path}"/>${end}</g>`;
}

/** Lines over the runs of a history, the oldest first, from zero to the largest value. */
export function lines(all: readonly Line[], title: string): Markup {
  const most = Math.max(1e-9, ...all.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}"><line x1="0" y1="${HEIGHT}" x2="${WIDTH}" y2="${HEIGHT}"/>${all.map((line) => lineMarkup(line, most))}</svg>`;
}
