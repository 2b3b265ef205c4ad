import { expect, test } from 'vitest';
import { soap } from './soap.ts';

const NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';
const envelope = (content: string): string => `<s:Envelope xmlns:s="${NAMESPACE}">${content}</s:Envelope>`;
const body = (content: string): string => envelope(`<s:Body>${content}</s:Body>`);
const fault = (content: string): string => body(`<s:Fault>${content}</s:Fault>`);

test('a message is what the Body holds, whatever the Header says', () => {
  const text = envelope('<s:Header><x/><x/></s:Header>\n<s:Body>\n<R><ack>Success</ack></R>\n</s:Body>');
  expect(soap.decodeResponse(text)).toEqual({ root: 'R', message: { ack: 'Success' } });
  expect(soap.decodeRequest(text)).toEqual({ root: 'R', message: { ack: 'Success' } });
});

test('the prefix is free', () => {
  expect(soap.decodeResponse(`<Envelope xmlns="${NAMESPACE}"><Body><R xmlns=""/></Body></Envelope>`)).toEqual({
    root: 'R',
    message: {},
  });
});

test("a fault's message is what its detail holds", () => {
  const content =
    '<faultcode>s:Server</faultcode><faultstring>No</faultstring><detail><F><error><errorId>520002</errorId></error></F></detail>';
  expect(soap.decodeResponse(fault(content))).toEqual({ root: 'F', message: { error: [{ errorId: '520002' }] } });
});

test('a request is no fault', () => {
  expect(soap.decodeRequest(fault('<detail><F/></detail>'))).toEqual({ root: 'Fault', message: { detail: { F: '' } } });
});

/** What is not read, and what is said of it. */
const refused: readonly (readonly [text: string, sentence: RegExp])[] = [
  [fault('<faultstring>Access\u0085 denied</faultstring>'), /Fault has no detail.*says: Access\\u\{85\} denied$/],
  [fault(''), /Fault has no detail.*says: nothing$/],
  [fault('<detail/>'), /detail holds 0 elements/],
  [fault('<detail><F/><G/></detail>'), /detail holds 2 elements/],
  [body(''), /Body holds 0 elements/],
  [body('<R/><R/>'), /Body holds 2 elements/],
  [envelope(''), /Envelope holds 0 Bodies/],
  [envelope('<s:Body><R/></s:Body><s:Body><R/></s:Body>'), /Envelope holds 2 Bodies/],
  [`${body('<R/>')}${body('<R/>')}`, /documents may contain only one root/],
  ['<R/>', /^R is no Envelope of SOAP 1\.1/],
  [body('<R/>').replaceAll('Envelope', 'Fault'), /^Fault is no Envelope of SOAP 1\.1/],
  ['<Envelope><Body><R/></Body></Envelope>', /no Envelope of SOAP 1\.1/],
  [body('<R/>').replaceAll(NAMESPACE, 'http://www.w3.org/2003/05/soap-envelope'), /no Envelope of SOAP 1\.1/],
  [body('Success'), /Body holds 0 elements/],
  [body('<R>Success</R>'), /R holds text/],
  [`<!DOCTYPE x>${body('<R/>')}`, /a document type is refused/],
];

for (const [text, sentence] of refused) {
  test(`not read: ${JSON.stringify(text.slice(0, 60))}`, () => {
    expect(soap.decodeResponse(text)).toEqual({ undecodable: expect.stringMatching(sentence) });
  });
}
