import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFile } from '../../../schemas/contract/package-file.ts';

/** Where the page's code begins: the compiled one, since a browser takes no types; the same from source and from `dist/`. */
const ENTRY = 'dist/reports/formats/html/page/main.js';

/** An import as the compiler writes it. */
const IMPORT = /^import\s*\{([^}]*)\}\s*from\s*['"](\.[^'"]+)['"];?[ \t]*$/gm;

/** What a module offers to others. */
const EXPORT = /^export (?=(?:async )?(?:function\*?|const|class) (\w+))/gm;

/** What the compiler leaves to make a module of a file, comments that document, and references to types. */
const LEFT = /^export \{\};?$|^[ \t]*\/\*\*[\s\S]*?\*\/\n|^\/\/\/.*\n/gm;

/** A module as a function of its own scope, which gives what it exports. */
function scoped(path: string, source: string, nameOf: (path: string) => string): string {
  const offered = [...source.matchAll(EXPORT)].map(([, name]) => name);
  const body = source
    .replaceAll(LEFT, '')
    .replaceAll(IMPORT, (_, names: string, from: string) => {
      return `const {${names.replaceAll(' as ', ': ')}} = ${nameOf(join(dirname(path), from))};`;
    })
    .replaceAll(EXPORT, '');
  return `const ${nameOf(path)} = (() => {\n${body.trim()}\nreturn { ${offered.join(', ')} };\n})();`;
}

/** The files that a module needs, itself last: none imports in a circle. */
function needed(path: string, found: Map<string, string>): void {
  if (found.has(path)) return;
  const source = readFileSync(path, 'utf8');
  for (const [, , from = ''] of source.matchAll(IMPORT)) needed(join(dirname(path), from), found);
  found.set(path, source);
}

/** The page's modules as one script without imports. */
export function pageScript(): string {
  const found = new Map<string, string>();
  needed(packageFile(ENTRY), found);
  const paths = [...found.keys()];
  const nameOf = (path: string): string => `module${paths.indexOf(path)}`;
  const modules = [...found].map(([path, source]) => scoped(path, source, nameOf));
  return `(() => {\n'use strict';\n${modules.join('\n')}\n})();\n`;
}
