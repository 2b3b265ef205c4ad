import { existsSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { SuiteError } from '../../schemas/contract/suite-error.ts';

/** A client under test: a module that exports `cancelInvoice`, or a command that speaks the published protocol. */
export type ClientSource =
  | { readonly kind: 'module'; readonly file: string }
  | { readonly kind: 'command'; readonly command: string };

const JAVASCRIPT: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs']);
const TYPESCRIPT: ReadonlySet<string> = new Set(['.ts', '.mts', '.cts']);

/** Whether Node runs TypeScript here: by itself, or by a loader that the caller has named in NODE_OPTIONS. */
const runsTypeScript = (): boolean =>
  Boolean((process.features as { typescript?: unknown }).typescript) ||
  /--(?:import|loader|experimental-loader|require|experimental-strip-types)\b/.test(process.env.NODE_OPTIONS ?? '');

/** A single word that looks like a file, and not like something found in PATH. */
const looksLikeFile = (text: string): boolean =>
  !/\s/.test(text) && (JAVASCRIPT.has(extname(text)) || TYPESCRIPT.has(extname(text)) || /[/\\]/.test(text));

/** A path as one word of the shell. */
const quoted = (file: string): string => {
  if (/^[\w./:\\-]+$/.test(file)) return file;
  return process.platform === 'win32' ? `"${file}"` : `'${file.replaceAll("'", "'\\''")}'`;
};

/** What `--client` names: an existing JavaScript or TypeScript file is a module, anything else a command (USAGE, CONFIGURATION). */
export function clientSource(named: string): ClientSource {
  if (named.trim() === '')
    throw new SuiteError('USAGE', '--client names nothing', {
      hint: 'Name a module after --client, or a command in quotation marks, as "python3 client.py".',
    });
  const file = resolve(named);
  const isFile = existsSync(file) && statSync(file).isFile();
  if (!isFile && looksLikeFile(named))
    throw new SuiteError('USAGE', `There is no file ${named}`, {
      hint: 'Name a module after --client, or a command in quotation marks, as "python3 client.py".',
    });
  if (isFile && TYPESCRIPT.has(extname(file)) && !runsTypeScript())
    throw new SuiteError('CONFIGURATION', `Node ${process.versions.node} does not run TypeScript, as ${named} is`, {
      hint: 'Compile it and name the JavaScript, use Node 22.18 or newer, or name a loader in NODE_OPTIONS.',
    });
  if (isFile && (JAVASCRIPT.has(extname(file)) || TYPESCRIPT.has(extname(file)))) return { kind: 'module', file };
  return { kind: 'command', command: isFile ? quoted(file) : named };
}
