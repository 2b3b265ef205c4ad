import { array, assert, constantFrom, option, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WireFormat } from '../../../schemas/wire/codec.ts';
import { codecFor } from '../../../schemas/wire/codecs.ts';
import { legacyFormats } from './legacy-formats.ts';
import type { LegacyMessage } from './legacy-message.ts';

const FORMATS: readonly WireFormat[] = ['NV', 'JSON', 'XML', 'SOAP'];

/** What XML cannot carry is left out: the director replaces it, and the suite does not send it. */
const text = string({ unit: 'binary', maxLength: 20 }).map((raw) =>
  raw.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''),
);
const given = <T>(value: T) => Object.fromEntries(Object.entries(value as object).filter(([, one]) => one !== null));

const responseEnvelope = record({ timestamp: text, ack: constantFrom('Success', 'Failure'), correlationId: text });
const error = record({ errorId: text, message: text, parameter: array(text, { minLength: 1, maxLength: 3 }) });
const fault = record({ responseEnvelope, error: array(error, { minLength: 1, maxLength: 3 }) });
const success = record({ responseEnvelope, invoiceID: text, invoiceNumber: option(text), invoiceURL: text }).map(given);
const request = record({
  requestEnvelope: record({ errorLanguage: text, detailLevel: text }),
  invoiceID: text,
  subject: option(text),
  noteForPayer: option(text),
}).map(given);

describe.each(FORMATS)('director and suite, which share no code, understand each other in %s', (format) => {
  const codec = codecFor(format);

  it('what the director answers is what the suite reads', async () => {
    for (const [messages, root] of [
      [fault, 'FaultMessage'],
      [success, 'CancelInvoiceResponse'],
    ] as const)
      await assert(
        property(messages, (message) => {
          const written = legacyFormats[format].write({
            root,
            message: message as LegacyMessage,
            isFault: root === 'FaultMessage',
          });
          const ofXml = format === 'XML' || format === 'SOAP';
          expect(codec.decodeResponse(written)).toEqual({ root: ofXml ? root : null, message });
        }),
        { numRuns: 60 },
      );
  });

  it('what the suite sends is what the director reads', async () => {
    await assert(
      property(request, (message) => {
        const sent = codec.encodeRequest('CancelInvoiceRequest', message as Parameters<typeof codec.encodeRequest>[1]);
        expect(legacyFormats[format].read(sent)?.message).toEqual(message);
      }),
      { numRuns: 60 },
    );
  });

  it('whatever is sent, the director reads it or says that it cannot', async () => {
    const piece = constantFrom(
      '<',
      '>',
      '&',
      '&amp;',
      ';',
      '=',
      '(0)',
      '{',
      '}',
      '[',
      '"a":',
      '<a>',
      '</a>',
      '<![CDATA[',
      ']]>',
      '%',
      '\u0000',
      'x',
      '<!--',
    );
    await assert(
      property(array(piece, { maxLength: 30 }), (pieces) => {
        const read = legacyFormats[format].read(pieces.join(''));
        expect(read === undefined || typeof read.message === 'object').toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
