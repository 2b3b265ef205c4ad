import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { SANDBOX_SETTINGS, type Setting } from './sandbox-settings.ts';

/** Hosts that PayPal's sandbox answers at, as a URL's parser writes them: small letters, no dot at the end. */
const SANDBOX_HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+sandbox\.paypal\.com$/;

/** Hosts of this machine itself. */
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const urlOf = (text: unknown): URL | undefined =>
  typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined;

/** Hosts of a contract's `servers` that are not the sandbox: real money moves there. */
export function liveHostsOf(document: Readonly<Record<string, unknown>>): readonly string[] {
  const servers = Array.isArray(document.servers) ? document.servers : [];
  return servers
    .map((server: { readonly url?: unknown }) => urlOf(server?.url)?.hostname ?? '')
    .filter((host) => host !== '' && !SANDBOX_HOST.test(host));
}

/** The host as the name service would take it, however it is spelled. */
const plainHost = ({ hostname }: URL): string => hostname.toLowerCase().replace(/\.+$/, '');

const isAllowed = ({ protocol, hostname, port }: URL): boolean =>
  LOOPBACK_HOST.test(hostname)
    ? protocol === 'http:' || protocol === 'https:'
    : SANDBOX_HOST.test(hostname) && protocol === 'https:' && port === '';

/** What is wrong with a base URL, as the end of a sentence; a password in it is never repeated. */
function faultOf(text: string, liveHosts: readonly string[]): string | undefined {
  const url = urlOf(text);
  if (url === undefined) return 'is not a URL';
  const host = plainHost(url);
  if (liveHosts.includes(host)) return `names PayPal's live service, ${host}, where real invoices would be cancelled`;
  if (url.username !== '' || url.password !== '') return 'carries credentials';
  if (liveHosts.includes(url.hostname) || !isAllowed(url))
    return `names ${url.origin === 'null' ? url.protocol : url.origin}, which is neither PayPal's sandbox nor this machine`;
  return url.origin === text ? undefined : `is not spelled as an origin: ${url.origin} would be`;
}

/**
 * The origin that a base URL names, where the suite may call it: a host of PayPal's sandbox over https, or this machine.
 * Anything else is refused before a byte is sent; so is every spelling but the plain one (CONFIGURATION).
 */
export function allowedOrigin(
  baseUrl: string,
  liveHosts: readonly string[],
  { name, default: usual }: Setting = SANDBOX_SETTINGS.baseUrl,
): string {
  const fault = faultOf(baseUrl, liveHosts);
  if (fault === undefined) return baseUrl;
  throw new SuiteError('CONFIGURATION', `${name} ${fault}`, {
    hint: `Set it to ${usual}, another https host below sandbox.paypal.com, or http://127.0.0.1 with a port.`,
  });
}
