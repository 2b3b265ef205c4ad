import { recordText } from '../record-text.ts';
import type { Format } from './format.ts';

/** The record itself, as `run.schema.json` publishes it. */
export const json: Format = (record) => recordText(record, record.scenarios);
