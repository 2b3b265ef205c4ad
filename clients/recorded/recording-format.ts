/** The forms of a recording that are read: HAR 1.2, and one exchange or HAR entry a line. */
export type RecordingFormat = 'har' | 'ndjson';

/** How much of a recording decides what it is, in bytes: ours. */
export const HEAD_BYTES = 65_536;

/** How a HAR begins: `log` among the document's members, after others that are plain. */
const HAR =
  /^\[?\s*\{\s*(?:"(?!log")[^"\\]{0,100}"\s*:\s*(?:"[^"\\]{0,1000}"|[\w.+-]{1,40}|\{[^{}]{0,1000}\})\s*,\s*){0,20}"log"\s*:/;

/** Whether a line is, by itself, an object with a request: an exchange, or an entry. */
function isExchange(line: string): boolean {
  try {
    return Object(JSON.parse(line)).request !== undefined;
  } catch {
    return false;
  }
}

/** What a recording is by its beginning, its byte order mark left out; undefined where it is neither. */
export function formatOf(head: Buffer): RecordingFormat | undefined {
  const text = head.toString('utf8').trimStart();
  if (HAR.test(text)) return 'har';
  const lines = text.split('\n');
  if (lines.some(isExchange)) return 'ndjson';
  // A line too long to be seen whole names its request early; anything else that begins as JSON is looked through.
  if (lines.length === 1 && /^\{[^{]*"request"\s*:/.test(text)) return 'ndjson';
  return /^[{[]/.test(text) ? 'har' : undefined;
}
