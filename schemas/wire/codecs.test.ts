import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_BODY } from './bounds.ts';
import type { Decoded, WireFormat } from './codec.ts';
import { codecFor, codecs } from './codecs.ts';
import type { Message } from './message.ts';

/**
 * One fault in every format: in NV as it was recorded, dots where the record leaves something out; in the others in the
 * form that their records have.
 */
const FAULT_NV =
  'responseEnvelope.timestamp=…&responseEnvelope.ack=Failure&responseEnvelope.correlationId=b1985a21862fe&responseEnvelope.build=1877082&error(0).errorId=580022&error(0).domain=PLATFORM&error(0).subdomain=Application&error(0).severity=Error&error(0).category=Application&error(0).message=Invalid+request+parameter…&error(0).parameter(0)=shippingTaxName&error(0).parameter(1)=null';
const ENVELOPE_JSON = '{"timestamp":"…","ack":"Failure","correlationId":"b1985a21862fe","build":"1877082"}';
const FAULT_JSON = `{"responseEnvelope":${ENVELOPE_JSON},"error":[{"errorId":"580022","domain":"PLATFORM","subdomain":"Application","severity":"Error","category":"Application","message":"Invalid request parameter…","parameter":["shippingTaxName","null"]}]}`;
const FAULT_ELEMENT = `<ns2:FaultMessage xmlns:ns2="http://svcs.paypal.com/types/common">
  <responseEnvelope><timestamp>…</timestamp><ack>Failure</ack><correlationId>b1985a21862fe</correlationId><build>1877082</build></responseEnvelope>
  <error><errorId>580022</errorId><domain>PLATFORM</domain><subdomain>Application</subdomain><severity>Error</severity><category>Application</category><message>Invalid request parameter…</message><parameter>shippingTaxName</parameter><parameter>null</parameter></error>
</ns2:FaultMessage>`;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const inSoap = (content: string): string =>
  `${DECLARATION}<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header/><soapenv:Body>${content}</soapenv:Body></soapenv:Envelope>`;
const inFault = (element: string): string =>
  inSoap(
    `<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>Failure</faultstring><detail>${element}</detail></soapenv:Fault>`,
  );

const FAULT: Message = {
  responseEnvelope: { timestamp: '…', ack: 'Failure', correlationId: 'b1985a21862fe', build: '1877082' },
  error: [
    {
      errorId: '580022',
      domain: 'PLATFORM',
      subdomain: 'Application',
      severity: 'Error',
      category: 'Application',
      message: 'Invalid request parameter…',
      parameter: ['shippingTaxName', 'null'],
    },
  ],
};

const faults: Readonly<Record<WireFormat, string>> = {
  NV: FAULT_NV,
  JSON: FAULT_JSON,
  XML: `${DECLARATION}${FAULT_ELEMENT}`,
  SOAP: inFault(FAULT_ELEMENT),
};

const REQUEST: Message = {
  requestEnvelope: { errorLanguage: 'en_US' },
  invoiceID: 'INV2-RVY9-UWTW-64HZ-BR9W',
  subject: 'Cancel it',
  noteForPayer: 'Cancel it now',
  sendCopyToMerchant: 'true',
  sendPayerNotification: 'true',
};

const requests: Readonly<Record<WireFormat, string>> = {
  NV: 'requestEnvelope.errorLanguage=en_US&invoiceID=INV2-RVY9-UWTW-64HZ-BR9W&subject=Cancel+it&noteForPayer=Cancel+it+now&sendCopyToMerchant=true&sendPayerNotification=true',
  JSON: '{"requestEnvelope":{"errorLanguage":"en_US"},"invoiceID":"INV2-RVY9-UWTW-64HZ-BR9W","subject":"Cancel it","noteForPayer":"Cancel it now","sendCopyToMerchant":"true","sendPayerNotification":"true"}',
  XML: '<?xml version="1.0" encoding="UTF-8"?><pt:CancelInvoiceRequest xmlns:pt="http://svcs.paypal.com/types/pt"><requestEnvelope><errorLanguage>en_US</errorLanguage></requestEnvelope><invoiceID>INV2-RVY9-UWTW-64HZ-BR9W</invoiceID><subject>Cancel it</subject><noteForPayer>Cancel it now</noteForPayer><sendCopyToMerchant>true</sendCopyToMerchant><sendPayerNotification>true</sendPayerNotification></pt:CancelInvoiceRequest>',
  SOAP: '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><pt:CancelInvoiceRequest xmlns:pt="http://svcs.paypal.com/types/pt"><requestEnvelope><errorLanguage>en_US</errorLanguage></requestEnvelope><invoiceID>INV2-RVY9-UWTW-64HZ-BR9W</invoiceID><subject>Cancel it</subject><noteForPayer>Cancel it now</noteForPayer><sendCopyToMerchant>true</sendCopyToMerchant><sendPayerNotification>true</sendPayerNotification></pt:CancelInvoiceRequest></soapenv:Body></soapenv:Envelope>',
};

