import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withAccepted } from '../reports/baseline.ts';
import { readBaseline } from '../reports/read-baseline.ts';
import { type Defect, type RunRecord, runRecordOf, scenarioRecordOf } from '../reports/run-record.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';
import { FINDING, HEADER, resultOf } from '../tests/run-samples.ts';
import { main } from './main.ts';

const home = process.cwd();
const FILE = 'reports/baseline/prism.json';
const TODAY = new Date().toISOString().slice(0, 10);

beforeEach(() => process.chdir(mkdtempSync(join(tmpdir(), 'accept-'))));
afterEach(() => process.chdir(home));

const LINK = { ...FINDING, kind: 'incomplete-link', pointer: '/links/3', actual: 'href and method' } as const;
const NAME = { ...FINDING, kind: 'wrong-name', pointer: '/name', actual: '"NO"' } as const;
const GAP = { ...FINDING, kind: 'undocumented-issue', origin: 'undefined' } as const;
const WEAK = { ...FINDING, kind: 'unknown-member', level: 'MAY', pointer: '/error', actual: '"/error"' } as const;
const failing = (id: string, ...findings: ScenarioResult['findings']) => resultOf(id, { verdict: 'fail', findings });

interface Sample {
  readonly defects?: readonly Defect[];
  readonly endedEarly?: RunRecord['endedEarly'];
  readonly target?: string;
}

function written(
  results: readonly ScenarioResult[],
  { defects = [], endedEarly = null, target = 'prism' }: Sample = {},
) {
  const end = { at: '2026-01-01T00:00:02.500Z', interrupted: false };
  const record = runRecordOf(
    {
      header: { ...HEADER, target: { ...HEADER.target, name: target } },
      ...{ planned: results.map(({ id }) => id), scenarios: results.map(scenarioRecordOf) },
      ...{ defects, leftovers: [], endedEarly, end, requests: 1 },
    },
    [],
  );
  writeFileSync('run.json', JSON.stringify(record));
  return record;
}

/** `accept` in this process: what it prints, and its exit code. */
async function accepted(...args: string[]) {
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    });
  const listeners = process.listeners('uncaughtException');
  const code = await main(['accept', 'run.json', '--owner', 'the team', '--reason', 'Known since May.', ...args]);
  for (const listener of process.listeners('uncaughtException'))
    if (!listeners.includes(listener)) process.off('uncaughtException', listener);
  vi.restoreAllMocks();
  return { code, ...printed };
}

const entries = () => readBaseline(FILE, 'prism').accepted;
const text = () => readFileSync(FILE, 'utf8');

test('each cause becomes one entry, which accepts the very findings of the run and no others', async () => {
  const record = written([
    failing('cancel.state.draft', LINK, NAME, GAP, WEAK),
    failing('cancel.state.paid', { ...LINK, pointer: '/links/0' }),
    failing('cancel.path.empty', { ...NAME, actual: '"OTHER"' }),
  ]);
  const { code, stdout } = await accepted('--expires', '2999-01-01');
  expect(code).toBe(0);
  const terms = { reason: 'Known since May.', owner: 'the team', date: TODAY, expires: '2999-01-01' };
  const links = [{ kind: 'incomplete-link', pointer: '/links/*', actual: 'href and method' }];
  expect(entries()).toEqual(
    [
      { id: 'incomplete-link-links', findings: links, scenarios: ['cancel.state.draft', 'cancel.state.paid'] },
      {
        id: 'wrong-name-cancel.state.draft',
        findings: [{ kind: 'wrong-name', pointer: '/name', actual: '"NO"' }],
        scenarios: ['cancel.state.draft'],
      },
      {
        id: 'wrong-name-cancel.path.empty',
        findings: [{ kind: 'wrong-name', pointer: '/name', actual: '"OTHER"' }],
        scenarios: ['cancel.path.empty'],
      },
    ].map((one) => ({ ...one, ...terms, source: `The run of 2026-01-01T00:00Z on ${HEADER.target.baseUrl}.` })),
  );
  const judged = record.scenarios.map((one) =>
    withAccepted(one, { baseline: { file: FILE, accepted: entries() }, startedAt: TODAY }),
  );
  expect(judged.flatMap(({ findings }) => findings.filter(({ accepted: by }) => by === undefined))).toEqual([
    GAP,
    WEAK,
  ]);
  expect(stdout).toContain('+     {\n+       "id": "incomplete-link-links",');
  expect(stdout).toContain('Accepted 4 departures, 3 entries, in reports/baseline/prism.json.');
});

