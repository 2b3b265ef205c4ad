import { expect, test } from 'vitest';
import { departingEntry, harEntry, harOf, otherEntry } from '../../tests/recordings.ts';
import { HarSplitter } from './har-splitter.ts';
import { CUT_OFF, MAX_ENTRY_BYTES, type Piece, TOO_LARGE } from './piece.ts';

/** Splits a text that arrives in chunks of so many bytes. */
function split(text: string, chunkBytes = 1 << 16) {
  const splitter = new HarSplitter();
  const bytes = Buffer.from(text);
  const pieces: Piece[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes)
    pieces.push(...splitter.push(bytes.subarray(at, at + chunkBytes)));
  pieces.push(...splitter.end());
  return { pieces, splitter, isHar: splitter.isHar, faults: splitter.faults };
}

const valuesIn = (pieces: readonly Piece[]): readonly unknown[] =>
  pieces.map((piece) => (piece.kind === 'entry' ? piece.value : piece.why));
const numbersIn = (pieces: readonly Piece[]): readonly number[] => pieces.map(({ number }) => number);

const entries = [harEntry(), otherEntry(), departingEntry()];

test.each([
  1, 2, 3, 7, 64, 1000,
])('entries come out whole however the stream is cut (%i bytes a chunk)', (chunkBytes) => {
  for (const indent of [undefined, 2]) {
    const text = harOf(entries, indent);
    const { pieces, faults } = split(text, chunkBytes);
    expect(valuesIn(pieces)).toEqual(entries);
    expect(faults).toEqual([]);
    for (const { offset } of pieces) expect(text[offset]).toBe('{');
  }
});

test('a broken entry is told by number and byte, and those after it are read', () => {
  const broken: readonly (readonly [string, string])[] = [
    ['not JSON', '{"request": undefined}'],
    ['a text that does not end', '{"startedDateTime":"2026","request":{"method":"PO}}'],
    ['cut off in the middle', '{"startedDateTime":"2026","request":{"method":"POST","url":"https://x.te'],
    ['brackets that do not close', '{"startedDateTime":"2026","request":{"method":"POST"}'],
    ['one bracket too many', '{"request":{"method":"POST"]}'],
    ['nothing', 'nul'],
  ];
  for (const [what, text] of broken) {
    const har = harOf([harEntry(), text, otherEntry(), departingEntry()]);
    for (const chunkBytes of [11, 1 << 16]) {
      const { pieces, faults } = split(har, chunkBytes);
      const read = pieces.filter(({ kind }) => kind === 'entry').map((piece) => piece.kind === 'entry' && piece.value);
      expect(read, what).toEqual([harEntry(), otherEntry(), departingEntry()]);
      const [first] = pieces.filter(({ kind }) => kind === 'broken');
      expect(first, what).toMatchObject({ number: 2, offset: har.indexOf(text) });
      expect(faults, what).toEqual([]);
    }
  }
});

test('every second entry broken costs no more than those', () => {
  const text = '{"startedDateTime":"2026","request":{"method":"POST"}';
  const many = Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? text : harEntry()));
  const { pieces } = split(harOf(many), 1000);
  expect(numbersIn(pieces)).toEqual(many.map((_, at) => at + 1));
  expect(pieces.filter(({ kind }) => kind === 'entry')).toHaveLength(100);
});

test('entries are found in logs of logs and lists of logs, and nowhere else', () => {
  const inner = `{"version":"1.2","entries":[${JSON.stringify(harEntry())}]}`;
  expect(split(`{"log":{"log":${inner}}}`).pieces).toHaveLength(1);
  expect(split(`[{"log":${inner}},{"log":${inner}}]`).pieces).toHaveLength(2);
  expect(split(`{"log":${inner}}\n{"log":${inner}}`)).toMatchObject({
    pieces: [{ number: 1 }, { number: 2 }],
    faults: [],
  });
  for (const other of [
    `{"data":{"log":${inner}}}`,
    '{"entries":[{}]}',
    '{"log":"entries","x":[{"entries":[{}]}]}',
    '[]',
    '5',
  ])
    expect(split(other)).toMatchObject({ pieces: [], isHar: false });
  expect(split(harOf([]))).toMatchObject({ pieces: [], isHar: true, faults: [] });
});

test('a HAR that breaks off says so, and keeps what was read', () => {
  const text = harOf(entries);
  const middle = split(text.slice(0, text.indexOf('"PO', text.lastIndexOf('"method"'))));
  expect(valuesIn(middle.pieces)).toEqual([entries[0], entries[1], CUT_OFF]);
  expect(middle.faults).toEqual([expect.stringContaining('cut off')]);
  expect(split(text.slice(0, -2)).faults).toEqual([expect.stringContaining('cut off')]);
  expect(split(text.slice(0, 20))).toMatchObject({ pieces: [], isHar: false });
  expect(split(`${text} and more`).faults).toEqual([expect.stringContaining('goes on after the end')]);
});

test('an entry that is too large is skipped in little memory, and the next one is read', () => {
  const splitter = new HarSplitter();
  const [head = '', tail = ''] = harOf(['{"request":{"method":"GET"},"text":"HUGE"}', harEntry()]).split('HUGE');
  const pieces = splitter.push(Buffer.from(head));
  const part = Buffer.alloc(1 << 20, 'a');
  for (let size = 0; size < 2 * MAX_ENTRY_BYTES; size += part.length) pieces.push(...splitter.push(part));
  pieces.push(...splitter.push(Buffer.from(tail)), ...splitter.end());
  expect(valuesIn(pieces)).toEqual([TOO_LARGE, harEntry()]);
  expect(pieces[0]).toMatchObject({
    number: 1,
    beginning: expect.stringMatching(/^\{"request":\{"method":"GET"\},"text":"aaa/),
  });
  expect(splitter.faults).toEqual([]);
});
