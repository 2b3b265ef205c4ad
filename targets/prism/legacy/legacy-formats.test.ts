import { describe, expect, it } from 'vitest';
import type { LegacyFormatName } from './legacy-format.ts';
import { legacyFormats } from './legacy-formats.ts';
import type { LegacyMessage } from './legacy-message.ts';

const read = (format: LegacyFormatName, text: string) => legacyFormats[format].read(text);

/** A fault as it was recorded, in normal form. */
const FAULT: LegacyMessage = {
  responseEnvelope: {
    timestamp: '2013-04-23T02:55:33.325-07:00',
    ack: 'Failure',
    correlationId: 'b1985a21862fe',
    build: '1877082',
  },
  error: [
    {
      errorId: '580022',
      domain: 'PLATFORM',
      subdomain: 'Application',
      severity: 'Error',
      category: 'Application',
      message: 'Invalid request parameter: <shipping & tax>',
      parameter: ['shippingTaxName', 'null'],
    },
  ],
};
const written = (format: LegacyFormatName, message: LegacyMessage = FAULT, isFault = true): string =>
  legacyFormats[format].write({ root: isFault ? 'FaultMessage' : 'CancelInvoiceResponse', message, isFault });

describe('a fault is written as it was recorded', () => {
  it('in NV', () => {
    expect(written('NV').split('&')).toEqual([
      'responseEnvelope.timestamp=2013-04-23T02%3A55%3A33.325-07%3A00',
      'responseEnvelope.ack=Failure',
      'responseEnvelope.correlationId=b1985a21862fe',
      'responseEnvelope.build=1877082',
      'error(0).errorId=580022',
      'error(0).domain=PLATFORM',
      'error(0).subdomain=Application',
      'error(0).severity=Error',
      'error(0).category=Application',
      'error(0).message=Invalid+request+parameter%3A+%3Cshipping+%26+tax%3E',
      'error(0).parameter(0)=shippingTaxName',
      'error(0).parameter(1)=null',
    ]);
  });
  it('in JSON', () => expect(JSON.parse(written('JSON'))).toEqual(FAULT));
  const inXml =
    '<ns2:FaultMessage xmlns:ns2="http://svcs.paypal.com/types/common"><responseEnvelope>' +
    '<timestamp>2013-04-23T02:55:33.325-07:00</timestamp><ack>Failure</ack>' +
    '<correlationId>b1985a21862fe</correlationId><build>1877082</build></responseEnvelope><error>' +
    '<errorId>580022</errorId><domain>PLATFORM</domain><subdomain>Application</subdomain><severity>Error</severity>' +
    '<category>Application</category><message>Invalid request parameter: &lt;shipping &amp; tax&gt;</message>' +
    '<parameter>shippingTaxName</parameter><parameter>null</parameter></error></ns2:FaultMessage>';
  it('in XML', () => expect(written('XML')).toBe(`<?xml version="1.0" encoding="UTF-8"?>${inXml}`));
  it('in SOAP, in the detail of a fault', () => expect(written('SOAP')).toContain(`<detail>${inXml}</detail>`));
});

it('characters that XML cannot hold are replaced', () => {
  expect(written('XML', { invoiceNumber: '\u0001\ud800a\r😀' }, false)).toContain(
    '<invoiceNumber>\ufffd\ufffda&#13;😀<',
  );
});

