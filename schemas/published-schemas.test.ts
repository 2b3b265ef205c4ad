import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { packageFile } from './contract/package-file.ts';

/** One state of a published schema. Of one that keeps its format, `added` says what an old reader can overlook. */
interface Version {
  readonly format: number;
  readonly sha256: string;
  readonly added?: string;
}

/** Lines that others write, a thousand in a row: their form is told by the schema alone, and none carries its number. */
const UNNUMBERED: readonly string[] = ['client-protocol', 'exchange'];

const DIRECTORY = 'schemas/published';
const names = readdirSync(packageFile(DIRECTORY)).map((file) => file.replace(/\.schema\.json$/, ''));
const schemaOf = (name: string) => JSON.parse(readFileSync(packageFile(`${DIRECTORY}/${name}.schema.json`), 'utf8'));
const versions: Readonly<Record<string, readonly Version[]>> = JSON.parse(
  readFileSync(packageFile('schemas/published-versions.json'), 'utf8'),
);

/** Members in the order of their names, and without what only a person reads. */
const withoutWords = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).filter(([name, text]) => name !== 'description' || typeof text !== 'string');
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, withoutWords(one)]),
  );
};

const hashOf = (schema: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(withoutWords(schema)))
    .digest('hex');

test('every published schema has its versions written down, and no other has', () => {
  expect(Object.keys(versions).sort()).toEqual(names.sort());
});

describe.each(names)('%s', (name) => {
  const schema = schemaOf(name);
  const all = versions[name] ?? [];

  test('has the shape of its latest version: write a changed one at the end of published-versions.json', () => {
    expect(hashOf(schema)).toBe(all.at(-1)?.sha256);
  });

  test('says its format in its id, and asks for it', () => {
    const format = all.at(-1)?.format;
    expect(schema.$id).toBe(`urn:cancel-conformance:${name}:${format}`);
    if (!UNNUMBERED.includes(name)) expect(JSON.stringify(schema)).toContain(`"format":{"const":${format}`);
  });

  test('raises its format, or says what was added', () => {
    for (const [at, { format, added = '' }] of all.entries()) {
      const before = all[at - 1]?.format ?? format - 1;
      expect(format === before ? added : `${format}`).toMatch(format === before ? /^[A-Z].{10,}\.$/ : `${before + 1}`);
    }
  });

  test('is a schema that a strict validator takes', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
    for (const other of names) if (other !== name) ajv.addSchema(schemaOf(other));
    expect(() => ajv.compile(schema)).not.toThrow();
  });
});

test('the hash of a schema is its shape alone', () => {
  const shape = { type: 'object', description: 'One.', properties: { description: { type: 'string' } } };
  expect(hashOf({ ...shape, description: 'Other.' })).toBe(hashOf(shape));
  expect(hashOf({ properties: shape.properties, type: 'object' })).toBe(hashOf(shape));
  expect(hashOf({ ...shape, properties: {} })).not.toBe(hashOf(shape));
});
