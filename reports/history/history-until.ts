import type { HistoryLine } from './history-line.ts';

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Who was judged: a stand-in on this machine is at another port each time. */
function serviceOf({ name, judges, baseUrl, client = '' }: HistoryLine['target']): string {
  if (judges === 'client') return `${name} ${client}`;
  if (judges === 'mock' || !URL.canParse(baseUrl)) return `${name} ${judges}`;
  const { hostname, host } = new URL(baseUrl);
  return `${name} ${LOOPBACK.test(hostname) ? 'loopback' : host}`;
}

/** The runs that a merged one is made of; a run of its own is one. */
const partsOf = ({ run }: HistoryLine): readonly string[] => run.split('+');

const isMerged = (line: HistoryLine): boolean => partsOf(line).length > 1;

/** Each run once; shards that were merged are left to the whole. */
function distinct(lines: readonly HistoryLine[]): readonly HistoryLine[] {
  const merged = new Set(lines.filter(isMerged).flatMap(partsOf));
  const byRun = new Map(lines.map((line) => [line.run, line]));
  return [...byRun.values()].filter(({ run }) => !merged.has(run));
}

/** The runs on the service of `own` that began no later, each once, oldest first; `own` is the last. */
export function historyUntil(lines: readonly HistoryLine[], own: HistoryLine): readonly HistoryLine[] {
  const service = serviceOf(own.target);
  const earlier = lines.filter(
    ({ run, startedAt, target }) => run !== own.run && startedAt <= own.startedAt && serviceOf(target) === service,
  );
  const others = distinct([...earlier, own]).filter(({ run }) => run !== own.run);
  return [...others.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1)), own];
}
