import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAME = 'cancel-conformance';

function rootAbove(directory: string): string {
  const manifest = join(directory, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === NAME) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error(`No package.json named ${NAME} above ${fileURLToPath(import.meta.url)}`);
  return rootAbove(parent);
}

/** The package's own directory, the same from the sources and from the compiled `dist/`. */
export const PACKAGE_ROOT: string = rootAbove(dirname(fileURLToPath(import.meta.url)));

/** The absolute path of a file that the package ships, e.g. `specs/README.md`. */
export const packageFile = (path: string): string => join(PACKAGE_ROOT, path);

/** The package's version. */
export const PACKAGE_VERSION: string = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version;
