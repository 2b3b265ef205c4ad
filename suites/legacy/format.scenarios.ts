import type { ScenarioLiteral } from '../define-scenarios.ts';
import type { Wire } from '../scenario.ts';
import { refusedBy, succeeds } from './outcomes.ts';

/** The formats that the two headers name, each free to differ from the other. */
const FORMATS = ['NV', 'JSON', 'XML'] as const;

/** Every request format with every response format, and SOAP, which is both. */
const WIRES: readonly Wire[] = [
  ...FORMATS.flatMap((request) => FORMATS.map((response): Wire => ({ request, response }))),
  { request: 'SOAP', response: 'SOAP' },
];

const nameOf = ({ request, response }: Wire): string =>
  request === 'SOAP' ? 'soap' : `${request}-${response}`.toLowerCase();

const sayOf = ({ request, response }: Wire): string => (request === 'SOAP' ? 'SOAP' : `${request} in, ${response} out`);

/** What a pair of formats shows: that each is taken, and in XML what the message is called. */
function claimsOf({ request, response }: Wire, root: string): [string, ...string[]] {
  if (request === 'SOAP') return ['parameter/X-PAYPAL-MESSAGE-PROTOCOL/SOAP11'];
  return [
    `parameter/X-PAYPAL-REQUEST-DATA-FORMAT/${request}`,
    `parameter/X-PAYPAL-RESPONSE-DATA-FORMAT/${response}`,
    ...(response === 'XML' ? [root] : []),
  ];
}

/** SOAP is known from public clients alone. */
const originOf = ({ request }: Wire) => (request === 'SOAP' ? { origin: 'observed' as const } : {});

const successIn = (wire: Wire): ScenarioLiteral => ({
  id: `legacy.format.${nameOf(wire)}.success`,
  title: `valid cancel, ${sayOf(wire)}`,
  given: { state: 'SENT' },
  when: { wire, message: { subject: 'Cancel it', noteForPayer: 'a + b & c = <d> "é" 100%' } },
  expected: succeeds,
  claims: claimsOf(wire, 'root/CancelInvoiceResponse'),
  ...originOf(wire),
});

const faultIn = (wire: Wire): ScenarioLiteral => ({
  id: `legacy.format.${nameOf(wire)}.fault`,
  title: `draft, ${sayOf(wire)}`,
  given: { state: 'DRAFT', shared: true },
  when: { wire },
  expected: refusedBy('570063'),
  claims: claimsOf(wire, 'root/FaultMessage'),
  ...originOf(wire),
});

/** One success and one fault in every pair of wire formats. */
export const formatScenarios: readonly ScenarioLiteral[] = WIRES.flatMap((wire) => [successIn(wire), faultIn(wire)]);
