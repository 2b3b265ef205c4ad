import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Schema, Validator } from '@cfworker/json-schema';
import { validate as validateCtrf } from 'ctrf';
import { parse as parseJunit } from 'junit2json';
import { lexer, type Token, walkTokens } from 'marked';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { findingText } from '../schemas/checks/finding-text.ts';
import { curlOf } from '../schemas/checks/reproduce.ts';
import { HOSTILE, hostileRecord } from '../tests/hostile-record.ts';
import { EXCHANGE, FINDING, HEADER, resultOf } from '../tests/run-samples.ts';
import { FORMAT_NAMES, type FormatName, formats } from './formats.ts';
import { KIND_PAGES, pageOf } from './kinds/kind-pages.ts';
import { kindText } from './kinds/kind-text.ts';
import { assertRecord } from './record-schema.ts';
import { type RunRecord, runRecordOf, scenarioRecordOf } from './run-record.ts';

async function rendered(record: RunRecord, name: FormatName): Promise<string> {
  const format = await formats[name]();
  const explain = ({ scenario, finding }: Parameters<Parameters<typeof format>[1]['explain']>[0]) =>
    findingText(scenario.id, finding, scenario.exchanges[finding.exchange ?? -1]);
  return [...format(record, { explain, curlOf })].join('');
}

/** Whatever acts on a terminal or a reader, but for the line feeds of the form itself. */
const ACTIVE = /(?!\n)[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

function xmlErrorsOf(xml: string): readonly string[] {
  const errors: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => errors.push(message));
  parser.write(xml).close();
  return errors;
}

const sarifSchema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const sarifOracle = new Validator(JSON.parse(readFileSync(sarifSchema, 'utf8')) as Schema, '4');

function tokensOf(markdown: string): readonly Token[] {
  const tokens: Token[] = [];
  walkTokens(lexer(markdown, { gfm: true }), (token) => void tokens.push(token));
  return tokens;
}

const headingsOf = (markdown: string): readonly string[] =>
  tokensOf(markdown).flatMap((token) => (token.type === 'heading' ? [`${token.depth}`] : []));

/** GitHub's own reading of a command (actions/runner, ActionCommand). */
const COMMAND = /^::(error|warning|notice) ((?:[a-z]+=[^,:]*,?)+)::(.*)$/;

/** A test of each format: what a reader of it makes of the text. */
const readers: Readonly<Record<FormatName, (text: string, record: RunRecord) => void | Promise<void>>> = {
  json: (text, record) => {
    expect(JSON.parse(text)).toEqual(record);
    expect(() => assertRecord(JSON.parse(text))).not.toThrow();
  },
  text: (text) => expect(text).not.toMatch(ACTIVE),
  html: (text) => {
    expect(text).not.toMatch(ACTIVE);
    expect(text.match(/<\/?script/g)).toHaveLength(6);
    expect(text).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src (?:'|&#39;)none/);
  },
  ctrf: (text, { scenarios, notRun, defects }) => {
    const report = JSON.parse(text);
    expect(validateCtrf(report)).toMatchObject({ valid: true });
    const { tests, summary } = report.results;
    expect(tests).toHaveLength(scenarios.length + notRun.length + defects.length);
    for (const status of ['passed', 'failed', 'skipped', 'pending', 'other'])
      expect(tests.filter((one: { status: string }) => one.status === status)).toHaveLength(summary[status]);
    expect(JSON.parse(text, (_, value) => (ACTIVE.test(String(value)) ? null : value))).toEqual(report);
  },
  sarif: (text) => {
    const log = JSON.parse(text);
    expect(sarifOracle.validate(log)).toEqual({ valid: true, errors: [] });
    expect(log.runs[0].results).toHaveLength(5);
    for (const { message } of log.runs[0].results) expect(message.text).not.toMatch(ACTIVE);
  },
  junit: async (text, { scenarios, notRun, defects }) => {
    expect(xmlErrorsOf(text)).toEqual([]);
    expect(text).not.toMatch(ACTIVE);
    const suites = await parseJunit(text);
    const read = suites && 'testsuite' in suites ? suites : undefined;
    const cases = read?.testsuite?.flatMap((suite) => suite.testcase ?? []) ?? [];
    expect(cases).toHaveLength(scenarios.length + notRun.length + defects.length);
    expect(read).toMatchObject({ tests: cases.length, failures: 1 });
  },
  github: (text) => {
    const lines = text.split('\n').slice(0, -1);
    expect(lines.length).toBeLessThanOrEqual(10);
    for (const line of lines) expect(line).toMatch(COMMAND);
    expect(text).not.toMatch(/%(?!25|3A|2C)/);
    expect(text).not.toMatch(ACTIVE);
  },
  markdown: (text) => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1 << 20);
    expect(text).not.toMatch(ACTIVE);
    const types = new Set(tokensOf(text).map(({ type }) => type));
    for (const type of ['html', 'link', 'image', 'hr', 'blockquote', 'del', 'em'])
      expect([...types]).not.toContain(type);
  },
  parity: (text) => {
    expect(text).not.toMatch(ACTIVE);
    const types = new Set(tokensOf(text).map(({ type }) => type));
    for (const type of ['html', 'link', 'image', 'hr', 'del', 'em']) expect([...types]).not.toContain(type);
  },
};

