import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { FINDING_KINDS } from '../../schemas/finding.ts';
import { kindDocument } from './kind-document.ts';
import { codeOf, KIND_PAGES, namedKind, pageOf } from './kind-pages.ts';
import { kindLine } from './kind-text.ts';

/** Every code that was ever given away, with its kind: lines are added at the end, and never changed or taken out. */
const frozen = readFileSync(packageFile('reports/kinds/frozen-codes.txt'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(' ') as [code: string, kind: string]);

test('every kind of finding has a page', () => {
  expect(FINDING_KINDS.filter((kind) => pageOf(kind) === undefined)).toEqual([]);
});

test('the code of a kind is frozen, and no other kind ever gets it', () => {
  expect(frozen.map(([code]) => code)).toEqual(frozen.map((_, at) => `CC${String(at + 1).padStart(3, '0')}`));
  expect(new Set(frozen.map(([, kind]) => kind)).size).toBe(frozen.length);
  const known = new Map(frozen.map(([code, kind]) => [kind, code]));
  expect(KIND_PAGES.map(([kind, { code }]) => [kind, code])).toEqual(
    KIND_PAGES.map(([kind]) => [kind, known.get(kind)]),
  );
});

test.each(KIND_PAGES)('%s is explained in whole sentences', (_, { title, means, matters, mend, example }) => {
  expect(title).toMatch(/^[A-Z].{10,90}[^.]$/);
  for (const text of [means, matters, mend]) expect(text).toMatch(/^[A-Z“`][\s\S]{30,700}[.]$/);
  if (example) expect(example.departs).not.toBe(example.conforms);
});

test('a kind of another version has no code, and keeps its name', () => {
  expect(codeOf('wrong-mood')).toBeUndefined();
  expect(codeOf('toString')).toBeUndefined();
  expect(namedKind('wrong-mood')).toBe('wrong-mood');
  expect(namedKind('wrong-status')).toBe('CC001 wrong-status');
  expect([...kindLine('wrong-mood'), ...kindLine('wrong-status')]).toEqual([
    `CC001: ${pageOf('wrong-status').title} (docs/findings.md)`,
  ]);
});

test('docs/findings.md holds these pages; `npx vitest run reports/kinds --update` writes it anew', async () => {
  await expect(kindDocument()).toMatchFileSnapshot(packageFile('docs/findings.md'));
  const html = await marked(kindDocument(), { gfm: true });
  expect(html.match(/<h2>/g)).toHaveLength(KIND_PAGES.length);
});
