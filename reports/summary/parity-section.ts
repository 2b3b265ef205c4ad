import { legacyWords, restWords } from '../parity/parity-words.ts';
import type { RunRecord } from '../run-record.ts';
import type { Paint } from './paint.ts';

/** Legacy code, REST status and issue, what was found, and of what: aligned to the left, all text. */
export function paritySection({ parity = [] }: RunRecord, paint: Paint): readonly string[] {
  if (parity.length === 0) return [];
  const rows = [
    ['legacy', 'REST', 'standing', 'of'],
    ...parity.map((row) => [legacyWords(row), restWords(row), row.standing, row.titles[0] ?? '']),
  ];
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const [head = '', ...lines] = rows.map((row) =>
    `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
  return [paint.title(head), ...lines];
}
