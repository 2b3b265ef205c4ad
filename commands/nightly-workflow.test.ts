import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageFile } from '../schemas/contract/package-file.ts';
import { settings } from './settings.ts';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

const text = readFileSync(packageFile('.github/workflows/nightly.yml'), 'utf8');
const workflow = parse(text);
const steps: Step[] = Object.values<{ steps: Step[] }>(workflow.jobs).flatMap((job) => job.steps);

test('no third-party action is used, and nothing may be written but issues', () => {
  for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[\w/-]+@v\d+$/);
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(workflow.jobs.report.permissions).toEqual({ contents: 'read', issues: 'write' });
});

/** Settings whose values are secrets. */
const SECRET = /_(?:CLIENT_ID|CLIENT_SECRET|USERID|PASSWORD|SIGNATURE)$/;

test('secrets are in the environment alone, and in that of the job that needs them', () => {
  const { env } = workflow.jobs.judge;
  const wanted = settings.map(({ name }) => name).filter((name) => SECRET.test(name));
  expect(wanted).toHaveLength(10);
  for (const name of wanted) expect(env[name]).toBe(`\${{ secrets.${name} }}`);
  expect(text.match(/secrets\./g)).toHaveLength(wanted.length);
  for (const { run } of steps) expect(run ?? '').not.toMatch(/\$\{\{|CLIENT_SECRET|PASSWORD|SIGNATURE/);
});

test('every shard is run, and divides the rate', () => {
  const { env, strategy } = workflow.jobs.judge;
  expect(strategy.matrix.shard).toEqual(Array.from({ length: env.SHARDS }, (_, at) => at + 1));
  expect(env.CONFORMANCE_RATE * env.SHARDS).toBeLessThanOrEqual(5);
});

/** Runs the step in the shell that GitHub runs it in, with a command that ends as it is told. */
function runStep(id: string, code: number, environment: NodeJS.ProcessEnv) {
  const directory = mkdtempSync(join(tmpdir(), 'workflow-'));
  writeFileSync(join(directory, 'npx'), `#!/bin/sh\necho "$@" > "${directory}/args"\nexit ${code}\n`);
  chmodSync(join(directory, 'npx'), 0o755);
  const output = join(directory, 'output');
  writeFileSync(output, '');
  const { status, stdout } = spawnSync(
    'bash',
    ['-e', '-o', 'pipefail', '-c', steps.find((one) => one.id === id)?.run ?? ''],
    {
      encoding: 'utf8',
      env: { PATH: `${directory}:${process.env.PATH}`, GITHUB_OUTPUT: output, ...environment },
    },
  );
  const args = code < 0 ? '' : readFileSync(output, 'utf8');
  return { status, stdout, output: args };
}

test.each([
  [0, 0, ''],
  [1, 1, ''],
  [2, 2, ''],
  [3, 0, '::warning title=cancel-conformance::Shard 2 is inconclusive: the summary above says why.\n'],
  [4, 4, ''],
])('the command’s exit code %i is shown as %i', (code, status, stdout) => {
  const ended = runStep('run', code, { SHARD: '2', SHARDS: '2' });
  expect(ended).toEqual({ status, stdout, output: `code=${code}\n` });
});

test.each([
  ['', { status: 0, output: '' }],
  ['an-id', { status: 0, output: 'yes=true\n' }],
])('with the client id %j', (id, ended) => {
  expect(runStep('configured', 0, { PAYPAL_CLIENT_ID: id })).toMatchObject(ended);
});

test('the history is there before the report is made, and kept after it for the next night', () => {
  const { steps: made }: { steps: Step[] } = workflow.jobs.report;
  const at = (wanted: (step: Step) => boolean | undefined) => made.findIndex(wanted);
  const restored = at(({ uses }) => uses?.startsWith('actions/cache/restore'));
  const reported = at(({ run }) => run?.includes('cancel-conformance report'));
  const saved = at(({ uses }) => uses?.startsWith('actions/cache/save'));
  expect([restored, reported, saved]).toEqual([restored, reported, saved].toSorted((a, b) => a - b));
  expect(restored).toBeGreaterThan(-1);
  const [before, after] = [made[restored]?.with, made[saved]?.with];
  expect(after).toEqual({ path: 'reports/history', key: before?.key });
  expect(before?.key).toMatch(new RegExp(`^${before?.['restore-keys']}`));
  expect(made[reported]?.run).toContain('--report-dir');
});

test('nothing is uploaded after a leak', () => {
  const uploads = workflow.jobs.judge.steps.filter(({ uses }: Step) => uses?.startsWith('actions/upload-artifact'));
  expect(uploads.map((step: Step) => step.if)).toEqual([expect.stringContaining("steps.run.outputs.code != '4'")]);
});

describe('the issue', () => {
  const script = steps.find(({ uses }) => uses?.startsWith('actions/github-script'))?.with?.script ?? '';
  const AsyncFunction = (async () => {}).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<void>;

  interface Issue {
    number: number;
    state: string;
    title: string;
    body: string;
    comments: string[];
    labels: string[];
  }

  /** GitHub's issues as far as the script uses them, kept in memory. */
  function tracker() {
    const issues: Issue[] = [];
    const find = (number: number) => issues.find((issue) => issue.number === number) as Issue;
    const rest = {
      listForRepo: async ({ labels }: { labels: string }) =>
        issues.filter((issue) => issue.state === 'open' && issue.labels.includes(labels)),
      create: async ({ title, body, labels }: Issue) =>
        void issues.push({ number: issues.length + 1, state: 'open', title, body, labels, comments: [] }),
      update: async ({ issue_number, ...over }: { issue_number: number }) =>
        void Object.assign(find(issue_number), over),
      createComment: async ({ issue_number, body }: { issue_number: number; body: string }) =>
        void find(issue_number).comments.push(body),
    };
    return {
      issues,
      github: { rest: { issues: rest }, paginate: (list: (of: object) => unknown, of: object) => list(of) },
    };
  }

  const finding = (kind: string, over = {}) => ({
    ...{
      kind,
      level: 'MUST',
      origin: 'spec',
      pointer: '/name',
      clause: { file: 'a.yaml', line: 7 },
      actual: 'as sent',
    },
    ...over,
  });
  const scenario = (id: string, verdict: string, ...findings: object[]) => ({ id, verdict, findings });

  /** One night: the script on a record, as GitHub runs it in the checkout. */
  async function night({ github }: ReturnType<typeof tracker>, scenarios: readonly object[] | undefined, over = {}) {
    const directory = mkdtempSync(join(tmpdir(), 'night-'));
    mkdirSync(join(directory, 'reports/out/nightly'), { recursive: true });
    const file = join(directory, 'reports/out/nightly/run.json');
    if (scenarios) writeFileSync(file, JSON.stringify({ failOn: 'SHOULD', notRun: [], scenarios, ...over }));
    const warnings: string[] = [];
    const context = { repo: { owner: 'o', repo: 'r' }, serverUrl: 'https://github.example', runId: 1 };
    const inCheckout = script.replace("'reports/out/nightly/run.json'", JSON.stringify(file));
    expect(inCheckout).not.toBe(script);
    const core = { warning: (warning: string) => warnings.push(warning) };
    await new AsyncFunction('github', 'context', 'core', 'require', inCheckout)(
      ...[github, context, core, createRequire(import.meta.url)],
    );
    return warnings;
  }

  test('is opened once, kept up to date, and closed when all is gone', async () => {
    const github = tracker();
    await night(github, [scenario('a', 'pass')]);
    expect(github.issues).toEqual([]);
    await night(github, [scenario('a', 'fail', finding('wrong-name'))]);
    await night(github, [scenario('a', 'fail', finding('wrong-name'))]);
    expect(github.issues).toMatchObject([
      { state: 'open', title: expect.stringContaining('1 departure '), comments: [] },
    ]);
    expect(github.issues[0]?.body).toContain('- `a`: MUST wrong-name at `/name` (a.yaml:7)');
    expect(github.issues[0]?.body).not.toContain('as sent');
    await night(github, [scenario('a', 'fail', finding('wrong-name')), scenario('b', 'fail', finding('wrong-status'))]);
    expect(github.issues).toMatchObject([
      { title: expect.stringContaining('2 departures'), comments: [expect.stringContaining('wrong-status')] },
    ]);
    await night(github, [scenario('a', 'pass'), scenario('b', 'pass')]);
    expect(github.issues).toMatchObject([{ state: 'closed' }]);
    await night(github, [scenario('a', 'fail', finding('wrong-name'))]);
    expect(github.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  test('is neither opened nor closed by what is not known', async () => {
    const github = tracker();
    await night(github, [scenario('a', 'inconclusive')]);
    expect(github.issues).toEqual([]);
    await night(github, [scenario('a', 'fail', finding('wrong-name'))]);
    await night(github, [scenario('a', 'inconclusive')]);
    await night(github, [], { notRun: ['a'] });
    expect(await night(github, undefined)).toHaveLength(1);
    expect(github.issues).toMatchObject([{ state: 'open', title: expect.stringContaining('1 departure ') }]);
  });

  test('is neither opened nor closed by what is seen in an outage', async () => {
    const github = tracker();
    const away = { endedEarly: { cause: 'outage', reason: 'Away.' } };
    expect(await night(github, [scenario('a', 'fail', finding('wrong-name'))], away)).toHaveLength(1);
    expect(github.issues).toEqual([]);
    await night(github, [scenario('a', 'fail', finding('wrong-name'))]);
    await night(github, [scenario('a', 'pass')], away);
    expect(github.issues).toMatchObject([{ state: 'open' }]);
  });

  test('is closed when the scenario that showed it is retired', async () => {
    const github = tracker();
    await night(github, [scenario('a', 'fail', finding('wrong-name'))]);
    await night(github, [scenario('b', 'pass')]);
    expect(github.issues).toMatchObject([{ state: 'closed' }]);
  });

  test('calls nothing new that was too much to be kept the night before', async () => {
    const github = tracker();
    const many = Array.from({ length: 250 }, (_, at) => scenario(`a${at}`, 'fail', finding('wrong-name')));
    await night(github, many);
    await night(github, many);
    expect(github.issues).toMatchObject([{ title: expect.stringContaining('250 departures'), comments: [] }]);
  });

  test('is not about what is accepted, open, weak, or the simulator’s', async () => {
    const github = tracker();
    const others = [{ accepted: 'known' }, { origin: 'undefined' }, { level: 'MAY' }, { origin: 'simulator' }];
    await night(github, [scenario('a', 'pass', ...others.map((over) => finding('wrong-name', over)))]);
    expect(github.issues).toEqual([]);
  });

  test('of somebody else with the label is left alone', async () => {
    const github = tracker();
    await github.github.rest.issues.create({ title: 'mine', body: 'mine', labels: ['cancel-conformance'] } as Issue);
    await night(github, [scenario('a', 'fail', finding('wrong-name'))]);
    await night(github, [scenario('a', 'pass')]);
    expect(github.issues.map(({ title, state }) => [title.slice(0, 4), state])).toEqual([
      ['mine', 'open'],
      ['canc', 'closed'],
    ]);
  });
});