describe.each(Object.entries(HOSTILE))('an answer of %s', (_, text) => {
  const record = hostileRecord(text);
  test.each(FORMAT_NAMES)('does not break %s', async (name) => {
    await readers[name](await rendered(record, name), record);
  });
  test('adds no heading to a page', async () => {
    expect(headingsOf(await rendered(record, 'markdown'))).toEqual(
      headingsOf(await rendered(hostileRecord('plain'), 'markdown')),
    );
  });
});

const entry = { id: 'echo', findings: [], reason: 'It echoes.', owner: 'me', date: '2026-01-01', source: 'seen' };
const accepted = { ...FINDING, kind: 'wrong-name', accepted: 'echo' } as const;
const weak = { ...FINDING, level: 'MAY', kind: 'unknown-member' } as const;
const open = { ...FINDING, origin: 'undefined', kind: 'undocumented-issue' } as const;
const should = { ...FINDING, level: 'SHOULD', kind: 'wrong-message', pointer: '/message' } as const;

function recordOf(results: readonly ReturnType<typeof resultOf>[], planned = results.map(({ id }) => id)): RunRecord {
  return runRecordOf(
    {
      header: { ...HEADER, baseline: { file: 'b.json', accepted: [entry] } },
      planned,
      scenarios: results.map(scenarioRecordOf),
      defects: [],
      leftovers: [],
      end: { at: '2026-01-01T00:00:09.000Z', interrupted: false },
      requests: results.length,
    },
    [],
  );
}

const morning = recordOf(
  [
    resultOf('a', { verdict: 'fail', findings: [should, { ...FINDING, exchange: 0 }] }),
    resultOf('b', { verdict: 'fail', findings: [{ ...FINDING, exchange: 0 }, weak] }),
    resultOf('c', { verdict: 'fail', findings: [accepted] }),
    resultOf('d', { findings: [open], gap: 'No issue for it.' }),
    resultOf('e', { verdict: 'inconclusive', reason: 'invoices.send 503: outage.' }),
    resultOf('f', { verdict: 'inapplicable', reason: 'no second account' }),
  ],
  ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
);

test('JUnit: a new departure fails, a known one is skipped, what is not known is an error', async () => {
  const suites = await parseJunit(await rendered(morning, 'junit'));
  expect(suites).toMatchObject({ tests: 7, failures: 2, errors: 2, skipped: 2 });
  const text = await rendered(morning, 'junit');
  expect(text).toContain(
    '<testcase name="a" classname="invoices.cancel.state" file="specs/paypal/invoices.cancel.openapi.yaml" line="12" time="0.005">',
  );
  expect(text).toMatch(/name="c".*<skipped message="[^"]*known: echo[^"]*" type="known">/);
  expect(text).toMatch(/name="e".*<error message="invoices.send 503: outage."/);
  expect(text).toMatch(/name="g" .*<error message="It was planned and not run."/);
  expect(text).toContain('<property name="debug-id" value="b1985a21862fe"/>');
});

test('JUnit: what departs anew fails, whatever else is known of it', async () => {
  const both = recordOf([resultOf('a', { verdict: 'fail', findings: [accepted, FINDING] })]);
  expect(await parseJunit(await rendered(both, 'junit'))).toMatchObject({ tests: 1, failures: 1, skipped: 0 });
  expect(await rendered(both, 'junit')).toContain('<failure message="CC001 wrong-status: ');
});

test('CTRF counts alike', async () => {
  const { results } = JSON.parse(await rendered(morning, 'ctrf'));
  expect(results.summary).toMatchObject({ tests: 7, passed: 1, failed: 2, skipped: 2, other: 1, pending: 1 });
  expect(results.tests[0]).toMatchObject({ name: 'a', status: 'failed', line: 12, duration: 5 });
});