test('what a body shows in the same scenarios is one entry', async () => {
  const body = [LINK, NAME] as const;
  written([failing('cancel.state.draft', ...body), failing('cancel.state.paid', ...body)]);
  await accepted();
  expect(entries()).toMatchObject([{ findings: [{ kind: 'incomplete-link' }, { kind: 'wrong-name' }] }]);
});

test('ids and instants of one run stand in no entry', async () => {
  const debug = { ...FINDING, kind: 'debug-id-mismatch', pointer: '/debug_id', actual: '"b1985a21862fe"' } as const;
  const body = {
    ...FINDING,
    kind: 'schema-violation',
    actual: '{"error":"invalid_token","debug_id":"90957fca61718"}',
  } as const;
  written([failing('cancel.state.draft', debug), failing('cancel.state.paid', body)]);
  await accepted();
  expect(entries().flatMap(({ findings }) => findings)).toEqual([
    { kind: 'debug-id-mismatch', pointer: '/debug_id' },
    { kind: 'schema-violation', pointer: '', actual: '{"error":"invalid_token","debug_id":"' },
  ]);
});

test('accepting twice changes nothing, and a dry run writes nothing', async () => {
  written([failing('cancel.state.draft', LINK)]);
  const dry = await accepted('--dry-run');
  expect(dry).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/\+ .*incomplete-link[\s\S]*Would accept 1 departure, 1 entry/),
  });
  expect(existsSync(FILE)).toBe(false);
  await accepted();
  const once = text();
  expect(await accepted()).toEqual({ code: 0, stdout: `Nothing is new: ${FILE} is left as it is.\n`, stderr: '' });
  expect(text()).toBe(once);
});

test('what stands in the file stays to the letter, and the new entry comes last', async () => {
  written([failing('cancel.state.draft', LINK)]);
  mkdirSync('reports/baseline', { recursive: true });
  const old = `{ "format": 1, "target": "prism",\n  "accepted": [ {"id":"a","findings":[{"kind":"wrong-status","pointer":""}],\n "reason":"r","owner":"o","date":"2026-01-01","source":"s"}\n  ]\n}\n`;
  writeFileSync(FILE, old);
  const { stdout } = await accepted();
  const place = old.indexOf('}\n  ]') + 1;
  expect(text().startsWith(old.slice(0, place))).toBe(true);
  expect(text().endsWith(old.slice(place))).toBe(true);
  expect(entries().map(({ id }) => id)).toEqual(['a', 'incomplete-link-cancel.state.draft']);
  expect(stdout.match(/^- /gm)).toHaveLength(1);
});

test('one that is past is renewed in its place, and one accepted for the same reason is widened', async () => {
  written([failing('cancel.state.draft', LINK)]);
  await accepted();
  writeFileSync(FILE, text().replace('"source"', '"expires": "2026-01-01",\n      "source"'));
  await accepted('--expires', '2999-01-01');
  expect(entries()).toMatchObject([{ id: 'incomplete-link-cancel.state.draft', expires: '2999-01-01' }]);
  written([failing('cancel.state.draft', LINK), failing('cancel.state.paid', LINK)]);
  await accepted('--expires', '2999-01-01');
  expect(entries()).toMatchObject([{ scenarios: ['cancel.state.draft', 'cancel.state.paid'] }]);
});

test('the shipped baseline is carried over where the caller has none of his own', async () => {
  written([failing('cancel.state.draft', NAME)], { target: 'sandbox' });
  await accepted();
  expect(readBaseline('reports/baseline/sandbox.json', 'sandbox').accepted.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['links-without-rel', 'wrong-name-cancel.state.draft']),
  );
});

test.each([
  ['a scenario', 'cancel.state.draft', ['incomplete-link', 'wrong-name', 'unknown-member']],
  ['a fingerprint', 'cancel.state.draft#wrong-name@/name', ['wrong-name']],
  ['a kind', 'wrong-name', ['wrong-name']],
  ['a code', 'CC007', ['wrong-name']],
  ['one that fails no run', 'unknown-member', ['unknown-member']],
])('--only takes %s', async (_, name, kinds) => {
  written([failing('cancel.state.draft', LINK, NAME, WEAK, GAP), failing('cancel.state.paid', LINK)]);
  await accepted('--only', name);
  expect(entries().flatMap(({ findings }) => findings.map(({ kind }) => kind))).toEqual(kinds);
});

