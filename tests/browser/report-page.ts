import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FormatContext } from '../../reports/formats/format.ts';
import { html } from '../../reports/formats/html.ts';
import type { RunRecord } from '../../reports/run-record.ts';
import { curlOf } from '../../schemas/checks/reproduce.ts';

const directory = mkdtempSync(join(tmpdir(), 'html-report-'));

/** A record as a page. */
export const pageText = (record: RunRecord, more: Partial<FormatContext> = {}): string =>
  [...html(record, { explain: () => '', curlOf, ...more })].join('');

/** A record as a page on disk: its address for a browser. */
export function pageFile(name: string, record: RunRecord, more: Partial<FormatContext> = {}): string {
  const file = join(directory, `${name}.html`);
  writeFileSync(file, pageText(record, more));
  return pathToFileURL(file).href;
}
