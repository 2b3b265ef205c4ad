import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { operationCalled } from '../../schemas/library/known-operations.ts';
import { harEntry, harOf, otherEntry, REFUSAL } from '../../tests/recordings.ts';
import { EXCHANGE } from '../../tests/run-samples.ts';
import { openRecording } from './open-recording.ts';
import { MAX_ENTRY_BYTES, TOO_LARGE } from './piece.ts';
import { type ReadEntry, type ReadingEnd, readRecording } from './read-recording.ts';

const directory = mkdtempSync(join(tmpdir(), 'recording-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;

/** Writes a recording and reads it. */
async function read(content: string | Buffer): Promise<ReadingEnd & { format: string; entries: readonly ReadEntry[] }> {
  files += 1;
  const path = join(directory, `recording-${files}`);
  writeFileSync(path, content);
  const recording = await openRecording(path);
  const reading = readRecording(recording, operationCalled);
  const entries: ReadEntry[] = [];
  for (let next = await reading.next(); ; next = await reading.next()) {
    if (next.done === true) return { ...next.value, format: recording.format, entries };
    entries.push(...next.value);
  }
}

const exchangeIn = async (entry: object) => {
  const { entries } = await read(harOf([entry]));
  const [first] = entries;
  return typeof first?.reading === 'object' && 'exchange' in first.reading ? first.reading : undefined;
};
const responseOf = async (response: object) => (await exchangeIn(harEntry({ response })))?.exchange.response;

describe('an entry of a HAR', () => {
  test('becomes an exchange without credentials, which are handed over to be kept from every text', async () => {
    const requestHeaders = [
      { name: 'Authorization', value: 'Bearer A21AAsecret' },
      { name: 'cookie', value: 'session=0123456789abcdef' },
      { name: 'X-PAYPAL-SECURITY-PASSWORD', value: 'hunter2hunter2' },
      { name: 'x', value: 'one\ntwo' },
    ];
    const found = await exchangeIn(harEntry({ requestHeaders }));
    expect(JSON.stringify(found?.exchange)).not.toMatch(/A21AA|0123456789|hunter/);
    expect(found?.credentials).toEqual(['Bearer A21AAsecret', 'session=0123456789abcdef', 'hunter2hunter2']);
    expect(found?.exchange).toMatchObject({
      operation: 'invoices.cancel',
      request: {
        path: '/v2/invoicing/invoices/INV2-ABCD-1234-EFGH-5678/cancel',
        headers: [
          ['content-type', 'application/json'],
          ['x', 'one'],
          ['x', 'two'],
        ],
        body: '{"note":"a \\"quoted\\" {brace"}',
        credential: 'caller',
      },
      response: { status: 422, body: JSON.stringify(REFUSAL), validUtf8: true },
      startedAt: '2026-11-22T04:00:00.000Z',
      durationMs: 12.5,
    });
  });

  test('with a body in base64 is decoded, and bytes that are no UTF-8 are told', async () => {
    const content = (bytes: Buffer) => ({
      status: 422,
      content: { text: bytes.toString('base64'), encoding: 'base64' },
    });
    expect(await responseOf(content(Buffer.from('{"name":"é"}')))).toMatchObject({
      body: '{"name":"é"}',
      bodyBytes: 13,
    });
    expect(await responseOf(content(Buffer.from([0x22, 0xff, 0x22])))).toMatchObject({ validUtf8: false });
  });

  test.each([
    ['a 204 without content', { status: 204 }, { kind: 'answer', body: '' }],
    ['an empty body', { status: 422, content: { size: 0 } }, { kind: 'answer', body: '' }],
    ['no content at all', { status: 422 }, { code: 'BODY_NOT_RECORDED' }],
    ['a body that was left out', { status: 422, content: { size: 400 } }, { code: 'BODY_NOT_RECORDED' }],
    [
      'a body that Playwright wrote elsewhere',
      { status: 422, content: { size: 400, _file: 'a.json' } },
      { code: 'BODY_NOT_RECORDED', message: /content: 'embed'/ },
    ],
    ['an aborted call', { status: 0, _error: 'net::ERR_ABORTED' }, { code: 'NO_ANSWER', message: /ERR_ABORTED/ }],
    ['a call that failed in Charles', { status: -1 }, { code: 'NO_ANSWER' }],
    [
      'a body larger than a run reads',
      { status: 422, content: { text: 'x'.repeat(2 ** 20 + 1) } },
      { code: 'BODY_TOO_LARGE' },
    ],
    ['a redirect', { status: 302, redirectURL: 'https://x.test/' }, { code: 'REDIRECTED' }],
  ])('with %s', async (_, response, expected) => {
    const found = (await responseOf(response)) as { message?: string };
    const { message, ...rest } = expected as { message?: RegExp };
    expect(found).toMatchObject(rest);
    if (message) expect(found.message).toMatch(message);
  });

  test('whose body is not what its encoding says shows nothing of the answer; one that is still packed is unpacked', async () => {
    const bytes = Buffer.from(JSON.stringify(REFUSAL));
    const answer = (text: string, coding = 'identity') =>
      responseOf({
        status: 422,
        headers: [{ name: 'Content-Encoding', value: coding }],
        content: { text, encoding: 'base64' },
      });
    for (const [coding, packed] of [
      ['gzip', gzipSync(bytes)],
      ['br', brotliCompressSync(bytes)],
      ['deflate', deflateSync(bytes)],
      ['gzip', bytes],
    ] as const)
      expect(await answer(packed.toString('base64'), coding)).toMatchObject({ body: bytes.toString() });
    for (const text of [bytes.toString('base64url'), bytes.toString('base64').replace(/.{76}/g, '$&\r\n')])
      expect(await answer(text)).toMatchObject({ body: bytes.toString() });
    const unreadable = { kind: 'failure', code: 'UNDECODABLE_BODY' };
    expect(await answer(bytes.toString())).toMatchObject(unreadable);
    expect(await answer(Buffer.from([0xff, 0xfe, 1]).toString('base64'), 'gzip')).toMatchObject(unreadable);
    const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024)).toString('base64');
    expect(await answer(bomb, 'gzip')).toMatchObject({ kind: 'failure', code: 'BODY_TOO_LARGE' });
  });

  test('of any host and base path is known, of anything else it is other traffic', async () => {
    const urls = [
      'http://127.0.0.1:4010/v2/invoicing/invoices/a%2Fb/cancel?x=1',
      'https://proxy.test/paypal/v2/invoicing/invoices/I/cancel',
    ];
    for (const url of urls) expect((await exchangeIn(harEntry({ url })))?.exchange.request.url).toBe(url);
    const others = [
      'https://x/v1/invoicing/invoices/I/cancel',
      'https://x/v2/invoicing/invoices/I',
      'https://x/v2/invoicing/invoices/I/cancel/more',
    ];
    for (const url of others) expect(await exchangeIn(harEntry({ url }))).toBeUndefined();
    expect(await exchangeIn(harEntry({ method: 'OPTIONS' }))).toBeUndefined();
    expect(
      (await exchangeIn(harEntry({ url: 'https://svcs.paypal.com/Invoice/CancelInvoice' })))?.exchange.operation,
    ).toBe('CancelInvoice');
  });
});

