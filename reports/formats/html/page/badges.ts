/// <reference lib="dom" />
import type { Sign } from '../sign.ts';
import { type Child, element } from './elements.ts';

/** A mark of a verdict: sign and word, the colour only beside them. */
export const badge = ({ tone, sign, word }: Sign): HTMLElement =>
  element('span', { class: `badge ${tone}` }, element('span', { 'aria-hidden': 'true' }, sign), ` ${word}`);

/** Marks in a row, texts among them each on its own. */
export const marks = (...all: readonly Child[]): HTMLElement =>
  element(
    'p',
    { class: 'marks' },
    all.map((one) => (typeof one === 'string' ? element('span', {}, one) : one)),
  );

/** A duration for a person. */
export const msText = (ms: number): string =>
  ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;

/** A number of things: `1 scenario`, `2 scenarios`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
