import { holdsSecret } from '../../../schemas/secrets/known-secrets.ts';
import { departure, type GateCheck, type JudgedCall, NOTHING } from '../gate-check.ts';

/** Where the token shows outside of its header; undefined where it does not. */
function placeOf({ end, arrivals, beside }: JudgedCall): string | undefined {
  if (holdsSecret(JSON.stringify(end))) return 'in what the client tells its caller';
  const requests = [...arrivals, ...beside].map(({ exchange }) => exchange.request);
  if (requests.some(({ path }) => holdsSecret(path))) return 'in the path, which every proxy on the way writes down';
  const values = [
    ...requests.flatMap(({ headers }) => headers.map(([, value]) => value)),
    ...[...arrivals, ...beside].flatMap(({ otherCredentials }) => otherCredentials),
  ];
  if (values.some(holdsSecret))
    return 'in another header of the request, which logs and proxies do not know for a secret';
  return requests.some(({ body }) => body !== null && holdsSecret(body)) ? 'in the body of the request' : undefined;
}

/** The access token stands in its header, and nowhere else: an error ends in a log. */
export const secrets: GateCheck = (judged) => {
  const place = placeOf(judged);
  if (place === undefined) return NOTHING;
  return [
    departure(
      judged,
      {
        kind: 'client-leaked-secret',
        level: 'SHOULD',
        origin: 'observed',
        expected: 'the access token in its header alone',
        actual: `it stands ${place}`,
        explanation: `The access token stands ${place}.`,
      },
      'security/Oauth2/missing',
    ),
  ];
};
