import type { Exchange, RecordedRequest } from '../exchange.ts';

/** Longest body that goes into an argument, in bytes: Linux takes 131,072 for one, less is left for the escaping. */
const MAX_ARGUMENT_BYTES = 60_000;

/** Control characters of ASCII; those from U+0080 on are more than a byte in UTF-8, and harmless in a terminal. */
const CONTROL = /(?![\u0080-\u009f])\p{Cc}/gu;

const octal = (character: string): string => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;

/** A text as one word of bash or zsh, exactly; control characters are escaped, so that a terminal takes it as pasted. */
export function quoted(text: string): string {
  if (text.search(CONTROL) < 0) return `'${text.replaceAll("'", "'\\''")}'`;
  return `$'${text.replaceAll(/[\\']/g, '\\$&').replaceAll(CONTROL, octal)}'`;
}

/** The environment variable that holds a credential's token, e.g. `ACCESS_TOKEN`, `FOREIGN_ACCESS_TOKEN`. */
const variableOf = (credential: string): string =>
  credential === 'merchant' ? 'ACCESS_TOKEN' : `${credential.toUpperCase().replaceAll(/\W/g, '_')}_ACCESS_TOKEN`;

/** The headers of a legacy call's credentials, and what of the environment holds each. */
const LEGACY_CREDENTIALS = {
  'X-PAYPAL-SECURITY-USERID': 'USERID',
  'X-PAYPAL-SECURITY-PASSWORD': 'PASSWORD',
  'X-PAYPAL-SECURITY-SIGNATURE': 'SIGNATURE',
  'X-PAYPAL-APPLICATION-ID': 'APPLICATION_ID',
} as const;

/** Every operation of the legacy system stands below one path. */
const isLegacyCall = ({ path }: RecordedRequest): boolean => path.startsWith('/Invoice/');

/** E.g. `$PAYPAL_LEGACY_USERID`, `$PAYPAL_LEGACY_FOREIGN_USERID`. */
function legacyCredentials(credential: string): readonly string[] {
  const whose = credential === 'merchant' ? '' : `${credential.toUpperCase().replaceAll(/\W/g, '_')}_`;
  return Object.entries(LEGACY_CREDENTIALS).map(([name, part]) => `-H "${name}: $PAYPAL_LEGACY_${whose}${part}"`);
}

/** The call that fetches a token is the only one with Basic credentials. */
const isTokenCall = ({ path }: RecordedRequest): boolean => path.endsWith('/oauth2/token');

function authorization(request: RecordedRequest): readonly string[] {
  if (request.credential === 'none') return [];
  if (isLegacyCall(request)) return legacyCredentials(request.credential);
  if (isTokenCall(request)) return ['-u "$CLIENT_ID:$CLIENT_SECRET"'];
  return [`-H "Authorization: Bearer $${variableOf(request.credential)}"`];
}

/** Header lines as they were sent; curl's own Content-Type is taken away where none was. */
function headerOptions({ method, headers }: RecordedRequest): readonly string[] {
  const sent = headers.map(([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`);
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  return hasType || method === 'GET' ? sent : [...sent, "-H 'Content-Type:'"];
}

/** What an argument cannot hold, a NUL or a very long body, goes through printf, which the shell itself has. */
function bodyOption(body: string): { readonly before: string; readonly option: string } {
  const isArgument = !body.includes('\0') && Buffer.byteLength(body) <= MAX_ARGUMENT_BYTES;
  if (isArgument) return { before: '', option: `--data-raw ${quoted(body)}` };
  const format = body.replaceAll('\\', '\\\\').replaceAll('%', '%%').replaceAll(CONTROL, octal);
  return { before: `printf '${format.replaceAll("'", "'\\''")}' | `, option: '--data-binary @-' };
}

/** A line for bash or zsh that sends the request again, byte for byte, with credentials from the environment. */
export function curlOf({ request }: Exchange): string {
  const { method, url, body } = request;
  const hasBody = body !== null || (method !== 'GET' && method !== 'HEAD');
  const { before, option } = hasBody ? bodyOption(body ?? '') : { before: '', option: '' };
  const words = [
    `${before}curl -i --globoff --path-as-is -X ${method}`,
    quoted(url),
    ...authorization(request),
    ...headerOptions(request),
    option,
  ];
  return words.filter((word) => word !== '').join(' ');
}
