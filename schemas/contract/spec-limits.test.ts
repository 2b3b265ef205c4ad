import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { smallSpec } from '../../tests/small-operation.ts';
import { nestsDeeper } from './nesting.ts';
import { walkSchema } from './schema-walk.ts';
import { loadSpec, specFromText } from './spec.ts';

const directory = mkdtempSync(join(tmpdir(), 'spec-limits-'));
afterAll(() => rmSync(directory, { recursive: true }));

test('brackets may nest as deep as the limit, wherever they close', () => {
  expect(nestsDeeper('[{[1]}, [[2]], {a: [3]}]', 3)).toBe(false);
  expect(nestsDeeper('[{[1]}, [[2]], {a: [[3]]}]', 3)).toBe(true);
  expect(nestsDeeper('a: "[[[["\n', 3)).toBe(false);
});

test('mappings may nest 200 deep below the first', () => {
  const nested = (mappings: number): string =>
    Array.from({ length: mappings }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
  expect(() => specFromText('x.yaml', nested(201))).toThrow('x.yaml is not an OpenAPI document');
  expect(() => specFromText('x.yaml', nested(202))).toThrow('x.yaml nests deeper than 200 levels');
});

test('a file may have 32 MiB', () => {
  const path = join(directory, 'spaces.yaml');
  writeFileSync(path, Buffer.alloc(32 * 1024 * 1024, ' '));
  expect(() => loadSpec(path)).toThrow('nests deeper than 200 levels');
});

test('a schema may unfold to 20,000', () => {
  const members = (count: number, schema: object) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, schema]));
  const hundred = { properties: members(99, {}) };
  const it = { properties: members(200, { $ref: '#/components/schemas/hundred' }) };
  const spec = smallSpec({ it, hundred });
  let met = 0;
  const walk = () => {
    for (const _ of walkSchema(spec, '/components/schemas/it')) met++;
  };
  expect(walk).toThrow(
    expect.objectContaining({ code: 'SPEC_INVALID', message: expect.stringContaining('more than 20000 schemas') }),
  );
  expect(met).toBe(20_000);
});