describe('a recording', () => {
  test('may begin with a byte order mark, be packed, or both', async () => {
    const text = `\uFEFF${harOf([harEntry(), otherEntry()], 2)}`;
    const plain = await read(text);
    expect(plain).toMatchObject({ format: 'har', bytes: Buffer.byteLength(text), faults: [] });
    expect(plain.entries).toMatchObject([{ number: 1 }, { number: 2, reading: 'other' }]);
    expect(await read(gzipSync(text))).toEqual(plain);
  });

  test('of lines has exchanges of ours and entries of a HAR, and names those that are neither', async () => {
    const lines = [
      JSON.stringify(EXCHANGE),
      '',
      JSON.stringify(harEntry()),
      'garbage',
      '{"a":1}\r',
      JSON.stringify(otherEntry()),
    ];
    const { format, entries } = await read(`\uFEFF${lines.join('\n')}`);
    expect(format).toBe('ndjson');
    expect(entries).toMatchObject([
      { number: 1, offset: 3, reading: { exchange: { ...EXCHANGE, durationMs: 2.5 } } },
      { number: 3, reading: { exchange: { operation: 'invoices.cancel' } } },
      { number: 4, reading: { why: 'is not JSON' } },
      { number: 5, reading: { why: expect.stringContaining('no exchange') } },
      { number: 6, reading: 'other' },
    ]);
    const bytesBefore = (line: number) =>
      Buffer.byteLength(
        `\uFEFF${lines
          .slice(0, line - 1)
          .map((text) => `${text}\n`)
          .join('')}`,
      );
    for (const { number, offset } of entries) expect(offset).toBe(bytesBefore(number));
  });

  test('of lines may begin with a broken one, and end without a line feed', async () => {
    const { entries } = await read(`{"request": oops\n${JSON.stringify(EXCHANGE)}`);
    expect(entries).toMatchObject([{ number: 1, reading: { why: 'is not JSON' } }, { number: 2 }]);
  });

  test('has downloads too large to be read, which are other traffic; a cancel too large is named', async () => {
    const text = 'x'.repeat(MAX_ENTRY_BYTES);
    const [download, cancel] = [harEntry({ url: 'https://x.test/film', body: text }), harEntry({ body: text })];
    for (const recording of [
      harOf([download, cancel, harEntry()]),
      [download, cancel, harEntry()].map((one) => JSON.stringify(one)).join('\n'),
    ])
      expect((await read(recording)).entries).toMatchObject([
        { number: 1, reading: 'other' },
        { number: 2, reading: { why: TOO_LARGE } },
        { number: 3, reading: { exchange: { operation: 'invoices.cancel' } } },
      ]);
  });

  test('whose packing is torn is read as far as it goes', async () => {
    const packed = gzipSync(harOf(Array.from({ length: 5000 }, harEntry)), { level: 0 });
    const { entries, faults } = await read(packed.subarray(0, packed.length / 2));
    expect(entries.length).toBeGreaterThan(1000);
    expect(faults).toEqual([expect.stringMatching(/cannot be read on/), expect.stringMatching(/cut off/)]);
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['empty', '', /is empty/],
    ['blank', '\uFEFF \n', /is empty/],
    ['text', 'hello\nworld\n', /is neither a HAR nor NDJSON/],
    ['some other JSON', '{"name":"x"}', /has no log.entries/],
    ['a pretty exchange', JSON.stringify(EXCHANGE, null, 2), /has no log.entries/],
    ['a HAR that ends before its entries', '{"log":{"version":"1.2",', /is cut off/],
    [
      'a HAR whose entries are all broken',
      harOf(['1', '{}']),
      /holds no exchange: entry 1 \(byte \d+\) has no request/,
    ],
    ['lines of which none is an exchange', '{"request":{}}\n', /holds no exchange: entry 1 \(byte 0\)/],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le'), /is UTF-16/],
    ['a zip archive', Buffer.from('PK\u0003\u0004...'), /is a zip archive/],
  ])('that is %s is refused by a sentence', async (_, content, message) => {
    await expect(read(content)).rejects.toMatchObject({
      code: 'TRAFFIC_UNREADABLE',
      message: expect.stringMatching(message),
    });
  });

  test('that is not there, or is a directory, is refused by a sentence', async () => {
    await expect(openRecording(join(directory, 'nowhere'))).rejects.toThrow(/There is nothing at/);
    await expect(openRecording(directory)).rejects.toThrow(/is a directory/);
  });
});
