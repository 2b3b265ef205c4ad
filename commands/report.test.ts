import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readHistory } from '../reports/history/read-history.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import type { Lie } from '../targets/lie.ts';
import { DEMO_MERCHANT } from '../targets/prism/merchants.ts';
import { startPrism } from '../targets/prism/prism.ts';
import { command } from '../tests/command.ts';
import { main } from './main.ts';

const directory = mkdtempSync(join(tmpdir(), 'report-'));
const at = (name: string): string => join(directory, name);

/** A word that would command a terminal, and one that would do so by a C1 control. */
const HOSTILE = '\u001b[2J\u009b31m';

/** Refuses drafts by another name, in a message that commands terminals. */
const lie: Lie = {
  answer: (answer) =>
    answer.status === 422
      ? {
          ...answer,
          headers: answer.headers.filter(([name]) => name.toLowerCase() !== 'content-length'),
          body: String(answer.body).replace('"UNPROCESSABLE_ENTITY"', JSON.stringify(`NO${HOSTILE}`)),
        }
      : answer,
};

/** Judges a service, honest or lying, in two scenarios. */
async function judgeService(into: string, options: { readonly lie?: Lie }) {
  const service = await startPrism(options);
  const args = [
    'run',
    '--target',
    'sandbox',
    '--rate',
    '0',
    '--baseline',
    'none',
    '--grep',
    '^cancel.state.(draft|sent) ',
  ];
  const end = await command(directory, [...args, '--report-dir', into], {
    PAYPAL_BASE_URL: service.baseUrl,
    PAYPAL_CLIENT_ID: DEMO_MERCHANT.clientId,
    PAYPAL_CLIENT_SECRET: DEMO_MERCHANT.clientSecret,
  });
  await service.close();
  return end.code;
}

beforeAll(async () => {
  const prism = ['run', '--target', 'prism', '--grep', '^cancel.state.(draft|sent|paid) ', '--report-dir', 'mock'];
  const mock = command(directory, prism);
  expect(await judgeService('honest', {})).toBe(0);
  expect(await judgeService('lying', { lie })).toBe(1);
  expect((await mock).code).toBe(0);
}, 60_000);

const cwd = process.cwd();
beforeAll(() => process.chdir(directory));
afterAll(() => process.chdir(cwd));

/** `report` in this process: what it prints, and its exit code. */
async function reported(...args: string[]) {
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      printed[stream] += String(text);
      return true;
    });
  const listeners = process.listeners('uncaughtException');
  const code = await main(['report', ...args]);
  for (const listener of process.listeners('uncaughtException'))
    if (!listeners.includes(listener)) process.off('uncaughtException', listener);
  vi.restoreAllMocks();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is printed is what is tested
  expect(printed.stdout + printed.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  return { code, ...printed };
}

describe('a run held against another', () => {
  test('is without change where nothing has changed', async () => {
    expect(await reported('honest', '--against', 'honest')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^No change\./),
    });
  });

  test('exits with 1 where it has regressed, and with 0 where it was mended', async () => {
    const { code, stdout } = await reported('lying', '--against', 'honest');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\d+ regressions in \d+ changes\./);
    expect(stdout).toContain('cancel.state.draft passed before, and fails now.');
    expect(stdout).toContain('Another address: ');
    expect(stdout).toMatch(/Coverage fell: verified before, not now: \d+/);
    const mended = await reported('honest', '--against', 'lying/run.json');
    expect(mended).toMatchObject({ code: 0, stdout: expect.stringContaining('cancel.state.draft failed before') });
  });

  test('is JSON, or one line, where that is asked for', async () => {
    const { stdout } = await reported('lying', '--against', 'honest', '--json');
    const { kind, changes } = JSON.parse(stdout);
    expect({ kind, first: changes[0].kind, second: changes[1].kind }).toEqual({
      kind: 'changes',
      first: 'regressed',
      second: 'added',
    });
    const quiet = await reported('lying', '--against', 'honest', '--quiet');
    expect(quiet).toMatchObject({ code: 1, stdout: expect.stringMatching(/^\d+ regressions in \d+ changes\.\n$/) });
  });

  test('a scenario that is there no more is a regression', async () => {
    const record = JSON.parse(readFileSync(at('honest/run.json'), 'utf8'));
    const scenarios = record.scenarios.filter(({ id }: { id: string }) => id !== 'cancel.state.sent');
    writeFileSync(at('less.json'), JSON.stringify({ ...record, scenarios }));
    const { code, stdout } = await reported('less.json', '--against', 'honest');
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: expect.stringContaining('cancel.state.sent was planned before'),
    });
  });
});

