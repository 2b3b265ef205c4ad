import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { type Clause, type JsonPointer, pointerTo, valueAt } from './clause.ts';
import { nestsDeeper } from './nesting.ts';
import { packageFile } from './package-file.ts';
import { documentIn } from './page.ts';
import { lineAt } from './source-lines.ts';
import { SuiteError } from './suite-error.ts';

/** The largest document that is read, in bytes: ours; the largest published ones have some ten million. */
const MAX_BYTES = 32 * 1024 * 1024;

/** How many nodes aliases may unfold to: ours, against alias bombs; an honest document has none. */
const MAX_ALIASES = 100;

/** How deep a document may nest, in levels: ours. */
const MAX_DEPTH = 200;

/** An OpenAPI 3.0 document with the position of everything in it. */
export interface Spec {
  /** As clauses cite it: relative to `specs/` where it is ours, else as given. */
  readonly file: string;
  /** sha256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly document: Readonly<Record<string, unknown>>;
  /** The clause at a pointer into the document (no `$ref` is followed). */
  clauseAt(pointer: JsonPointer): Clause;
}

const invalid = (file: string, what: string, hint: string, cause?: unknown): SuiteError =>
  new SuiteError('SPEC_INVALID', `${file} ${what}`, { hint, cause });

function readBytes(path: string): Buffer {
  try {
    if (statSync(path).size > MAX_BYTES)
      throw invalid(path, `has more than ${MAX_BYTES} bytes`, 'Name a smaller document.');
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof SuiteError) throw cause;
    throw new SuiteError('SPEC_UNREADABLE', `${path} cannot be read`, {
      hint: 'Name a file that exists and is readable.',
      cause,
    });
  }
}

const tooDeep = (file: string): SuiteError =>
  invalid(file, `nests deeper than ${MAX_DEPTH} levels`, 'Flatten the document.');

function parse(file: string, text: string, lines: LineCounter): Document {
  if (nestsDeeper(text, MAX_DEPTH)) throw tooDeep(file);
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: true, logLevel: 'error' });
  const [error] = yaml.errors;
  if (error)
    throw invalid(file, `is not YAML: ${error.message.split('\n')[0]}`, 'Mend the document, or name another.', error);
  return yaml;
}

function plainValue(file: string, yaml: Document): unknown {
  try {
    return yaml.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    const { message } = cause as Error;
    const what = message.startsWith('Excessive alias')
      ? 'unfolds to far more than it says: its aliases multiply'
      : `is not YAML: ${message}`;
    throw invalid(file, what, 'Write the document without aliases.', cause);
  }
}

/** Neither cyclic nor deep: everything after this may walk the document to its ends. */
function assertFinite(file: string, lineOf: (pointer: JsonPointer) => number, root: unknown): void {
  const visit = (value: unknown, pointer: JsonPointer, above: readonly object[]): void => {
    if (value === null || typeof value !== 'object') return;
    if (above.includes(value))
      throw invalid(file, `line ${lineOf(pointer)}: an alias makes it contain itself`, 'Remove the cycle.');
    if (above.length > MAX_DEPTH) throw tooDeep(file);
    for (const [key, member] of Object.entries(value)) visit(member, pointerTo(pointer, key), [...above, value]);
  };
  visit(root, '', []);
}

function assertOpenApi(file: string, value: unknown): asserts value is Record<string, unknown> {
  const hint = 'Give a document that begins with openapi: 3.0.x.';
  const [swagger, version] = [valueAt(value, '/swagger'), valueAt(value, '/openapi')];
  if (swagger !== undefined)
    throw invalid(file, `is a Swagger ${swagger} document, not OpenAPI 3.0`, `Convert it. ${hint}`);
  if (version === undefined) throw invalid(file, 'is not an OpenAPI document', hint);
  if (typeof version !== 'string' || !version.startsWith('3.0.'))
    throw invalid(file, `is OpenAPI ${version}, not 3.0`, `Convert it. ${hint}`);
  const paths = valueAt(value, '/paths');
  if (paths === null || typeof paths !== 'object' || Array.isArray(paths))
    throw invalid(file, 'has no paths', 'Give a document with operations.');
}

/**
 * The OpenAPI document in a text, YAML or JSON, or a documentation page with one inside a fence; `file` is cited as given.
 * @throws SuiteError SPEC_INVALID for what is not YAML, not OpenAPI 3.0, cyclic or an alias bomb
 */
export function specFromText(file: string, text: string | Buffer): Spec {
  const bytes = Buffer.from(text);
  const lines = new LineCounter();
  const yaml = parse(file, documentIn(bytes.toString('utf8')), lines);
  const document = plainValue(file, yaml);
  const lineOf = (pointer: JsonPointer): number => lineAt(yaml, lines, pointer);
  assertFinite(file, lineOf, document);
  assertOpenApi(file, document);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, sha256, document, clauseAt: (pointer) => ({ file, pointer, line: lineOf(pointer) }) };
}

/** Our own documents by their file: nobody changes them while we run, so that each is read once a process. */
const ours = new Map<string, Spec>();

/**
 * The OpenAPI document in a file: YAML, JSON, or a documentation page with one inside a fence.
 * @throws SuiteError SPEC_UNREADABLE, or SPEC_INVALID for what is not YAML, not OpenAPI 3.0, cyclic or an alias bomb
 */
export function loadSpec(path: string): Spec {
  const inside = relative(packageFile('specs'), path);
  if (inside.startsWith('..')) return specFromText(path, readBytes(path));
  const spec = ours.get(inside) ?? specFromText(inside, readBytes(path));
  ours.set(inside, spec);
  return spec;
}
