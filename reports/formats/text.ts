import { PAGE_WIDTH } from '../summary/wrapped.ts';
import { summaryOf } from '../summary.ts';
import type { Format } from './format.ts';
import { inertLines } from './inert-text.ts';

/** The summary that a run prints, without colours. */
export const text: Format = (record, { explain, history }) => [
  inertLines(summaryOf(record, { explain, paths: [], width: PAGE_WIDTH, history })),
];
