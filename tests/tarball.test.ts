import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assertRecord } from '../reports/record-schema.ts';
import { install, type Project, pack } from './installed-tarball.ts';
import { fetchNode } from './node-binary.ts';

/** Newer ones want Node 24 and never answer malformed JSON: a range would let npm mix them in there. */
const PRISM = {
  '@stoplight/prism-cli': '5.14.2',
  '@stoplight/prism-http-server': '5.12.2',
  '@stoplight/prism-http': '5.12.0',
  '@stoplight/prism-core': '5.8.0',
};

/** Longest time for what takes a few seconds each, in milliseconds: an install, or a whole run. */
const PATIENCE_MS = 180_000;

/**
 * `npm run test:tarball` names the majors of Node, has them fetched, and lets the registry choose the versions as it does
 * for anybody. Otherwise, offline as well, it is the Node that runs this, and the versions of our own lock.
 */
const majors = process.env.TARBALL_NODES?.split(',').map(Number);
const nodes: readonly (number | 'this')[] = majors ?? ['this'];

/** An answer that calls a 404 by another name. */
const DEPARTING = `{
  request: { method: 'POST', url: 'http://127.0.0.1/v2/invoicing/invoices/INV2-A/cancel' },
  response: { status: 404, headers: { 'content-type': 'application/json' }, body: { name: 'INVALID_REQUEST', debug_id: 'a' } },
}`;

const ORACLE_ALONE = `
import { createRequire } from 'node:module';
import { judge } from 'cancel-conformance';
const kinds = judge(${DEPARTING}).map(({ kind }) => kind);
const loaded = Object.keys(createRequire(import.meta.url).cache).join();
const lacks = (name) => (loaded.includes(name.toLowerCase()) ? name : 'no ' + name);
console.log([kinds.find((kind) => kind === 'wrong-name'), lacks('Playwright'), lacks('Prism')].join(', '));
`;

const BESIDE_A_HOST = `
import { expect } from '@playwright/test';
import { matchers } from 'cancel-conformance/playwright';
const judged = expect.extend(matchers);
await judged({ ...${DEPARTING}, response: { status: 204 } }).toConformTo('invoices.cancel');
const fails = await judged(${DEPARTING}).toConformTo('invoices.cancel').then(() => 'passes', () => 'fails');
console.log('passes, ' + fails);
`;

const root = realpathSync(mkdtempSync(join(tmpdir(), 'tarball-')));
afterAll(() => rmSync(root, { recursive: true }), PATIENCE_MS);

let tarball: string;
beforeAll(() => {
  tarball = pack(root);
}, PATIENCE_MS);

describe.each(nodes)('the tarball installed on Node (%s)', (major) => {
  let project: Project | undefined;
  beforeAll(() => {
    const node = typeof major === 'number' ? fetchNode(major, join(root, `node-${major}`)) : process.execPath;
    project = install(node, tarball, join(root, `project-${major}`), majors !== undefined);
    if (project === undefined && majors !== undefined) throw new Error('The registry is out of reach.');
  }, PATIENCE_MS);

  /** Skipped where the cache of npm has been emptied, and there is no network. */
  const onProject = (name: string, body: (project: Project) => void): void =>
    test(name, { timeout: PATIENCE_MS }, ({ skip }) => (project ? body(project) : skip('npm reaches no registry')));

  onProject('has one copy of each package of Prism, in the version that is known to work', ({ versionsOf }) => {
    const found = Object.fromEntries(Object.keys(PRISM).map((name) => [name, versionsOf(name)]));
    expect(found).toEqual(Object.fromEntries(Object.entries(PRISM).map(([name, version]) => [name, [version]])));
  });

  onProject('needs nothing that only we need', ({ versionsOf }) => {
    expect([...versionsOf('typescript'), ...versionsOf('vitest')]).toEqual([]);
  });

  onProject('prints its help', ({ command }) => {
    expect(command('--help')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Usage: cancel-conformance/) });
  });

  onProject('every command has its help', ({ command }) => {
    const names = [...command('--help').stdout.matchAll(/^ {2}(\w+) .*\[options\]/gm)].map(([, name]) => name ?? '');
    expect(names).toEqual(
      expect.arrayContaining(['run', 'judge', 'serve', 'report', 'accept', 'contract', 'selftest']),
    );
    for (const name of names) expect(command(name, '--help')).toMatchObject({ status: 0, stderr: '' });
  });

  onProject('judges an exchange where only the library is imported', ({ module }) => {
    expect(module(ORACLE_ALONE)).toEqual({ status: 0, stdout: 'wrong-name, no Playwright, no Prism\n', stderr: '' });
  });

  onProject('judges the contract, a client, and evidence again', (found) => {
    found.become('module');
    expect(found.command('contract', '--format', 'json')).toMatchObject({ status: 0, stderr: '' });
    const example = 'node_modules/cancel-conformance/examples/clients/module.mjs';
    expect(found.command('run', '--client', example, '--report-dir', 'reports/client')).toMatchObject({ status: 0 });
    const one = ['run', '--target', 'prism', '--grep', 'cancel.state.draft', '--report-dir', 'reports/one'];
    expect(found.command(...one)).toMatchObject({ status: 0, stderr: '' });
    const judged = found.command('judge', 'reports/one/run.json', '--report-dir', 'reports/judged');
    expect(judged).toMatchObject({ status: 0, stderr: '' });
  });

  for (const type of ['commonjs', 'module'] as const)
    onProject(`runs in a project of type ${type}, and writes to its reports alone`, (found) => {
      found.become(type);
      const [packageBefore, before] = [found.packageFiles(), found.ownFiles()];
      const { status, stdout, stderr } = found.command(
        'run',
        '--target',
        'prism',
        '--grep',
        'state',
        '--report-dir',
        `reports/${type}`,
      );
      expect({ status, stderr, answer: stdout.match(/^Conforms/m)?.[0] }).toEqual({
        status: 0,
        stderr: '',
        answer: 'Conforms',
      });
      assertRecord(found.read(`reports/${type}/run.json`));
      expect(found.packageFiles()).toEqual(packageBefore);
      const written = found.ownFiles().filter((file) => !before.includes(file));
      expect(written).toEqual(expect.arrayContaining([`reports/${type}/run.json`, `reports/${type}/run.ndjson`]));
      expect(written.filter((file) => !/^reports\/(ledger|commonjs|module)\//.test(file))).toEqual([]);
    });

  test.runIf(majors !== undefined)(
    'its matcher works beside an older Playwright of the host’s own',
    { timeout: PATIENCE_MS },
    () => {
      project?.add('@playwright/test@1.40.0');
      expect(project?.versionsOf('@playwright/test')).toHaveLength(2);
      expect(project?.module(BESIDE_A_HOST)).toMatchObject({ status: 0, stdout: 'passes, fails\n' });
    },
  );
});
