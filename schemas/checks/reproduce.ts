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

/** What of the environment holds each credential of a legacy call; their headers are called alike. */
const LEGACY_CREDENTIALS = ['USERID', 'PASSWORD', 'SIGNATURE'] as const;

/** The application id that the sandbox gives to everybody: it is no secret, and nobody has to set it. */
const SANDBOX_APPLICATION_ID = 'APP-80W284485P519543T';

/** Every operation of the legacy system stands below one path. */
const isLegacyCall = ({ path }: RecordedRequest): boolean => path.startsWith('/Invoice/');

/** `missing-userId` and `malformed-userId` are about one credential, and the others are the merchant's. */
const SPOILT = /^(missing|malformed)-(\w+)$/;

/** Whose a credential is, within the name of its variable; undefined where it is left out. */
function ownerOf(part: string, credential: string): string | undefined {
  const [, how, which] = SPOILT.exec(credential) ?? [];
  const isIt = which?.toUpperCase() === part;
  if (credential === 'none' || (how === 'missing' && isIt)) return undefined;
  const own = how === undefined ? credential : isIt ? how : 'merchant';
  return own === 'merchant' ? '' : `${own.toUpperCase().replaceAll(/\W/g, '_')}_`;
}

/** E.g. `$PAYPAL_LEGACY_USERID`, `$PAYPAL_LEGACY_FOREIGN_USERID`, `$PAYPAL_LEGACY_MALFORMED_USERID`. */
function legacyCredentials(credential: string): readonly string[] {
  const secrets = LEGACY_CREDENTIALS.flatMap((part) => {
    const whose = ownerOf(part, credential);
    return whose === undefined ? [] : [`-H "X-PAYPAL-SECURITY-${part}: $PAYPAL_LEGACY_${whose}${part}"`];
  });
  const whose = credential === 'foreign' ? 'FOREIGN_' : '';
  const applicationId = `\${PAYPAL_LEGACY_${whose}APPLICATION_ID:-${SANDBOX_APPLICATION_ID}}`;
  return [...secrets, `-H "X-PAYPAL-APPLICATION-ID: ${applicationId}"`];
}

/** The call that fetches a token is the only one with Basic credentials. */
const isTokenCall = ({ path }: RecordedRequest): boolean => path.endsWith('/oauth2/token');

function authorization(request: RecordedRequest): readonly string[] {
  if (isLegacyCall(request)) return legacyCredentials(request.credential);
  if (request.credential === 'none') return [];
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
