import { secretPattern, tracesOf, unescaped } from './secret-pattern.ts';

/** The shortest text that is kept as a secret, in characters: taking a shorter one out of a text would spoil the text. */
export const LEAST_SECRET_LENGTH = 8;

/** The secrets of this process by value, each with its traces. They are never written anywhere. */
const known = new Map<string, readonly string[]>();
let pattern: RegExp | undefined;
let tell: ((secret: string) => void) | undefined;

/** Keeps a secret, so that it is taken out of everything that this process writes from now on. */
export function keepSecret(secret: string): void {
  if (secret.length < LEAST_SECRET_LENGTH || known.has(secret)) return;
  known.set(secret, tracesOf(secret));
  pattern = undefined;
  tell?.(secret);
}

/** Tells somebody of each secret: of those that are known, and of those to come. */
export function onSecret(heard: (secret: string) => void): void {
  tell = heard;
  for (const secret of known.keys()) heard(secret);
}

/** Keeps what an OAuth client shows of itself: id, secret, and both as the `Basic` scheme encodes them (RFC 7617 §2). */
export function keepClient(client: { readonly clientId: string; readonly clientSecret: string }): void {
  const { clientId, clientSecret } = client;
  keepSecret(clientId);
  keepSecret(clientSecret);
  keepSecret(Buffer.from(`${clientId}:${clientSecret}`).toString('base64'));
}

/** Forgets all of them: for tests, each of which has secrets of its own. */
export function forgetSecrets(): void {
  known.clear();
  pattern = undefined;
  tell = undefined;
}

/** Finds any of the known secrets in any form, the longest first. */
function knownPattern(): RegExp {
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
  pattern ??= new RegExp(longestFirst.map(secretPattern).join('|'), 'g');
  return pattern;
}

function mayHoldSecret(text: string): boolean {
  if (known.size === 0) return false;
  const plain = unescaped(text);
  for (const traces of known.values()) if (traces.some((trace) => plain.includes(trace))) return true;
  return false;
}

/** Whether a known secret stands in the text, in whatever form. */
export const holdsSecret = (text: string): boolean => mayHoldSecret(text) && text.search(knownPattern()) >= 0;

/** The text with every known secret, in whatever form, replaced. */
export const withoutSecrets = (text: string, by: string): string =>
  mayHoldSecret(text) ? text.replace(knownPattern(), by) : text;
