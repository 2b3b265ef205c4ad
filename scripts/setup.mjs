// Makes a checkout ready to run, with nothing but Node and npm: installs what package-lock.json says where it is not
// installed, and builds dist/ where a source has changed. Does nothing, without a network, where both are done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, 'dist', '.built-from');

/** What the build reads, besides the sources in these folders. */
const BUILD_FILES = ['cli.ts', 'playwright.config.ts', 'tsconfig.json', 'tsconfig.build.json', 'package.json'];
const BUILD_FOLDERS = ['schemas', 'targets', 'clients', 'suites', 'reports', 'commands', 'bench'];

/** How long another set-up of this checkout is waited for, in milliseconds, and how often it is looked after. */
const WAIT_MS = 600_000;
const LOOK_EVERY_MS = 200;

const at = (...path) => join(ROOT, ...path);
const sha256 = (...texts) => texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex');

function stop(sentence, hint) {
  process.stderr.write(`${sentence}\n${hint}\n`);
  process.exit(2);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

/** Stops where Node is older than package.json says: npm only warns of it. */
function assertNode() {
  const wanted = readJson(at('package.json')).engines.node;
  const [major = 0, minor = 0] = wanted.replace('>=', '').split('.').map(Number);
  const [ours, oursMinor] = process.versions.node.split('.').map(Number);
  if (ours < major || (ours === major && oursMinor < minor))
    stop(`This is Node ${process.versions.node}, and ${wanted} is needed.`, 'Install a newer Node; then try again.');
}

/** What npm noted of the installed packages agrees with the lock; those that only other platforms need may be missing. */
function isInstalled() {
  const wanted = readJson(at('package-lock.json')).packages ?? {};
  const found = readJson(at('node_modules', '.package-lock.json')).packages ?? {};
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return found[path] === undefined ? optional === true : found[path].version === version;
  });
}

function sourceFiles() {
  const inFolders = BUILD_FOLDERS.flatMap((folder) =>
    readdirSync(at(folder), { recursive: true }).map((file) => join(folder, file)),
  );
  return [...BUILD_FILES, ...inFolders.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))].sort();
}

const sourcesHash = () => sha256(...sourceFiles().flatMap((file) => [file, '\0', readFileSync(at(file)), '\0']));

/** Built from these very sources, and nothing of it has been lost since. */
const isBuilt = (hash) =>
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === hash &&
  sourceFiles().every((file) => !file.endsWith('.ts') || existsSync(at('dist', file.replace(/ts$/, 'js'))));

/** Removes what builds that were killed have left. */
function clearDrafts() {
  for (const name of readdirSync(ROOT))
    if (/^dist\.\d+$/.test(name)) rmSync(at(name), { recursive: true, force: true });
}

function install() {
  // npm would empty what the link leads to, which is somebody else's.
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    stop(
      'node_modules is a link, and holds something else than package-lock.json says.',
      'Remove the link; then try again.',
    );
  process.stderr.write('Installing what package-lock.json says …\n');
  // Development dependencies build and test; no package needs a script of its own to be installed.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) stop('The dependencies cannot be installed.', 'Check the network and npm; then try again.');
}

function build(hash) {
  process.stderr.write('Building dist/ …\n');
  clearDrafts();
  const draft = at(`dist.${process.pid}`);
  // Types are judged by `npm test`; here the sources only become JavaScript.
  const args = [
    at('node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    'tsconfig.build.json',
    '--noCheck',
    '--outDir',
    draft,
  ];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    stop('The sources do not compile.', 'Mend what the compiler says above.');
  }
  writeFileSync(join(draft, '.built-from'), hash);
  rmSync(at('dist'), { recursive: true, force: true });
  renameSync(draft, at('dist'));
}

function isGone(pid) {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Whether the lock is left over: its process is gone, or it never said who it is. */
function isLeftOver(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    return isGone(pid);
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    return age > 10_000;
  }
}

/** Does the work while no other process does it for the same checkout. */
function alone(work) {
  const lock = join(tmpdir(), `cancel-conformance-${process.getuid?.() ?? 0}-${sha256(ROOT).slice(0, 16)}`);
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST' || Date.now() > deadline)
        stop(`Set-up cannot take ${lock}.`, 'Remove it, if no other set-up runs.');
      if (isLeftOver(lock)) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_EVERY_MS);
    }
  }
  process.on('exit', () => rmSync(lock, { recursive: true, force: true }));
  writeFileSync(join(lock, 'pid'), String(process.pid));
  work();
}

assertNode();
if (!isInstalled() || !isBuilt(sourcesHash())) {
  alone(() => {
    if (!isInstalled()) install();
    const hash = sourcesHash();
    if (!isBuilt(hash)) build(hash);
  });
}
