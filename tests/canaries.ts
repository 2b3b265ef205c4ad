import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LegacyMerchant, Merchant } from '../targets/target.ts';

/** Two merchants whose secrets are unmistakable: whatever part of one is found, it has got out. */
export const CANARY: Merchant = { clientId: 'AcanaryMERCHANTid-77', clientSecret: 'EcanaryMERCHANTsecret+/=42' };
export const CANARY_FOREIGN: Merchant = { clientId: 'AcanaryFOREIGNid-78', clientSecret: 'EcanaryFOREIGNsecret+/=43' };

/** The same two in the legacy system; the application id is no secret. */
export const CANARY_LEGACY: LegacyMerchant = {
  userId: 'merchant-canary79_api1.example.com',
  password: 'QcanaryPASSWORD+/=79',
  signature: 'AcanarySIGNATURE.79-merchant',
  applicationId: 'APP-80W284485P519543T',
};
export const CANARY_LEGACY_FOREIGN: LegacyMerchant = {
  userId: 'foreign-canary80_api1.example.com',
  password: 'QcanaryFOREIGNPASSWORD+/=80',
  signature: 'AcanaryFOREIGNSIGNATURE.80',
  applicationId: 'APP-80W284485P519543T',
};

/** The token that a hostile server issues. */
export const CANARY_TOKEN = 'A21AAcanaryTOKEN.of~the_rehearsal-0123456789';

/** Somebody's address, which no documentation uses. */
export const CANARY_ADDRESS = 'jane.canary@some-company.co.uk';

/** The environment of a command that acts for them. */
export const canaryEnvironment = (baseUrl: string): NodeJS.ProcessEnv => ({
  PAYPAL_BASE_URL: baseUrl,
  PAYPAL_CLIENT_ID: CANARY.clientId,
  PAYPAL_CLIENT_SECRET: CANARY.clientSecret,
  PAYPAL_FOREIGN_CLIENT_ID: CANARY_FOREIGN.clientId,
  PAYPAL_FOREIGN_CLIENT_SECRET: CANARY_FOREIGN.clientSecret,
});

/** What it has besides, where the legacy system is asked as well. */
export const canaryLegacyEnvironment = (baseUrl: string): NodeJS.ProcessEnv => ({
  PAYPAL_LEGACY_BASE_URL: baseUrl,
  PAYPAL_LEGACY_USERID: CANARY_LEGACY.userId,
  PAYPAL_LEGACY_PASSWORD: CANARY_LEGACY.password,
  PAYPAL_LEGACY_SIGNATURE: CANARY_LEGACY.signature,
  PAYPAL_LEGACY_FOREIGN_USERID: CANARY_LEGACY_FOREIGN.userId,
  PAYPAL_LEGACY_FOREIGN_PASSWORD: CANARY_LEGACY_FOREIGN.password,
  PAYPAL_LEGACY_FOREIGN_SIGNATURE: CANARY_LEGACY_FOREIGN.signature,
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A text in the forms in which a server may send back what it was sent. */
export const formsOf = (text: string): readonly string[] => [
  text,
  base64(text),
  base64(`x${text}`),
  base64(`xx${text}`),
  encodeURIComponent(text),
  JSON.stringify(text).slice(1, -1),
  Array.from(text, (unit) => `\\u00${unit.charCodeAt(0).toString(16)}`).join(''),
];

const SECRETS = [
  ...[CANARY, CANARY_FOREIGN].flatMap(({ clientId, clientSecret }) => [
    clientId,
    clientSecret,
    `${clientId}:${clientSecret}`,
  ]),
  ...[CANARY_LEGACY, CANARY_LEGACY_FOREIGN].flatMap(({ userId, password, signature }) => [userId, password, signature]),
  CANARY_TOKEN,
  CANARY_ADDRESS,
];

/** What must not be found: the middle of every form of every secret, whatever became of its ends. */
const TRACES = SECRETS.flatMap(formsOf).map((form) => form.slice(4, -4));

/** The traces of canaries in a text. */
export const tracesIn = (text: string): readonly string[] => TRACES.filter((trace) => text.includes(trace));

/** All files below a directory. */
export const filesBelow = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((file) => join(directory, file))
    .filter((file) => statSync(file).isFile());

/** The files below a directory that hold a canary, each with its first trace. */
export const leaksBelow = (directory: string): readonly string[] =>
  filesBelow(directory).flatMap((file) => {
    const [first] = tracesIn(readFileSync(file, 'utf8'));
    return first === undefined ? [] : [`${file}: ${first}`];
  });

/** The command lines of all processes, where the system shows them. */
export const commandLines = (): string =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    })
    .join('\n');