test('GitHub: the firmest first, known ones not at all, each at its line of the contract', async () => {
  const lines = (await rendered(morning, 'github')).trim().split('\n');
  expect(lines).toEqual([
    '::error file=specs/paypal/invoices.cancel.openapi.yaml,line=12,title=MUST CC001 wrong-status::The contract answers 204 here. In a, b.',
    '::error file=specs/paypal/invoices.cancel.openapi.yaml,line=12,title=SHOULD CC008 wrong-message at /message::The contract answers 204 here. In a.',
    '::warning title=1 scenario inconclusive::invoices.send 503: outage. In e.',
    '::warning title=1 scenario not run::g',
  ]);
});

/** As many different departures as there are pointers. */
const manyCauses = (count: number, over = {}): RunRecord =>
  recordOf(
    Array.from({ length: count }, (_, at) =>
      resultOf(`s${at}`, { verdict: 'fail', findings: [{ ...FINDING, pointer: `/m${at}x`, exchange: 0, ...over }] }),
    ),
  );

test('GitHub: of eleven annotations nine are shown, and the tenth says so', async () => {
  const lines = (await rendered(manyCauses(10), 'github')).trim().split('\n');
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toMatch(/^::notice title=2 more annotations are left out::/);
  const all = (await rendered(manyCauses(9), 'github')).trim().split('\n');
  expect(all).toHaveLength(10);
  expect(all.at(-1)).toBe('::warning title=Accepted%2C but no longer seen::echo in b.json');
});

test('SARIF: one result a cause, accepted ones suppressed with their reason', async () => {
  const { results } = JSON.parse(await rendered(morning, 'sarif')).runs[0];
  const short = results.map((one: { level: string; ruleId: string; occurrenceCount: number }) => [
    ...[one.level, one.ruleId, one.occurrenceCount],
  ]);
  expect(short).toEqual([
    ['error', 'CC001', 2],
    ['error', 'CC008', 1],
    ['warning', 'CC007', 1],
    ['note', 'CC014', 1],
    ['note', 'CC012', 1],
  ]);
  expect(results[2].suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: 'It echoes. (me, 2026-01-01)' },
  ]);
  expect(results[0].locations[0].physicalLocation.region).toEqual({ startLine: 12 });
});

test('Markdown: the answer, new against known, then each cause with its clause and curl', async () => {
  const page = await rendered(morning, 'markdown');
  expect(page).toMatch(/^## 3 new departures from the contract in 2 of 4 scenarios judged; 1 known/);
  expect(page).toContain('| new: fails the run | 3 | 2 |');
  expect(page).toContain('| known: accepted in the baseline, of any level | 1 | 1 |');
  expect(page).toContain('- clause: `specs/paypal/invoices.cancel.openapi.yaml:12` `/paths`');
  expect(page).toContain(`\`\`\`sh\n${curlOf(EXCHANGE)}\n\`\`\``);
  const titles = [...page.matchAll(/^### (.*)$/gm)].map(([, title]) => title);
  expect(titles).toEqual([
    'New departures: 2 causes',
    'Known: 1 accepted departure',
    'Inconclusive: 1',
    'Not run: 1',
    'Gaps in the contract: 1 scenario',
    'Answers that the contract leaves open: 1 cause',
    'Below SHOULD, which fail no run: 1 cause',
    'Inapplicable: 1',
  ]);
});

test('Markdown: what does not fit below 1 MiB is counted where it would stand, and what follows keeps its place', async () => {
  const record = manyCauses(2000, { actual: 'x'.repeat(1900) });
  const page = await rendered({ ...record, notRun: ['left'] }, 'markdown');
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1 << 20);
  expect(Buffer.byteLength(page)).toBeGreaterThan(1_000_000);
  const shown = page.match(/^#### /gm)?.length ?? 0;
  const left = Number(/^\*\*(\d+) more causes left out\*\*/m.exec(page)?.[1]);
  expect(shown + left).toBe(2000);
  expect(page).toContain('### Not run: 1');
});

test.each(
  FORMAT_NAMES.filter((name) => name !== 'json' && name !== 'parity'),
)('%s names a departure by its permanent code', async (name) => {
  expect(await rendered(morning, name)).toContain('CC001');
});

test('SARIF explains each kind: what it means, why it matters, how to mend it', async () => {
  const { rules } = JSON.parse(await rendered(morning, 'sarif')).runs[0].tool.driver;
  expect(rules).toHaveLength(KIND_PAGES.length);
  expect(rules[0]).toMatchObject({
    id: 'CC001',
    name: 'wrong-status',
    help: { text: kindText(pageOf('wrong-status')) },
  });
});
