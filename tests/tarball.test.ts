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

const root = realpathSync(mkdtempSync(join(tmpdir(), 'tarball-')));
afterAll(() => rmSync(root, { recursive: true }));

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

  for (const type of ['commonjs', 'module'] as const)
    onProject(`runs in a project of type ${type}, and writes to its reports alone`, (found) => {
      found.become(type);
      const [packageBefore, before] = [found.packageFiles(), found.ownFiles()];
      const { status, stdout, stderr } = found.command('run', '--target', 'prism', '--report-dir', `reports/${type}`);
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
});
