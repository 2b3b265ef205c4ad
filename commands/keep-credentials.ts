import { readFileSync } from 'node:fs';
import { packageFile } from '../schemas/contract/package-file.ts';
import { keepSecret } from '../schemas/secrets/known-secrets.ts';
import { REDACTED } from '../schemas/secrets/sensitive-names.ts';

/** How many secrets of recordings are known at most: each makes every text dearer to look through. */
const MOST_KEPT = 1000;

const kept = new Set<string>();

/** The shortest cookie that is taken for a secret, in characters: a language or a flag is none. */
const LEAST_COOKIE = 16;

let words: string | undefined;

/** Whether a record is written with this word: `Bearer undefined` is a slip, and no secret. */
function isOurWord(text: string): boolean {
  words ??= readFileSync(packageFile('schemas/published/run.schema.json'), 'utf8');
  return words.includes(text);
}

function keepUnlessOurs(text: string): void {
  if (!isOurWord(text)) keepSecret(text);
}

function keepCookie(pair: string): void {
  const [name = '', ...rest] = pair.split('=');
  const value = rest.join('=');
  if (value.length >= LEAST_COOKIE && !/^(?:expires|path|domain|max-age|samesite)$/i.test(name)) keepUnlessOurs(value);
}

function keep(credential: string): void {
  const [, scheme = '', value = credential] = /^(Bearer|Basic)\s+(.+)$/i.exec(credential.trim()) ?? [];
  if (scheme.toLowerCase() === 'basic') {
    const [clientId = '', ...rest] = Buffer.from(value, 'base64').toString('utf8').split(':');
    for (const part of [clientId, rest.join(':')]) keepUnlessOurs(part);
  }
  for (const cookie of scheme === '' ? value.split(/;\s*/) : []) keepCookie(cookie);
  keepUnlessOurs(value);
}

/** Has the credentials of an exchange taken out of everything that is written: answers repeat them. */
export function keepCredentials(credentials: readonly string[]): void {
  for (const credential of credentials) {
    if (credential === REDACTED || kept.has(credential) || kept.size >= MOST_KEPT) continue;
    kept.add(credential);
    keep(credential);
  }
}
