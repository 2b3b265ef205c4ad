import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { PACKAGE_ROOT, packageFile } from './package-file.ts';

const own = packageFile('schemas/contract/package-file.ts');

function ownDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'package-file-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

test('files of the package are found from wherever in it the code stands', async () => {
  expect(packageFile('specs/README.md')).toBe(join(PACKAGE_ROOT, 'specs', 'README.md'));
  const root = ownDirectory();
  const below = join(root, 'dist', 'schemas');
  mkdirSync(below, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "name": "cancel-conformance", "version": "0.0.1" }');
  writeFileSync(join(root, 'dist', 'package.json'), '{ "name": "another" }');
  copyFileSync(own, join(below, 'package-file.ts'));
  const copy = await import(pathToFileURL(join(below, 'package-file.ts')).href);
  expect(copy).toMatchObject({ PACKAGE_ROOT: root, PACKAGE_VERSION: '0.0.1' });
});

test('code that was taken out of the package says so', async () => {
  const path = join(ownDirectory(), 'package-file.ts');
  copyFileSync(own, path);
  await expect(import(pathToFileURL(path).href)).rejects.toThrow(
    `No package.json named cancel-conformance above ${path}`,
  );
});