test.each([
  ['mock', 'lying'],
  ['lying', 'mock'],
])('a mock is held against a service, whichever is named first: %s against %s', async (run, against) => {
  const { code, stdout } = await reported(run, '--against', against);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^The mock differs from the service in 1 of 2 scenarios/);
  expect(stdout).toContain('name: mock UNPROCESSABLE_ENTITY; service NO\\u001b[2J\\u009b31m');
  expect(stdout).toContain('not planned on the service\n    1 × cancel.state.paid');
  expect(JSON.parse((await reported(run, '--against', against, '--json')).stdout)).toMatchObject({
    kind: 'fidelity',
    alike: ['cancel.state.sent'],
    unlike: [{ scenario: 'cancel.state.draft' }],
  });
});

describe('what is printed as JSON', () => {
  const schemaOf = (name: string) =>
    JSON.parse(readFileSync(packageFile(`schemas/published/${name}.schema.json`), 'utf8'));
  const oracle = new Ajv2020({ strict: true, allowUnionTypes: true }).addSchema(schemaOf('run'));

  test.each([
    ['comparison', ['lying', '--against', 'honest']],
    ['comparison', ['honest', '--against', 'lying']],
    ['fidelity', ['mock', '--against', 'lying']],
    ['story', ['lying', '--scenario', 'cancel.state.draft']],
    ['story', ['mock', '--scenario', 'cancel.state.paid']],
  ])('is as %s.schema.json publishes it: %j', async (name, args) => {
    const printed = JSON.parse((await reported(...args, '--json')).stdout);
    const validate = oracle.getSchema(`urn:cancel-conformance:${name}:1`) ?? oracle.compile(schemaOf(name));
    validate(printed);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...printed, format: 2 })).toBe(false);
  });
});

describe('the history', () => {
  const root = 'reports/history/sandbox';

  test('holds a line of each run on a service, and none of a mock', () => {
    const { lines, complaints } = readHistory('reports/history');
    expect(complaints).toEqual([]);
    expect(lines.map(({ target, verdicts }) => [target.name, verdicts])).toEqual([
      ['sandbox', 'pp'],
      ['sandbox', expect.stringMatching(/^(fp|pf)$/)],
    ]);
    expect(lines[0]?.latency['invoices.cancel']?.calls).toBeGreaterThan(1);
  });

  test('is told beside a run: the last runs, and since when what departs is there', async () => {
    const { stdout } = await reported('lying');
    expect(stdout).toMatch(/History: 2 runs since \S+ \S+\n/);
    expect(stdout).toMatch(/CC\d{3} \S+.* in cancel\.state\.draft: first seen .*, for 1 run;\s+last good /);
    expect((await reported('lying', '--history', 'none')).stdout).not.toContain('History:');
    expect((await reported('honest')).stdout).not.toContain('History:');
    expect((await reported('lying', '--format', 'markdown')).stdout).toMatch(/### History: 2 runs\n\n\| run begun/);
  });

  test('names its broken lines, and is refused where another version wrote it', async () => {
    writeFileSync(at(`${root}/a.ndjson`), '{"format": 1, "run":');
    const told = await reported('lying', '--quiet');
    rmSync(at(`${root}/a.ndjson`));
    expect(told).toMatchObject({
      code: 1,
      stderr: `${root}/a.ndjson:1 is half written, or not JSON, and is left out.\n`,
    });
    writeFileSync(at('old.ndjson'), '{"format": 0, "run": "x"}\n');
    expect(await reported('lying', '--history', 'old.ndjson')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'old.ndjson:1 is of an older format, 0; this suite reads 1.\nMove it away, or do without a history by --history none.\n',
    });
    expect(await reported('lying', '--history', 'nowhere')).toMatchObject({ code: 2, stdout: '' });
  });

  test('takes merged shards in the place of their parts', async () => {
    const record = JSON.parse(readFileSync(at('honest/run.json'), 'utf8'));
    for (const current of [1, 2]) {
      const scenarios = [record.scenarios[current - 1]];
      const shard = { ...record, id: `part-${current}`, shard: { current, total: 2 }, scenarios };
      writeFileSync(at(`part-${current}.json`), JSON.stringify(shard));
    }
    const merge = ['part-1.json', 'part-2.json', '--report-dir', 'merged', '--history', 'kept', '--quiet'];
    expect(await reported(...merge)).toMatchObject({ code: 0 });
    expect(await reported(...merge)).toMatchObject({ code: 0 });
    expect(readHistory('kept').lines).toMatchObject([{ run: 'part-1+part-2', verdicts: 'pp' }]);
  });
});

test('an honest service answers like the mock', async () => {
  const { stdout } = await reported('mock', '--against', 'honest');
  expect(stdout).toMatch(/^The mock answers like the service in 2 scenarios/);
});

