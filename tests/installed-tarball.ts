import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { packageFile } from '../schemas/contract/package-file.ts';

const NAME = 'cancel-conformance';

/** What npm says where a package is neither in its cache nor to be had. */
const UNREACHABLE = /ENOTCACHED|EAI_AGAIN|ENOTFOUND|ENETUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT/;

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end, with that Node as the `node` of everything it starts. */
function runWith(node: string, [program = node, ...args]: readonly string[], { cwd, env }: Place): Ended {
  const PATH = [dirname(node), process.env.PATH].join(delimiter);
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env, PATH },
  });
  return { status, stdout, stderr };
}

/** What every npm call here is told: the cache first, one try of the network, nothing beside the point. */
const QUIETLY = ['--prefer-offline', '--fetch-retries=0', '--ignore-scripts', '--no-audit', '--no-fund'];

/** Runs npm under that Node; undefined where a package is out of reach. Throws what npm said where it failed otherwise. */
export function npm(node: string, args: readonly string[], cwd: string): Ended | undefined {
  const ended = runWith(node, ['npm', ...args, ...QUIETLY, '--loglevel=error'], { cwd });
  if (ended.status === 0) return ended;
  if (UNREACHABLE.test(ended.stderr)) return undefined;
  throw new Error(`npm ${args.join(' ')} ended with ${ended.status}:\n${ended.stderr}`);
}

/** Packs the checkout, as it was built last, into the directory; the tarball's path. */
export function pack(directory: string): string {
  const ended = npm(process.execPath, ['pack', '--json', '--pack-destination', directory], packageFile('.'));
  if (ended === undefined) throw new Error('npm pack needs no network.');
  const [tarball] = readdirSync(directory).filter((file) => file.endsWith('.tgz'));
  return join(directory, tarball ?? '');
}

/** A lock of a project whose only dependency is the tarball, with everything else as our own lock has it. */
function lockOf(tarball: string): string {
  const { packages, lockfileVersion } = JSON.parse(readFileSync(packageFile('package-lock.json'), 'utf8'));
  const { '': own, ...others } = packages as Readonly<Record<string, { readonly dev?: boolean }>>;
  const { devDependencies: _, ...ours } = own as Readonly<Record<string, unknown>>;
  const lock = {
    lockfileVersion,
    packages: {
      '': { dependencies: { [NAME]: `file:${tarball}` } },
      [`node_modules/${NAME}`]: { ...ours, resolved: `file:${tarball}` },
      ...Object.fromEntries(Object.entries(others).filter(([, { dev }]) => dev !== true)),
    },
  };
  return JSON.stringify(lock);
}

/** A project that has the tarball as its only dependency. */
export interface Project {
  /** Writes the project's own `type`. */
  become(type: 'commonjs' | 'module'): void;
  /** The versions in which a package is installed, one for each copy. */
  versionsOf(name: string): readonly string[];
  /** Every file of the package installed, with its size and the time of its last change. */
  packageFiles(): readonly string[];
  /** Every file outside of `node_modules`, relative to the project. */
  ownFiles(): readonly string[];
  read(file: string): unknown;
  /** Installs one more package from the registry. */
  add(name: string): void;
  /** Runs a module of the project's own. */
  module(text: string): Ended;
  /** Runs the command installed, whose home and temporary directory lie in the project. */
  command(...args: string[]): Ended;
}

const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(directory, file)).isFile(),
  );

/**
 * Installs the tarball in an empty directory under that Node: in the versions that our lock has, or, `resolved` anew, in
 * those that the registry has today. Undefined where a package is out of reach.
 */
export function install(node: string, tarball: string, directory: string, resolved: boolean): Project | undefined {
  const manifest = join(directory, 'package.json');
  const writeManifest = (type: string): void =>
    writeFileSync(manifest, JSON.stringify({ private: true, type, dependencies: { [NAME]: `file:${tarball}` } }));
  mkdirSync(directory, { recursive: true });
  writeManifest('commonjs');
  if (!resolved) writeFileSync(join(directory, 'package-lock.json'), lockOf(tarball));
  if (npm(node, [resolved ? 'install' : 'ci', '--omit=dev'], directory) === undefined) return undefined;
  for (const folder of ['home', 'tmp']) mkdirSync(join(directory, folder));
  return projectIn(node, directory, writeManifest);
}

function projectIn(node: string, directory: string, become: Project['become']): Project {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(directory, file), 'utf8'));
  const installed = join(directory, 'node_modules', NAME);
  return {
    become,
    read,
    versionsOf(name) {
      const { packages } = read('node_modules/.package-lock.json') as { packages: Record<string, { version: string }> };
      const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
      return copies.map(([, { version }]) => version);
    },
    packageFiles: () =>
      filesIn(installed).map((file) => {
        const { size, mtimeMs } = statSync(join(installed, file));
        return `${file} ${size} ${mtimeMs}`;
      }),
    ownFiles: () => filesIn(directory).filter((file) => !file.startsWith('node_modules')),
    add: (name) => {
      if (npm(node, ['install', name], directory) === undefined) throw new Error('The registry is out of reach.');
    },
    module(text) {
      writeFileSync(join(directory, 'own.mjs'), text);
      return runWith(node, [node, 'own.mjs'], { cwd: directory });
    },
    command: (...args) =>
      runWith(node, [join(directory, 'node_modules', '.bin', NAME), ...args], {
        cwd: directory,
        env: { HOME: join(directory, 'home'), TMPDIR: join(directory, 'tmp') },
      }),
  };
}
