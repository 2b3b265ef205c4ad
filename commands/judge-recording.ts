import type { Recording } from '../clients/recorded/open-recording.ts';
import { type ReadEntry, readRecording } from '../clients/recorded/read-recording.ts';
import type { OperationOf, RecordedExchange } from '../clients/recorded/recorded-exchange.ts';
import type { BrokenEntry, TrafficFile } from '../reports/traffic.ts';
import type { Level } from '../schemas/contract/clause.ts';
import { type EntryPlace, judgeRecorded, resultOf } from './judge-entry.ts';
import type { JudgeTally } from './judge-tally.ts';
import { keepCredentials } from './keep-credentials.ts';

/** How many broken entries are named, and hosts. */
const MOST_BROKEN = 100;
const MOST_ORIGINS = 10;

/** The hosts that answered. */
export type Origins = Set<string>;

/** What a recording is judged with. */
export interface RecordingContext {
  readonly operationOf: OperationOf;
  readonly failOn: Level;
  readonly tally: JudgeTally;
  readonly origins: Origins;
  readonly place: Omit<EntryPlace, 'number'>;
  /** Whether the reading is to end here. */
  readonly stopped: () => boolean;
}

type Draft = { -readonly [member in keyof TrafficFile]: TrafficFile[member] } & { brokenEntries: BrokenEntry[] };

const ORIGIN = /^https?:\/\/[^/?#@]+/i;

function noteOrigin(url: string, origins: Origins): void {
  const [origin] = origins.size < MOST_ORIGINS ? (ORIGIN.exec(url) ?? []) : [];
  if (origin !== undefined) origins.add(origin);
}

/** Judges one exchange: recorded where it is among the first of its kind, else counted. */
function take(
  { exchange, credentials }: RecordedExchange,
  number: number,
  context: RecordingContext,
  file: Draft,
): void {
  const { failOn, tally, origins, place } = context;
  const judged = judgeRecorded(exchange, failOn);
  if (judged.verdict === 'inconclusive') file.unanswered += 1;
  else file.judged += 1;
  if (judged.verdict === 'fail') file.departing += 1;
  noteOrigin(exchange.request.url, origins);
  const result = resultOf(exchange, judged, { ...place, number });
  if (tally.takes(result)) {
    keepCredentials(credentials);
    tally.record(result);
  } else tally.count(result);
}

function takeEntry({ number, offset, reading }: ReadEntry, context: RecordingContext, file: Draft): void {
  file.entries += 1;
  if (reading === 'other') file.other += 1;
  else if ('exchange' in reading) take(reading, number, context, file);
  else {
    file.broken += 1;
    if (file.broken <= MOST_BROKEN) file.brokenEntries.push({ entry: number, offset, why: reading.why });
  }
}

/** Judges every exchange of a recording; what became of it (TRAFFIC_UNREADABLE where it is none). */
export async function judgeRecording(recording: Recording, context: RecordingContext): Promise<TrafficFile> {
  const { name, format } = recording;
  const none = { bytes: 0, entries: 0, judged: 0, departing: 0, unanswered: 0, other: 0, broken: 0 };
  const file: Draft = { file: name, format, ...none, brokenEntries: [], faults: [] };
  const entries = readRecording(recording, context.operationOf);
  for (let next = await entries.next(); ; next = await entries.next()) {
    if (next.done === true) return { ...file, ...next.value };
    for (const entry of next.value) takeEntry(entry, context, file);
    if (context.stopped()) return file;
  }
}
