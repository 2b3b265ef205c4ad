/// <reference lib="dom" />
import { inertLines } from '../../inert-text.ts';
import { byId } from './elements.ts';

/** Says something to who cannot see that it happened. */
export function say(text: string): void {
  byId('said').textContent = inertLines(text);
}
