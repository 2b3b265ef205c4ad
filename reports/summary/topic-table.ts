import { VERDICT_WORDS } from '../progress.ts';
import type { RunRecord } from '../run-record.ts';
import { columns, grouped } from './columns.ts';
import type { Paint } from './paint.ts';

/** How many scenarios of each topic ended with which verdict. */
export function topicTable({ scenarios }: RunRecord, paint: Paint): readonly string[] {
  if (scenarios.length === 0) return [];
  const topics = [...grouped(scenarios, ({ topic }) => topic), ['all', scenarios] as const];
  const rows = topics.map(([topic, members]) => [
    topic,
    ...VERDICT_WORDS.map(([verdict]) => String(members.filter((member) => member.verdict === verdict).length)),
  ]);
  const [head = '', ...lines] = columns([['topic', ...VERDICT_WORDS.map(([, word]) => word)], ...rows]);
  return [paint.title(head), ...lines];
}
