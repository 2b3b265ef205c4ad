import { type SecretSearch, searchFor, unescaped } from './secret-search.ts';

/** The shortest text that is kept as a secret, in characters: taking a shorter one out of a text would spoil the text. */
export const LEAST_SECRET_LENGTH = 8;

/** The secrets of this process by value. They are never written anywhere. */
const known = new Map<string, SecretSearch>();
let tell: ((secret: string) => void) | undefined;

/** Keeps a secret, so that it is taken out of everything that this process writes from now on. */
export function keepSecret(secret: string): void {
  if (secret.length < LEAST_SECRET_LENGTH || known.has(secret)) return;
  known.set(secret, searchFor(secret));
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
  tell = undefined;
}

/** The secrets that the text may hold, the longest first: far quicker to tell than which it does. */
function mayHold(text: string): readonly SecretSearch[] {
  if (known.size === 0) return [];
  const plain = unescaped(text);
  return [...known.values()]
    .filter(({ traces }) => traces.some((trace) => plain.includes(trace)))
    .toSorted((a, b) => b.length - a.length);
}

/** Whether a known secret stands in the text, in whatever form, or half of one that was cut off. */
export const holdsSecret = (text: string): boolean => mayHold(text).some(({ begun }) => text.search(begun()) >= 0);

/** The text with every known secret, in whatever form, replaced; and then what is left of those that were cut off. */
export function withoutSecrets(text: string, by: string): string {
  const found = mayHold(text);
  if (found.length === 0) return text;
  const rest = found.reduce((left, { whole }) => left.replace(whole(), by), text);
  return mayHold(rest).reduce((left, { begun }) => left.replace(begun(), by), rest);
}
