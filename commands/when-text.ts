import { decodedRequest } from '../schemas/checks/legacy/wire-formats.ts';
import type { Exchange } from '../schemas/exchange.ts';
import { JSON_WIRE } from '../suites/legacy/wire.ts';
import type { When, Wire } from '../suites/scenario.ts';

/** How much of a request's body is shown, in UTF-16 units: ours. */
const SHOWN = 200;

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const bodyText = ({ body, text }: When): string =>
  text === null ? 'no body' : cut(text ?? JSON.stringify(body ?? {}));

/** The message in normal form, whatever its wire format; a text that is no message as it stands. */
function messageText({ text, message }: When, sent: Exchange | undefined): string {
  const decoded = sent && decodedRequest(sent.request);
  if (decoded && !('undecodable' in decoded)) return cut(JSON.stringify(decoded.message));
  return cut(text ?? sent?.request.body ?? JSON.stringify(message ?? {}));
}

const wireText = ({ request, response, named = request }: Wire): string =>
  request === 'SOAP' ? 'in SOAP' : `${named} in, ${response} out`;

/** What a scenario does, in one line; of the legacy system the request as it was sent, read. */
export function whenText(when: When, isLegacy: boolean, sent: Exchange | undefined): string {
  const { mediaType, credential, pathSegment, atOnce, wire = JSON_WIRE } = when;
  return [
    `cancel with ${isLegacy ? messageText(when, sent) : bodyText(when)}`,
    ...(isLegacy ? [wireText(wire)] : []),
    ...(mediaType === undefined ? [] : [mediaType === null ? 'without a media type' : `as ${mediaType}`]),
    ...(credential ? [`credential ${credential}`] : []),
    ...(pathSegment === undefined ? [] : [`path segment ${JSON.stringify(cut(pathSegment))}`]),
    ...(atOnce ? [`${atOnce} at once`] : []),
  ].join(', ');
}
