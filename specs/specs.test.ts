import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const contentOf = (file: string): Buffer => readFileSync(new URL(file, import.meta.url));

/** The rows of README's table of hashes. */
const pinned = [...contentOf('README.md').toString().matchAll(/^\| `(paypal\/[^`]+)` \| `([0-9a-f]{64})` \|$/gm)];

test('every pinned document has its hash in README', () => {
  const published = readdirSync(new URL('paypal/', import.meta.url)).map((name) => `paypal/${name}`);
  expect(pinned.map(([, file]) => file).sort()).toEqual(published.sort());
});

test.each(pinned.map(([, file = '', hash = '']) => [file, hash] as const))('%s is as published', (file, hash) => {
  expect(createHash('sha256').update(contentOf(file)).digest('hex')).toBe(hash);
});
