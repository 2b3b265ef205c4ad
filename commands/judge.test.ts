import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { assertRecord } from '../reports/record-schema.ts';
import type { RunRecord } from '../reports/run-record.ts';
import { departingEntry, harEntry, harOf, otherEntry, REFUSAL } from '../tests/recordings.ts';
import { EXCHANGE, FINDING, HEADER, resultOf } from '../tests/run-samples.ts';
import { main } from './main.ts';

const directory = mkdtempSync(join(tmpdir(), 'judge-'));
const at = (name: string): string => join(directory, name);
const cwd = process.cwd();
beforeAll(() => {
  process.chdir(directory);
  // Each command listens once for a reader that goes away: here they are many in one process.
  process.stdout.setMaxListeners(100);
  process.setMaxListeners(100);
});
afterAll(() => {
  process.chdir(cwd);
  rmSync(directory, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

/** `judge` in this process: what it prints, and its exit code. */
async function judged(...args: string[]) {
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    });
  const code = await main(['judge', ...args]);
  vi.restoreAllMocks();
  return { code, ...printed };
}

const recordIn = (report: string): RunRecord => JSON.parse(readFileSync(at(`${report}/run.json`), 'utf8'));
const write = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return name;
};

const TOKEN = 'A21AAcanaryCANARYcanary0123456789';
const secretHeaders = [
  { name: 'Authorization', value: `Bearer ${TOKEN}` },
  { name: 'Cookie', value: 'sid=canaryCookie0123456789' },
];