describe('a request is read', () => {
  const message = { requestEnvelope: { errorLanguage: 'en_US' }, invoiceID: 'A b&<ü>', sendCopyToMerchant: 'true' };
  const elements =
    '<requestEnvelope><errorLanguage>en_US</errorLanguage></requestEnvelope>' +
    '<invoiceID>A b&amp;&lt;&#xFC;&gt;</invoiceID><sendCopyToMerchant>true</sendCopyToMerchant>';
  const qualified = elements.replaceAll(/<(\/?)(?=[a-z])/g, '<$1p:');

  it.each<[LegacyFormatName, string]>([
    ['NV', 'requestEnvelope.errorLanguage=en_US&invoiceID=A+b%26%3C%C3%BC%3E&sendCopyToMerchant=true'],
    [
      'JSON',
      '{"requestEnvelope":{"errorLanguage":"en_US","detailLevel":null},"invoiceID":"A b&<ü>","sendCopyToMerchant":true}',
    ],
    ['XML', `<CancelInvoiceRequest>${elements}</CancelInvoiceRequest>`],
    ['XML', `<?xml version="1.0"?>\n<p:CancelInvoiceRequest xmlns:p="u">\n ${qualified} \n</p:CancelInvoiceRequest>`],
    ['XML', `<R>${elements.replace('A b&amp;&lt;&#xFC;&gt;', '<![CDATA[A b&<]]>ü<!-- no -->&#62;')}</R>`],
    ['SOAP', `<s:Envelope xmlns:s="e"><s:Header><a>b</a></s:Header><s:Body><R>${elements}</R></s:Body></s:Envelope>`],
  ])('in %s: %s', (format, text) => expect(read(format, text)?.message).toEqual(message));

  it('with lists', () => {
    const items = { itemList: { item: [{ name: 'a' }, { name: 'b' }] } };
    expect(read('NV', 'itemList.item(1).name=b&itemList.item(0).name=a')?.message).toEqual(items);
    const xml = '<R><itemList><item><name>a</name></item><item><name>b</name></item></itemList></R>';
    expect(read('XML', xml)?.message).toEqual(items);
  });
});

const bomb = `<!DOCTYPE R [<!ENTITY a "x"><!ENTITY b "${'&a;'.repeat(100)}">]><R><invoiceID>&b;</invoiceID></R>`;

describe('what is no request is not read', () => {
  it.each<[LegacyFormatName, string]>([
    ['NV', 'invoiceID'],
    ['NV', 'invoiceID=%'],
    ['NV', 'invoiceID=%ff'],
    ['NV', 'invoiceID=1&invoiceID=2'],
    ['NV', 'a=1&a.b=2'],
    ['NV', 'a.b=2&a=1'],
    ['NV', 'a(0)=1&a.b=2'],
    ['NV', 'a..b=1'],
    ['NV', `${'a.'.repeat(99)}a=1`],
    ['NV', '{"invoiceID":"1"}'],
    ['JSON', ''],
    ['JSON', '{'],
    ['JSON', '[]'],
    ['JSON', '"text"'],
    ['JSON', 'null'],
    ['XML', ''],
    ['XML', '<R><invoiceID>'],
    ['XML', '<R/><R/>'],
    ['XML', '<R/><S/>'],
    ['XML', '<R>&unknown;</R>'],
    ['XML', '<R><a>&#x110000;</a></R>'],
    ['XML', '<R><__proto__>1</__proto__></R>'],
    ['XML', '<!DOCTYPE R SYSTEM "file:///etc/passwd"><R/>'],
    ['XML', '<!DOCTYPE R [<!ENTITY x SYSTEM "file:///etc/passwd">]><R><invoiceID>&x;</invoiceID></R>'],
    ['XML', bomb],
    ['XML', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`],
    ['SOAP', '<CancelInvoiceRequest/>'],
    ['SOAP', '<s:Envelope xmlns:s="e"/>'],
    ['SOAP', '<s:Envelope xmlns:s="e"><s:Body><R/><S/></s:Body></s:Envelope>'],
    ['SOAP', '<s:Envelope xmlns:s="e"><s:Body><R/></s:Body><s:Body><R/></s:Body></s:Envelope>'],
    ['SOAP', bomb],
  ])('in %s: %s', (format, text) => expect(read(format, text)).toBeUndefined());

  it('and names of prototypes are names like others', () => {
    expect(read('JSON', '{"__proto__":{"invoiceID":"1"}}')?.message).not.toHaveProperty('invoiceID');
    expect(read('NV', '__proto__.invoiceID=1')?.message).not.toHaveProperty('invoiceID');
    expect(read('JSON', '['.repeat(200_000))).toBeUndefined();
    expect(read('JSON', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).toBeDefined();
  });
});
