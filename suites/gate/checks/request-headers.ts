import { headerOf } from '../../../schemas/exchange.ts';
import { departure, type GateCheck, type GateDeparture, type JudgedCall, NOTHING } from '../gate-check.ts';

/** The values of a header, under any spelling of its name. */
const valuesOf = ({ arrivals }: JudgedCall, name: string): readonly string[] =>
  (arrivals[0]?.exchange.request.headers ?? [])
    .filter(([candidate]) => candidate.toLowerCase() === name)
    .map(([, value]) => value);

/** The token is named by what it is, never by its value. */
const describe = (values: readonly string[], token: string): string =>
  values.map((value) => (value.includes(token) ? value.replace(token, '<the token>') : '<not the token>')).join(', ') ||
  'no Authorization header';

function authorization(judged: JudgedCall): readonly GateDeparture[] {
  const values = judged.arrivals[0]?.authorization ?? [];
  const { accessToken } = judged.call;
  const [scheme, credential, ...more] = values[0]?.split(/ +/) ?? [];
  if (values.length === 1 && scheme?.toLowerCase() === 'bearer' && credential === accessToken && more.length === 0)
    return NOTHING;
  return [
    departure(
      judged,
      {
        kind: 'client-wrong-request',
        pointer: '/headers/authorization',
        expected: 'Authorization: Bearer <the token>, once',
        actual: describe(values, accessToken),
        explanation: 'The request does not carry the token that the client was given, as the contract wants it.',
      },
      'security/Oauth2/missing',
    ),
  ];
}

/** `application/json`, whatever its parameters, but no other charset than UTF-8. */
function isJson(value: string): boolean {
  const [type = '', ...parameters] = value.split(';').map((part) => part.trim().toLowerCase());
  return type === 'application/json' && parameters.every((one) => !/^charset *=/.test(one) || /"?utf-8"?$/.test(one));
}

function contentType(judged: JudgedCall): readonly GateDeparture[] {
  const values = valuesOf(judged, 'content-type');
  if (values.length === 1 && isJson(values[0] ?? '')) return NOTHING;
  return [
    departure(
      judged,
      {
        kind: 'client-wrong-request',
        pointer: '/headers/content-type',
        expected: 'Content-Type: application/json, once',
        actual: values.join(', ') || 'no Content-Type header',
        explanation: 'The service refuses a body that is not announced as JSON with 415.',
      },
      'media-type/request/application/json',
    ),
  ];
}

/** The first request carries the token that was given, and says that its body is JSON. */
export const requestHeaders: GateCheck = (judged) =>
  judged.arrivals[0] === undefined || headerOf(judged.arrivals[0].exchange.request.headers, 'host') === undefined
    ? NOTHING
    : [...authorization(judged), ...contentType(judged)];