describe('recorded traffic', () => {
  test('that conforms passes: every exchange counts, the first of its kind is recorded', async () => {
    const file = write('good.har', harOf([otherEntry(), ...Array.from({ length: 30 }, () => harEntry())]));
    const { code, stdout } = await judged(file, '--report-dir', 'good');
    expect(stdout).toContain(
      'Conforms: no departure in 30 exchanges (recorded traffic of https://api-m.sandbox.paypal.com).',
    );
    expect(stdout).toMatch(/good\.har +31 +30 +0 +0 +1 +0\n/);
    expect(code).toBe(0);
    const record = recordIn('good');
    assertRecord(record);
    expect([record.contract.file, record.legacyContract?.file]).toEqual([
      'paypal/invoices.cancel.openapi.yaml',
      'legacy.cancel-invoice.openapi.yaml',
    ]);
    expect(record.totals).toMatchObject({ planned: 30, pass: 30, fail: 0, requests: 30, notRun: 0 });
    expect(record.scenarios.map(({ id }) => id)).toEqual(['recorded.good-har.2']);
    expect(await judged(file, '--quiet')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Conforms: .*\n$/) });
  });

  test('that departs fails, with evidence of the first and a count of all; a baseline accepts it', async () => {
    const file = write('bad.har', harOf(Array.from({ length: 40 }, (_, n) => (n % 2 ? departingEntry() : harEntry()))));
    const { code, stdout } = await judged(file, '--report-dir', 'bad', '--format', 'junit=bad.xml');
    expect(stdout).toMatch(/^\n\d+ departures from the contract in 20 of 40 exchanges judged/);
    expect(stdout).toMatch(/wrong-name .*MUST/);
    expect(stdout).toContain('10 exchanges more depart like those that are recorded');
    expect(code).toBe(1);
    const { totals, scenarios } = recordIn('bad');
    expect(totals).toMatchObject({ pass: 20, fail: 20, requests: 40 });
    expect(scenarios.filter(({ verdict }) => verdict === 'fail')).toHaveLength(10);
    expect(readFileSync(at('bad.xml'), 'utf8')).toContain('recorded.bad-har.2');
    const findings = scenarios.flatMap((scenario) => scenario.findings).map(({ kind, pointer }) => ({ kind, pointer }));
    const entry = { id: 'known', findings, reason: 'r', owner: 'o', date: '2026-01-01', source: 's' };
    write('baseline.json', JSON.stringify({ format: 1, target: 'recorded', accepted: [entry] }));
    expect(await judged(file, '--report-dir', 'known', '--baseline', 'baseline.json')).toMatchObject({ code: 0 });
    expect(recordIn('known').totals.accepted).toEqual(recordIn('known').totals.findings);
  });

  test('holds no secret any more, wherever one stood', async () => {
    const echo = harEntry({
      requestHeaders: secretHeaders,
      body: { ...REFUSAL, name: TOKEN, message: 'canaryCookie0123456789' },
    });
    const refresh = harEntry({ body: { ...REFUSAL, access_token: 'A21AAother0123456789canary' } });
    write('secret.har', harOf([echo, refresh, `{"request":"${TOKEN}`, harEntry()]));
    const { code, stdout, stderr } = await judged(
      'secret.har',
      '--report-dir',
      'secret',
      '--format',
      'markdown=secret/md',
    );
    expect(code).toBe(1);
    const texts = [
      stdout,
      stderr,
      ...['run.json', 'run.ndjson', 'md'].map((name) => readFileSync(at(`secret/${name}`), 'utf8')),
    ];
    for (const text of texts) expect(text).not.toMatch(/canary/);
    expect(texts[2]).toContain('[redacted]');
  });

  test('with a word of ours in the place of a credential is recorded all the same', async () => {
    const slips = ['Bearer undefined', `Basic ${Buffer.from('scenario:response').toString('base64')}`];
    const entries = slips.map((value) =>
      harEntry({ requestHeaders: [{ name: 'Authorization', value }], body: { ...REFUSAL, name: 'INVALID_REQUEST' } }),
    );
    write('slip.har', harOf(entries));
    expect(await judged('slip.har', '--report-dir', 'slip')).toMatchObject({ code: 1, stderr: '' });
    assertRecord(recordIn('slip'));
  });

  test('that is damaged is judged as far as it goes, and says so', async () => {
    const har = harOf([
      harEntry(),
      '{"request": oops}',
      harEntry({ response: { status: 0 } }),
      departingEntry(),
      harEntry(),
    ]);
    const file = write('damaged.har', har.slice(0, -200));
    const { code, stdout } = await judged(file, '--report-dir', 'damaged');
    expect(code).toBe(1);
    expect(stdout).toMatch(/damaged\.har +5 +2 +1 +1 +0 +2\n/);
    expect(stdout).toMatch(/damaged\.har is cut off.*\n.*entry 2 \(byte \d+\) is not JSON\n.*entry 5 .* is cut off/);
    expect(recordIn('damaged').totals).toMatchObject({ pass: 1, fail: 1, inconclusive: 4 });
    write('unsure.har', harOf([harEntry(), '{"request": oops}']));
    const unsure = await judged('unsure.har');
    expect(unsure).toMatchObject({
      code: 3,
      stdout: expect.stringContaining('No departure in 1 exchange, but nothing is known of 1 more'),
    });
  });

  test('of which nothing can be judged is inconclusive, in words', async () => {
    write(
      'other.har',
      harOf([otherEntry(), harEntry({ response: { status: 302 } }), harEntry({ status: 502, body: '<html>' })]),
    );
    const { code, stdout } = await judged('other.har');
    expect(code).toBe(3);
    expect(stdout).toContain(
      'Nothing was judged: of 3 entries 1 are other traffic, 2 have no answer to judge, 0 cannot be read',
    );
    write('empty-log.har', harOf([]));
    const empty = await judged('empty-log.har', '--report-dir', 'empty');
    expect(empty).toMatchObject({ code: 3, stdout: expect.stringContaining('of 0 entries') });
    expect(recordIn('empty').totals).toMatchObject({ planned: 0, requests: 0 });
  });

  test('is judged by one operation only, where that is asked for', async () => {
    expect(await judged('good.har', '--operation', 'CancelInvoice')).toMatchObject({ code: 3 });
    expect(await judged('good.har', '--operation', 'nonsense')).toMatchObject({ code: 2 });
  });

  test('that cannot be read is refused, and the record of an earlier run stays', async () => {
    write('no.har', '{"name":"x"}');
    const before = readFileSync(at('good/run.json'), 'utf8');
    for (const [path, message] of [
      ['no.har', /no log\.entries/],
      ['nowhere.har', /There is nothing at/],
      ['.', /is a directory/],
    ] as const) {
      const { code, stdout, stderr } = await judged(path, '--report-dir', 'good');
      expect(stderr).toMatch(message);
      expect({ code, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 2 });
    }
    expect(readFileSync(at('good/run.json'), 'utf8')).toBe(before);
  });

  test('in several files is one run; one of them that cannot be read does not hide the others', async () => {
    mkdirSync(at('copy'));
    write('copy/good.har', JSON.stringify(EXCHANGE));
    const { code, stdout } = await judged('good.har', 'copy/good.har', 'no.har', '--report-dir', 'several');
    expect(code).toBe(2);
    expect(stdout).toContain('no.har');
    expect(recordIn('several').scenarios.map(({ id }) => id)).toEqual(['recorded.good-har.2', 'recorded.good-har~2.1']);
  });

  test('as JSON is the record', async () => {
    const { stdout } = await judged('good.har', '--json', '--report-dir', 'json');
    expect(JSON.parse(stdout)).toEqual(recordIn('json'));
  });
});