describe('one scenario', () => {
  test('is told whole: what was given and expected, the very line of the contract, findings and exchanges', async () => {
    const { code, stdout } = await reported('lying', '--scenario', 'cancel.state.draft');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^cancel\.state\.draft \(draft\): fail\n/);
    expect(stdout).toMatch(
      /given {5}an invoice in state DRAFT\n {2}when {6}cancel with \{\}\n {2}expected {2}422, CANNOT_CANCEL_DRAFT/,
    );
    expect(stdout).toMatch(/Clause: specs\/paypal\/\S+:\d+ \/\S+\n(?: .*\n)*>\s+\d+ \| .*CANNOT_CANCEL_DRAFT_INVOICE/);
    expect(stdout).toMatch(/wrong-name .*\n/);
    expect(stdout).toMatch(/invoices\.cancel: POST \S+\/cancel as merchant → 422, [\d.]+ ms at \S+Z, debug id \w+/);
    expect(stdout).toContain('"name": "NO\\u001b[2J');
    expect(stdout).toMatch(/curl -i .* -X POST .*Bearer \$ACCESS_TOKEN/);
  });

  test('that passed is told by its verdict, and as JSON', async () => {
    const quiet = await reported('honest', '--scenario', 'cancel.state.draft', '--quiet');
    expect(quiet).toMatchObject({ code: 0, stdout: 'cancel.state.draft (draft): pass\n' });
    const { stdout } = await reported('honest', '--scenario', 'cancel.state.draft', '--json');
    const story = JSON.parse(stdout);
    expect(story).toMatchObject({
      definition: { given: { state: 'DRAFT' } },
      result: { verdict: 'pass' },
      caveats: [],
    });
    expect(story.curl).toHaveLength(story.result.exchanges.length);
  });

  test('that the run has not is named with the nearest', async () => {
    expect(await reported('honest', '--scenario', 'cancel.state.draf')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'This run has no scenario "cancel.state.draf".\nThe nearest are: cancel.state.draft, cancel.state.sent.\n',
    });
  });
});

test('a run alone has the exit code that it had, and its record as JSON', async () => {
  expect(await reported('lying', '--quiet')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^\d+ departures? .*\n$/),
  });
  expect(await reported('honest')).toMatchObject({ code: 0, stdout: expect.stringContaining('Conforms') });
  const record = readFileSync(at('honest/run.json'), 'utf8');
  expect(JSON.parse((await reported('honest', '--json')).stdout)).toEqual(JSON.parse(record));
});

test('a record of hostile texts commands no terminal', async () => {
  const record = readFileSync(at('lying/run.json'), 'utf8');
  const word = JSON.stringify(HOSTILE).slice(1, -1);
  const hostile = record
    .replaceAll(/"(title|topic|subject|explanation|method|credential|operation)": ?"/g, `$&${word}`)
    .replaceAll('"verdict":"pass"', `"verdict":"inconclusive","reason":"${word}"`);
  writeFileSync(at('hostile.json'), hostile);
  for (const args of [
    [],
    ['--against', 'honest'],
    ['--against', 'mock'],
    ['--scenario', 'cancel.state.draft'],
    ['--json'],
  ]) {
    const { code, stdout } = await reported('hostile.json', ...args);
    expect([0, 1]).toContain(code);
    expect(stdout).toContain('\\u001b[2J');
  }
});

describe('what is no run record is refused by a sentence and a hint', () => {
  const record = () => readFileSync(at('honest/run.json'), 'utf8');
  const formatted = (format: unknown) => record().replace('"format": 1', `"format": ${format}`);
  mkdirSync(at('empty'));
  test.each<[string, () => string, RegExp]>([
    ['half written', () => record().slice(0, -50), /is half written, or not JSON\.\nCopy it whole/],
    ['no JSON', () => 'hello', /is not JSON\.\nName a run\.json/],
    ['empty', () => '', /is not JSON\./],
    ['foreign', () => '{"name":"x"}', /is JSON, and no run record\.\n/],
    ['foreign, and no object', () => 'null', /is JSON, and no run record\.\n/],
    ['newer', () => formatted(2), /of a newer format, 2; this suite reads 1\.\nUpdate/],
    ['older', () => formatted(0), /of an older format, 0; this suite reads 1\.\nRead it with the version/],
    ['invalid', () => record().replace('"totals"', '"sums"'), /is no run record of format 1: .*totals/],
  ])('%s', async (_, text, message) => {
    writeFileSync(at('broken.json'), text());
    for (const args of [['broken.json'], ['honest', '--against', 'broken.json']]) {
      const { code, stdout, stderr } = await reported(...args);
      expect(stderr).toMatch(message);
      expect(stderr.trimEnd().split('\n')).toHaveLength(2);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
  });

  test.each([
    ['empty', /empty holds no run: there is no run\.json in it\.\n/],
    ['nowhere', /There is nothing at nowhere\.\nName a run\.json/],
  ])('%s', async (path, message) => {
    expect(await reported(path)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});
