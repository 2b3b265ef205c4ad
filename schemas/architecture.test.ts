import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE_ROOT } from './contract/package-file.ts';

/** Which station may import which; the nearest entry above a file counts. A station may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'schemas/keywords': [],
  'schemas/contract': ['schemas/keywords'],
  'schemas/boundaries': ['schemas/contract', 'schemas/keywords'],
  'schemas/audit': ['schemas', 'schemas/contract', 'schemas/keywords', 'schemas/boundaries', 'schemas/checks'],
  'schemas/drift': ['schemas/contract'],
  'schemas/wire': ['schemas/contract'],
  'schemas/library': ['schemas', 'schemas/contract', 'schemas/checks', 'schemas/wire'],
  schemas: ['schemas/contract'],
  'schemas/checks': ['schemas', 'schemas/contract', 'schemas/wire'],
  targets: ['schemas', 'schemas/contract', 'schemas/keywords', 'schemas/boundaries'],
  clients: ['schemas', 'schemas/contract', 'schemas/wire'],
  suites: [
    'schemas',
    'schemas/contract',
    'schemas/keywords',
    'schemas/boundaries',
    'schemas/checks',
    'schemas/wire',
    'targets',
    'clients',
  ],
  reports: ['schemas', 'schemas/contract', 'schemas/audit', 'schemas/drift', 'schemas/wire'],
  commands: [
    'schemas',
    'schemas/contract',
    'schemas/boundaries',
    'schemas/checks',
    'schemas/audit',
    'schemas/drift',
    'schemas/wire',
    'schemas/library',
    'targets',
    'clients',
    'suites',
    'reports',
  ],
  '.': ['commands', 'suites', 'reports', 'schemas', 'schemas/contract', 'targets', 'clients'],
};

/** Imports that go against the table, each with the reason; one that is no longer made has to leave this list. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'suites/fixtures.ts → reports/journal.ts': 'a verdict is written down as it falls, in the worker that reached it',
  'suites/publish-verdict.ts → reports/journal.ts':
    'a verdict is written down as it falls, in the worker that reached it',
  'suites/publish-verdict.ts → reports/defect.ts': 'a defect is written down as it falls, in the worker that met it',
  'reports/compare/compared-answer.ts → schemas/checks/legacy/wire-formats.ts':
    'legacy answers are compared by what they say, read as the checks read them; nothing is judged',
};

const FOLDERS = ['schemas', 'targets', 'clients', 'suites', 'reports', 'commands'];
const filesIn = (folder: string): string[] =>
  readdirSync(join(PACKAGE_ROOT, folder), { recursive: true }).map((file) => join(folder, String(file)));
const rootFiles = readdirSync(PACKAGE_ROOT).filter((file) => file.endsWith('.ts'));
const sources = [...rootFiles, ...FOLDERS.flatMap(filesIn).filter((file) => file.endsWith('.ts'))].filter(
  (file) => !file.endsWith('.test.ts'),
);
const textOf = (file: string): string => readFileSync(join(PACKAGE_ROOT, file), 'utf8');

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(IMPORT)].map(([, named, dynamic]) => named ?? dynamic ?? '');

/** Our own files that a file imports, from the package's root. */
const ownImportsOf = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(PACKAGE_ROOT, join(PACKAGE_ROOT, dirname(file), name)));

function stationOf(file: string): string {
  const stations = Object.keys(MAY_IMPORT).filter((station) => file.startsWith(`${station}/`));
  return stations.sort((a, b) => b.length - a.length)[0] ?? '.';
}

/** Every file that a file reaches by imports, itself included. */
function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const next of ownImportsOf(file)) if (next.endsWith('.ts')) reachedFrom(next, reached);
  return reached;
}

const PLAYWRIGHT = /^(@playwright\/|playwright)/;
const importsPlaywright = (file: string): boolean => importsOf(file).some((name) => PLAYWRIGHT.test(name));

test('sources are found, and their imports are read', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(importsOf('schemas/architecture.test.ts')).toEqual([
    'node:fs',
    'node:path',
    'vitest',
    './contract/package-file.ts',
  ]);
  expect(ownImportsOf('targets/prism/prism-contract.ts')).toContain('schemas/contract/spec.ts');
});

test('every import goes the way of the data', () => {
  const against = sources.flatMap((file) => {
    const station = stationOf(file);
    const allowed = [station, ...(MAY_IMPORT[station] ?? [])];
    return ownImportsOf(file)
      .filter((to) => to.endsWith('.ts') && !allowed.includes(stationOf(to)))
      .map((to) => `${file} → ${to}`);
  });
  expect(against.sort()).toEqual(Object.keys(EXCEPTIONS).sort());
});

test('every import of ours leads to a file that is there, and none to a test', () => {
  const files = new Set(sources);
  const lost = sources.flatMap((file) =>
    ownImportsOf(file)
      .filter((to) => to.endsWith('.ts') && !files.has(to))
      .map((to) => `${file} → ${to}`),
  );
  expect(lost).toEqual([]);
});

test('of the reports only the reporter knows Playwright', () => {
  expect(sources.filter((file) => file.startsWith('reports/') && importsPlaywright(file))).toEqual([
    'reports/playwright-reporter.ts',
  ]);
});

test('neither schemas, nor targets, nor clients know Playwright', () => {
  expect(sources.filter((file) => /^(schemas|targets|clients)\//.test(file) && importsPlaywright(file))).toEqual([]);
});

test('the engine, and all that it reaches, runs without Playwright', () => {
  const reached = [...reachedFrom('suites/conform.ts')];
  expect(reached.length).toBeGreaterThan(10);
  expect(reached.filter(importsPlaywright)).toEqual([]);
});

test('no target reaches a check, by whatever way', () => {
  const reaching = sources.filter(
    (file) => file.startsWith('targets/') && [...reachedFrom(file)].some((to) => to.startsWith('schemas/checks/')),
  );
  expect(reaching).toEqual([]);
});

test('no target reaches the decoders of the suite: its encoders are independent of them', () => {
  const reaching = sources.filter(
    (file) => file.startsWith('targets/') && [...reachedFrom(file)].some((to) => to.startsWith('schemas/wire/')),
  );
  expect(reaching).toEqual([]);
});

test('imports of ours end in .ts', () => {
  const others = sources.flatMap((file) =>
    ownImportsOf(file)
      .filter((to) => !/\.(ts|json)$/.test(to))
      .map((to) => `${file} → ${to}`),
  );
  expect(others).toEqual([]);
});

test('file names are in kebab-case, after what they hold, and none is an index', () => {
  const named = [...sources, ...FOLDERS.flatMap(filesIn).filter((file) => file.endsWith('.test.ts'))];
  const odd = named.filter(
    (file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(scenarios|spec|test|config))?\.ts$/.test(file.split('/').at(-1) ?? ''),
  );
  expect(odd).toEqual([]);
  expect(named.filter((file) => /(^|\/)index\./.test(file))).toEqual([]);
});

/** Comments and texts left out: they may say the word. */
const codeOf = (file: string): string =>
  textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, "''");

/** `any` where only a type can stand. */
const ANY = /(?::|<|\bas|,|=|\||&)\s+any\b|<any\b|\bany\[\]/;

test('nothing is any', () => {
  for (const text of ['const a: any = 1', 'f<any>()', 'x as any', 'a: string | any;']) expect(text).toMatch(ANY);
  expect(sources.filter((file) => ANY.test(codeOf(file)))).toEqual([]);
});
