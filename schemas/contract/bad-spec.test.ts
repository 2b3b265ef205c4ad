import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { deriveObligations } from './obligations.ts';
import { assertCompiles, loadOperation } from './operation.ts';
import { loadSpec } from './spec.ts';
import { SuiteError } from './suite-error.ts';

const directory = mkdtempSync(join(tmpdir(), 'bad-spec-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Longest time to say what is wrong with a document: ours, in milliseconds. */
const QUICK_MS = 2_000;

/** Most memory that saying so may take: ours, in bytes. */
const MODEST_BYTES = 256 * 1024 * 1024;

let written = 0;

function complaintAbout(text: string | Buffer, id = 'ping'): SuiteError {
  const path = join(directory, `spec-${++written}.yaml`);
  writeFileSync(path, text);
  return complaintAboutFile(path, id);
}

function complaintAboutFile(path: string, id = 'ping'): SuiteError {
  const [before, since] = [process.memoryUsage().heapUsed, performance.now()];
  try {
    const operation = loadOperation(loadSpec(path), id);
    assertCompiles(operation);
    deriveObligations(operation);
  } catch (error) {
    expect(performance.now() - since).toBeLessThan(QUICK_MS);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(MODEST_BYTES);
    expect(error).toBeInstanceOf(SuiteError);
    const { message, hint } = error as SuiteError;
    expect(message).toContain(path);
    expect(message).not.toContain('\n');
    expect(hint).toMatch(/^[A-Z].*\.$/);
    return error as SuiteError;
  }
  throw new Error('Nothing was said');
}

/** A small document whose request body has this schema, from line 13 on. */
const withSchema = (schema: string, components = ''): string => `openapi: 3.0.3
info: { title: Ping, version: '1' }
paths:
  /ping:
    post:
      operationId: ping
      responses:
        '204': { description: Pong. }
      requestBody:
        content:
          application/json:
            schema:
              ${schema}
components:
  schemas:
    other: { type: string }
${components}`;

function laughs(levels: number): string {
  const line = (level: number): string =>
    `l${level}: &l${level} [${Array(9)
      .fill(level === 0 ? 'lol' : `*l${level - 1}`)
      .join(', ')}]`;
  return Array.from({ length: levels }, (_, level) => line(level)).join('\n');
}

/** Schemas that each refer twice to the next: 2^levels when unfolded. */
const doubling = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => {
    const next = `{ $ref: '#/components/schemas/${level + 1 < levels ? `s${level + 1}` : 'other'}' }`;
    return `    s${level}: { properties: { a: ${next}, b: ${next} } }\n`;
  }).join('');

test('a file that is not there, and a directory, cannot be read', () => {
  expect(complaintAboutFile(join(directory, 'none.yaml'))).toMatchObject({
    code: 'SPEC_UNREADABLE',
    message: expect.stringMatching(/cannot be read$/),
  });
  expect(complaintAboutFile(directory)).toMatchObject({ code: 'SPEC_UNREADABLE' });
});

test('a file too large for a document is not read', () => {
  expect(complaintAbout(Buffer.alloc(32 * 1024 * 1024 + 1, ' '))).toMatchObject({
    code: 'SPEC_INVALID',
    message: expect.stringMatching(/has more than \d+ bytes$/),
  });
});

test.each([
  ['a mapping that breaks off', 'openapi: 3.0.3\npaths: {', /is not YAML: .* at line 2, column 9/],
  ['a key twice', 'openapi: 3.0.3\nopenapi: 3.0.3', /is not YAML: .* unique at line 2/],
  ['an alias of nothing', 'openapi: *none', /is not YAML: Unresolved alias/],
  ['two documents', 'openapi: 3.0.3\n---\nopenapi: 3.0.3', /is not YAML: .*multiple documents/],
  ['bytes', Buffer.from([0, 1, 2, 255, 254]), /is not /],
  ['nothing', '', /is not an OpenAPI document$/],
  ['a text', 'just a text', /is not an OpenAPI document$/],
  ['another JSON', '{"name": "x"}', /is not an OpenAPI document$/],
  ['Swagger 2', 'swagger: "2.0"\npaths: {}', /is a Swagger 2\.0 document, not OpenAPI 3\.0$/],
  ['OpenAPI 3.1', 'openapi: 3.1.0\npaths: {}', /is OpenAPI 3\.1\.0, not 3\.0$/],
  ['a version that is a number', 'openapi: 3.0\npaths: {}', /is OpenAPI 3, not 3\.0$/],
  ['no paths', 'openapi: 3.0.3\npaths:', /has no paths$/],
  ['a list of paths', 'openapi: 3.0.3\npaths: []', /has no paths$/],
  [
    'a cycle through an anchor',
    'openapi: 3.0.3\npaths: &p\n  /a:\n    get: *p',
    /line 4: an alias makes it contain itself$/,
  ],
  ['a list in itself', 'openapi: 3.0.3\npaths: {}\nx: &x [*x]', /line 3: an alias makes it contain itself$/],
  ['a billion laughs', `openapi: 3.0.3\npaths: {}\n${laughs(12)}`, /its aliases multiply$/],
  ['brackets without end', `openapi: ${'['.repeat(50_000)}`, /nests deeper than 200 levels$/],
  ['brackets with an end', `openapi: ${'['.repeat(1_000)}${']'.repeat(1_000)}`, /nests deeper than 200 levels$/],
  [
    'indentation without end',
    Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    /nests deeper than 200 levels$/,
  ],
  ['keys in keys', `${'? '.repeat(3_000)}a`, /nests deeper than 200 levels$/],
  ['lists in lists', `${'- '.repeat(3_000)}a`, /nests deeper than 200 levels$/],
])('%s is invalid', (_, text, message) => {
  expect(complaintAbout(text)).toMatchObject({ code: 'SPEC_INVALID', message: expect.stringMatching(message) });
});

test.each([
  [
    'itself',
    `{ $ref: '#/components/schemas/loop' }`,
    "    loop: { $ref: '#/components/schemas/loop' }",
    /line 17: \$ref #\/components\/schemas\/loop refers to itself$/,
  ],
  [
    'each other',
    `{ $ref: '#/components/schemas/a' }`,
    "    a: { $ref: '#/components/schemas/b' }\n    b: { $ref: '#/components/schemas/a' }",
    /line 18: \$ref .* refers to itself$/,
  ],
  [
    'another file',
    `{ properties: { a: { $ref: 'other.yaml#/a' } } }`,
    '',
    /line 13: \$ref other\.yaml#\/a leaves the document$/,
  ],
  ['a URL', `{ $ref: 'https://example.com/a.yaml' }`, '', /line 12: \$ref .* leaves the document$/],
  [
    'nothing',
    `{ items: { $ref: '#/components/schemas/none' } }`,
    '',
    /line 13: \$ref #\/components\/schemas\/none points at nothing$/,
  ],
  [
    'a name that cannot be decoded',
    `{ $ref: '#/components/schemas/%E0%A4%A' }`,
    '',
    /line 12: \$ref .* points at nothing$/,
  ],
  [
    'more schemas than can be unfolded',
    `{ $ref: '#/components/schemas/s0' }`,
    doubling(40),
    /line 12: the schema unfolds to more than 20000 schemas/,
  ],
])('references to %s are invalid', (_, schema, components, message) => {
  expect(complaintAbout(withSchema(schema, components))).toMatchObject({
    code: 'SPEC_INVALID',
    message: expect.stringMatching(message),
  });
});

test('a pattern that does not compile is named with its line', () => {
  const text = withSchema(
    "{ $ref: '#/components/schemas/name' }",
    "    name:\n      type: string\n      pattern: '[a'\n",
  );
  expect(complaintAbout(text)).toMatchObject({
    code: 'SPEC_INVALID',
    message: expect.stringMatching(/line 19: the schema cannot be compiled: .*\[a/),
  });
});

test('a document without the operation names those that it has', () => {
  expect(complaintAbout(withSchema('{}'), 'pong')).toMatchObject({
    code: 'OPERATION_MISSING',
    message: expect.stringMatching(/has no operation pong$/),
    hint: 'Choose one of: ping.',
  });
});

test('a recursive schema, and limits beyond what can be sent, are no fault', () => {
  const recursive =
    "    tree: { properties: { twigs: { type: array, items: { $ref: '#/components/schemas/tree' } } } }";
  expect(() => complaintAbout(withSchema("{ $ref: '#/components/schemas/tree' }", recursive))).toThrow(
    'Nothing was said',
  );
  const far = '{ type: array, minItems: 4000000000, items: { type: string, minLength: 4000000000 } }';
  expect(() => complaintAbout(withSchema(far))).toThrow('Nothing was said');
});