const hasRoot = (format: WireFormat): boolean => format === 'XML' || format === 'SOAP';
const ROOT = 'CancelInvoiceRequest';

test('each format has its codec', () => {
  expect(codecs.map(({ format }) => format)).toEqual(['NV', 'JSON', 'XML', 'SOAP']);
  for (const codec of codecs) expect(codecFor(codec.format)).toBe(codec);
});

test.each(codecs)('$format: a recorded fault reads as what it says', ({ format, decodeResponse }) => {
  const root = hasRoot(format) ? 'FaultMessage' : null;
  expect(decodeResponse(faults[format])).toEqual({ root, message: FAULT });
});

test.each(codecs)('$format: a request is written as clients write it', ({ format, encodeRequest, decodeRequest }) => {
  expect(encodeRequest(ROOT, REQUEST)).toBe(requests[format]);
  expect(decodeRequest(requests[format])).toEqual({ root: hasRoot(format) ? ROOT : null, message: REQUEST });
});

/** What no format takes for a message. */
const noMessages = ['', ' ', '\u0000', 'HTTP 502', '<html><p class=x>502</p></html>', 'x'.repeat(5_000_000)];

test.each(codecs)('$format: nothing, and half a message, is told in a sentence', ({ format, decodeResponse }) => {
  const half = faults[format].slice(0, faults[format].indexOf('main'));
  for (const text of [...noMessages, half])
    expect(decodeResponse(text), text.slice(0, 40)).toEqual({ undecodable: expect.stringMatching(/^.{15,260}$/) });
});

test.each(codecs)('$format: a message in another format is not taken for one', ({ format, decodeResponse }) => {
  for (const other of codecs.filter((codec) => codec.format !== format)) {
    const isEnvelopeInXml = format === 'XML' && other.format === 'SOAP';
    expect(decodeResponse(faults[other.format])).toMatchObject(
      isEnvelopeInXml ? { root: 'Envelope' } : { undecodable: expect.stringMatching(/^.{15,260}$/) },
    );
  }
});

test.each(codecs)('$format: a field of 1 MiB comes and goes whole', ({ encodeRequest, decodeRequest }) => {
  const message = { invoiceID: 'x', noteForPayer: '<&%+ é😀'.repeat(131_072) };
  const decoded = decodeRequest(encodeRequest(ROOT, message));
  expect('message' in decoded && isDeepStrictEqual(decoded.message, message)).toBe(true);
});

test.each(codecs)('$format: what is longer than the bound is not read', ({ encodeRequest, decodeRequest }) => {
  const text = encodeRequest(ROOT, { invoiceID: 'x'.repeat(LONGEST_BODY) });
  expect(decodeRequest(text)).toEqual({ undecodable: expect.stringMatching(/more than 4194304 are not read/) });
});

/** Pieces of every format, joined at random. */
const PIECES = [
  '= & error (0) (1) (999999999) . % %C3 + x error(0).error parameter= __proto__',
  '{ } [ ] [[[[ " : , null true 1e400 -0 \\u0000 "__proto__":',
  '<a> </a> <a/> <x:a> <error> </error> <!DOCTYPE <![CDATA[ ]]> &#0; &#65; &lt; &x; <?xml <!-- --> xmlns="u"',
].flatMap((line) => line.split(' '));
const pieces = fc
  .array(fc.constantFrom(...PIECES, ' ', '\n', '\ufeff', '\ud800', '\u0000'), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** Only texts, objects and lists; `error` and `parameter` always lists; no prototype but Object's. */
function isNormal(value: unknown, name: string): boolean {
  if (typeof value === 'string') return name !== 'error' && name !== 'parameter';
  if (Array.isArray(value)) return value.every((item) => isNormal(item, ''));
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return (
    isPlain &&
    Object.entries(value).every(
      ([member, held]) => (!['error', 'parameter'].includes(member) || Array.isArray(held)) && isNormal(held, member),
    )
  );
}

test.each(codecs)('$format: nothing throws, and what is read is in normal form', ({ format, ...codec }) => {
  const mutated = fc
    .tuple(fc.constantFrom(faults[format], requests[format]), fc.nat(), fc.nat({ max: 40 }), pieces)
    .map(([text, at, length, piece]) => {
      const from = at % text.length;
      return `${text.slice(0, from)}${piece}${text.slice(from + length)}`;
    });
  const bytes = fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array).toString('utf8'));
  const characters = fc
    .array(fc.nat({ max: 0x10ffff }), { maxLength: 20 })
    .map((points) => String.fromCodePoint(...points));
  const broken = fc.oneof({ weight: 4, arbitrary: mutated }, pieces, bytes, characters);
  const isSound = (decoded: Decoded): boolean =>
    'undecodable' in decoded ? decoded.undecodable.length > 10 : isNormal(decoded.message, '');
  fc.assert(
    fc.property(broken, (text) => isSound(codec.decodeResponse(text)) && isSound(codec.decodeRequest(text))),
    { numRuns: 1000 },
  );
});