describe('is refused, with a hint and exit code 2:', () => {
  const defect: Defect = { scenario: null, code: 'CONFIGURATION', message: 'No credentials', hint: null };
  const undecided = resultOf('cancel.state.paid', { verdict: 'inconclusive', reason: 'invoices.send 503: outage.' });
  const draft = failing('cancel.state.draft', LINK);
  test.each<[string, () => unknown, string[], RegExp]>([
    [
      'an unknown name',
      () => written([draft]),
      ['--only', 'cancel.state.draf'],
      /no departure called "cancel.state.draf"\.\nThe nearest are: cancel.state.draft/,
    ],
    [
      'a scenario that was not decided',
      () => written([draft, undecided]),
      ['--only', 'cancel.state.paid'],
      /cancel.state.paid is inconclusive: invoices.send 503: outage\.\n/,
    ],
    [
      'a scenario that passed',
      () => written([draft, resultOf('cancel.state.sent')]),
      ['--only', 'cancel.state.sent'],
      /cancel.state.sent has passed\./,
    ],
    [
      'a set-up error',
      () => written([draft], { defects: [defect] }),
      [],
      /came to no verdict: No credentials\.\nMend the set-up/,
    ],
    [
      'an outage',
      () => written([draft], { endedEarly: { cause: 'outage', reason: 'Away.' } }),
      [],
      /ended in an outage/,
    ],
    [
      'a day that is past',
      () => written([draft]),
      ['--expires', '2020-01-01'],
      /--expires 2020-01-01 is past\.\nName a day from/,
    ],
    ['a day that there is not', () => written([draft]), ['--expires', '2026-02-30'], /It takes a day, as 2026-12-31/],
    ['no reason', () => written([draft]), ['--reason', ' '], /It takes a sentence/],
    ['no baseline', () => written([draft]), ['--baseline', 'none'], /no baseline called none/],
    ['half a record', () => writeFileSync('run.json', '{"format": 1,'), [], /is half written, or not JSON/],
    ['a foreign record', () => writeFileSync('run.json', '{"a":1}'), [], /is JSON, and no run record/],
    [
      'the baseline of another target',
      () => {
        written([draft]);
        writeFileSync('b.json', '{"format":1,"target":"sandbox","accepted":[]}');
      },
      ['--baseline', 'b.json'],
      /is of the target sandbox, not of prism/,
    ],
    [
      'half a baseline',
      () => {
        written([draft]);
        writeFileSync('b.json', '{"format":1,');
      },
      ['--baseline', 'b.json'],
      /b\.json is not JSON/,
    ],
    [
      'an older baseline',
      () => {
        written([draft]);
        writeFileSync('b.json', '{"format":0,"target":"prism","accepted":[]}');
      },
      ['--baseline', 'b.json'],
      /b\.json is of an older format, 0; this suite reads 1/,
    ],
  ])('%s', async (_, prepare, args, message) => {
    prepare();
    const { code, stdout, stderr } = await accepted(...args);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    expect({ code, stdout, isWritten: existsSync(FILE) }).toEqual({ code: 2, stdout: '', isWritten: false });
  });

  test('one that is accepted already, where it is named', async () => {
    written([draft]);
    await accepted();
    const { code, stderr } = await accepted('--only', 'incomplete-link');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('accepted already, as incomplete-link-cancel'),
    });
  });

  test('to a run as well, which makes no call', async () => {
    const entry = { id: 'a', findings: [{ kind: 'wrong-status', pointer: '' }], scenarios: ['cancel.stat.*'] };
    const terms = { reason: 'r', owner: 'o', date: TODAY, source: 's' };
    writeFileSync('b.json', JSON.stringify({ format: 1, target: 'prism', accepted: [{ ...entry, ...terms }] }));
    const complained = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    expect(await main(['run', '--target', 'prism', '--baseline', 'b.json'])).toBe(2);
    expect(complained.mock.calls.join('')).toMatch(
      /b\.json names the scenario cancel\.stat\.\* in a, which there is not/,
    );
    vi.restoreAllMocks();
    expect(existsSync('reports')).toBe(false);
  });

  test('a baseline that names a scenario which there is not', async () => {
    written([draft]);
    await accepted();
    writeFileSync(FILE, text().replace('"cancel.state.draft"', '"cancel.stat.*"'));
    expect(await accepted()).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /names the scenario cancel\.stat\.\* in incomplete-link-cancel\.state\.draft, which there is not\.\n.*nearest are: cancel\.sta/,
      ),
    });
  });
});
