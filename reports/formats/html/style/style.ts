import { COLOURS } from './colours.ts';
import { LIST } from './list.ts';
import { PAGE } from './page.ts';
import { PARTS } from './parts.ts';

/** What the page wears: all of it in the page, since it loads nothing. */
export const STYLE: string = [COLOURS, PAGE, PARTS, LIST].join('');