describe('an earlier run', () => {
  const exchange = { ...EXCHANGE, response: { ...EXCHANGE.response, body: JSON.stringify(REFUSAL) } };
  const scenario = (id: string, over: object) => ({
    ...resultOf(id, { exchanges: [exchange], ...over }),
    debugIds: [],
  });
  const runOf = (...scenarios: readonly object[]): string =>
    JSON.stringify({ ...recordIn('good'), ...HEADER, traffic: undefined, scenarios });

  test('is judged again by each scenario’s own expectation: what differs, the suite has changed', async () => {
    write(
      'run.json',
      runOf(scenario('cancel.state.draft', {}), scenario('cancel.state.paid', {}), scenario('cancel.state.gone', {})),
    );
    const { code, stdout } = await judged('run.json', '--report-dir', 'again');
    expect(stdout).toMatch(
      /Suite changed: the same evidence gives another judgement in 1 scenario\n {2}cancel\.state\.paid: pass → fail\n {4}\+ wrong-issue/,
    );
    expect(stdout).toContain('Judged by the contract alone, since the suite has no such scenario: cancel.state.gone');
    expect(code).toBe(1);
    expect(recordIn('again').scenarios.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'pass']);
    expect(recordIn('again').target).toEqual(HEADER.target);
  });

  test('is judged by the answer to the request under test, not by the cancel that prepared it', async () => {
    const already = 'INVOICE_CANCELED_ALREADY';
    const body = { ...REFUSAL, details: [{ issue: already, description: 'Invoice is already cancelled.' }] };
    const answered = (status: number, text: string) => ({
      ...EXCHANGE.response,
      status,
      headers: [['content-type', 'application/json']],
      body: text,
    });
    const create = { ...EXCHANGE, operation: 'invoices.create', response: answered(201, '{}') };
    const prepared = { ...EXCHANGE, response: { ...answered(204, ''), headers: [] } };
    const refused = { ...EXCHANGE, response: answered(422, JSON.stringify(body)) };
    write('prepared.json', runOf(scenario('cancel.state.cancelled', { exchanges: [create, prepared, refused] })));
    const { stdout } = await judged('prepared.json', '--report-dir', 'prepared');
    expect(recordIn('prepared').scenarios[0]?.findings.map(({ kind, exchange: at }) => [kind, at])).toEqual([]);
    expect(stdout).toContain('The same evidence gives the same judgement');
    const answer = { exchange: 1, status: 204, code: null };
    write('told.json', runOf(scenario('cancel.state.cancelled', { exchanges: [create, prepared, refused], answer })));
    expect((await judged('told.json', '--report-dir', 'told')).stdout).toContain('pass → fail');
  });

  test('that is judged as it was says that nothing of ours has changed', async () => {
    write(
      'same.json',
      runOf(
        scenario('cancel.state.draft', {}),
        scenario('cancel.state.sent', { verdict: 'inconclusive', reason: 'away' }),
      ),
    );
    const { code, stdout } = await judged('same.json', '--report-dir', 'same');
    expect(stdout).toContain('The same evidence gives the same judgement');
    expect(stdout).toContain('another contract');
    expect(code).toBe(3);
    const { stdout: json } = await judged('same.json', '--json', '--report-dir', 'same');
    expect(JSON.parse(json)).toMatchObject({ differences: [], unknown: [], record: { scenarios: [{}, {}] } });
  });

  test('on a client is refused: its answers were edited on purpose', async () => {
    const record = JSON.parse(runOf(scenario('client.status.204', {})));
    record.target = { ...record.target, name: 'client', judges: 'client', client: 'gate/client.mjs' };
    write('client.json', JSON.stringify(record));
    const { code, stdout, stderr } = await judged('client.json', '--report-dir', 'client');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^This run judged a client.*\n.*run --client gate\/client\.mjs\.\n$/);
  });

  test('says what it takes over, since only a call would show it again', async () => {
    const seen = { ...FINDING, level: 'SHOULD', check: 'state-after', kind: 'state-not-reached', exchange: 0 };
    write('after.json', runOf(scenario('cancel.state.draft', { verdict: 'fail', findings: [seen] })));
    const { code, stdout } = await judged('after.json', '--report-dir', 'after');
    expect(code).toBe(1);
    expect(stdout).toContain('Taken over as recorded, since only a call would show it again: 1 finding on the state');
  });

  test('of recorded traffic is judged by the contract alone', async () => {
    const { code, stdout } = await judged('good', '--report-dir', 'traffic-again');
    expect(code).toBe(0);
    expect(stdout).toContain('The same evidence gives the same judgement');
  });

  test('is neither overwritten nor mixed with recordings', async () => {
    expect(await judged('again', '--report-dir', 'again')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('overwritten'),
    });
    expect(await judged('again', 'good.har')).toMatchObject({ code: 2, stderr: expect.stringContaining('together') });
  });
});
