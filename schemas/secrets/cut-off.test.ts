import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetSecrets, holdsSecret, keepSecret, withoutSecrets } from './known-secrets.ts';
import { redacted } from './redact.ts';

const TOKEN = 'A21AAcanary_token-1234567890-abcdefghijk';
const HALF = TOKEN.length / 2;

beforeEach(() => keepSecret(TOKEN));
afterEach(forgetSecrets);

const everyUnit = (text: string): string =>
  text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('a secret that a limit cut off', () => {
  test.each([HALF, HALF + 1, TOKEN.length - 1])('goes where %i of its 40 characters are left', (length) => {
    const left = TOKEN.slice(0, length);
    expect(holdsSecret(left)).toBe(true);
    for (const around of ['', '…', ', and more', '"}'])
      expect(withoutSecrets(`x ${left}${around}`, '*')).toBe(`x *${around}`);
    expect(redacted({ actual: `${left}…` })).toEqual({ actual: '[redacted]…' });
  });

  test('is none where less than half of it is left', () => {
    const left = TOKEN.slice(0, HALF - 1);
    expect([holdsSecret(left), withoutSecrets(left, '*')]).toEqual([false, left]);
  });

  test.each([
    ['in JSON, every character escaped', everyUnit(TOKEN).slice(0, -6)],
    ['in JSON, in the middle of an escape', everyUnit(TOKEN).slice(0, -3)],
    ['URL-encoded', encodeURIComponent(TOKEN).replaceAll('-', '%2D').slice(0, -1)],
    ['in base64', Buffer.from(TOKEN).toString('base64').slice(0, -9)],
    ['in base64 after one byte', Buffer.from(`:${TOKEN}`).toString('base64').slice(0, -9)],
  ])('goes %s', (_, left) => {
    expect(holdsSecret(left)).toBe(true);
    expect(withoutSecrets(left, '*')).toMatch(/^.{0,2}\*.{0,3}$/);
  });

  test('takes no more with it than it has characters', () => {
    expect(withoutSecrets(`${TOKEN.slice(0, HALF)}${'a'.repeat(50)}`, '*')).toBe(`*${'a'.repeat(30)}`);
  });

  test('takes nothing from one that stands whole and begins like it', () => {
    const longer = `${TOKEN.slice(0, 30)}, another END`;
    keepSecret(longer);
    expect(withoutSecrets(`${longer} ${TOKEN} ${longer.slice(0, -1)}`, '*')).toBe('* * *');
  });

  test('of quotes and backslashes goes with them', () => {
    keepSecret('"quoted 1" and \\ escaped "once"');
    for (const left of ['"quoted 1" and \\ escaped "', '\\"quoted 1\\" and \\\\ escaped \\"'])
      expect(withoutSecrets(left, '*')).toMatch(/^\\?\*$/);
  });

  test('goes from its twelfth character on, and only where it has a digit: a word may begin like it', () => {
    keepSecret('signature-1-of-one');
    keepSecret('inconclusive-token-1');
    expect(withoutSecrets('the signature-1-of', '*')).toBe('the *');
    for (const text of ['the signature-1', 'inconclusive-token']) expect(withoutSecrets(text, '*')).toBe(text);
    expect(withoutSecrets('inconclusive-token-1', '*')).toBe('*');
  });

  test('goes where it is as long as a certificate', () => {
    const long = Array.from({ length: 222 }, (_, at) => `${at}!`)
      .join('')
      .slice(0, 600);
    keepSecret(long);
    expect(withoutSecrets(`${long}, ${long.slice(0, 500)}…`, '*')).toBe('*, *…');
    expect([holdsSecret(long.slice(0, 256)), holdsSecret(long.slice(0, 255))]).toEqual([true, false]);
  });
});
