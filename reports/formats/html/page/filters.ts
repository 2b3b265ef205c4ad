/// <reference lib="dom" />
import type { PageRow } from '../page-data.ts';
import { OUTCOME_SIGNS } from '../sign.ts';
import { byId } from './elements.ts';
import { data } from './page-state.ts';

/** What narrows the list; empty texts narrow nothing. */
export interface Filter {
  readonly words: readonly string[];
  readonly outcome: string;
  readonly level: string;
  readonly topic: string;
  readonly operation: string;
}

const memory: { texts?: readonly string[] } = {};

/** What is searched of a row, in lower case. */
const searched = ({ id, title, topic, operation, kinds, outcome, isFlaky }: PageRow): string => {
  const codes = kinds.map((kind) => data.kinds[kind]?.code ?? '');
  const words = [id, title, topic, operation, ...kinds, ...codes, OUTCOME_SIGNS[outcome].word, isFlaky ? 'flaky' : ''];
  return words.join('\n').toLowerCase();
};

const isAny = (wanted: string, value: string | null): boolean => wanted === '' || wanted === value;

/** The places of the rows that a filter leaves, in their order. */
export function rowsLeft({ words, outcome, level, topic, operation }: Filter): readonly number[] {
  memory.texts ??= data.rows.map(searched);
  const texts = memory.texts;
  return [...data.rows.keys()].filter((at) => {
    const row = data.rows[at];
    if (row === undefined || !isAny(outcome, row.outcome) || !isAny(level, row.level)) return false;
    if (!isAny(topic, row.topic) || !isAny(operation, row.operation)) return false;
    return words.every((word) => texts[at]?.includes(word));
  });
}

const selected = (name: string): string =>
  document.querySelector<HTMLSelectElement>(`select[data-filter="${name}"]`)?.value ?? '';

/** What the form says now. */
export const filterNow = (): Filter => ({
  words: byId<HTMLInputElement>('search').value.toLowerCase().split(/\s+/).filter(Boolean),
  outcome: selected('outcome'),
  level: selected('level'),
  topic: selected('topic'),
  operation: selected('operation'),
});

/** Chooses an outcome, or any where it is chosen already. */
export function toggleOutcome(outcome: string): void {
  const choice = document.querySelector<HTMLSelectElement>('select[data-filter="outcome"]');
  if (choice === null) return;
  choice.value = choice.value === outcome ? '' : outcome;
  choice.dispatchEvent(new Event('input', { bubbles: true }));
}
