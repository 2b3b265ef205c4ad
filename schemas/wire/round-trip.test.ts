import { isDeepStrictEqual } from 'node:util';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SuiteError } from '../contract/suite-error.ts';
import type { Codec, Decoded, WireFormat } from './codec.ts';
import { codecs } from './codecs.ts';
import type { Message, MessageValue } from './message.ts';

const ROOT = 'CancelInvoiceRequest';

/** Messages a property is tried on. */
const RUNS = 200;

/** What a message may hold that not every format can carry. */
type Feature =
  | 'any name'
  | 'half pairs'
  | 'controls'
  | 'empty objects'
  | 'empty lists'
  | 'nested lists'
  | 'lists of one';

/** What each format leaves out of a message, with the reason. */
const leftOut: Readonly<Record<WireFormat, Partial<Readonly<Record<Feature, string>>>>> = {
  JSON: {},
  NV: {
    'any name': 'a dot or a bracket in a name is structure',
    'half pairs': 'percent encoding writes UTF-8, which has none',
    'empty objects': 'only values are written',
    'empty lists': 'only values are written',
    'nested lists': 'a name has one index',
  },
  XML: {
    'any name': 'a name is markup',
    'half pairs': 'UTF-8 has none',
    controls: 'XML 1.0 excludes them',
    'empty objects': 'an element without content is an empty text',
    'empty lists': 'only items are written',
    'nested lists': 'repeated elements are one list',
    'lists of one': 'one element is no list',
  },
  SOAP: {},
};

/** What stands for something in one of the formats. */
const TROUBLE = [...' \t\r&+%=<>"\'\u0085\u2028', '\r\n', '%zz', ']]>', '&amp;', '&#13;', '<!--'];
const names = ['invoiceID', 'subject', 'requestEnvelope', '__proto__', 'constructor', 'then', 'toString', 'a-b', '_1'];
const oddNames = ['', 'a.b', 'a(0)', 'a b', '#text', '@_x', '?xml', '0', '1', 'é', 'a:b', '<', '\ud800', 'x&y=z'];

const anyCharacter = fc.nat({ max: 0x10ffff }).map((point) => String.fromCodePoint(point));
const HALF = /\p{Cs}/u;
const CONTROL = /[^\t\n\r\p{Cs} -\ufffd\u{10000}-\u{10ffff}]/u;

function textsWith(has: (feature: Feature) => boolean): Arbitrary<string> {
  const unit = fc.oneof(
    { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 3 }) },
    fc.constantFrom(...TROUBLE),
    anyCharacter.filter((text) => (has('controls') || !CONTROL.test(text)) && (has('half pairs') || !HALF.test(text))),
    ...(has('controls') ? [fc.constantFrom('\u0000', '\u0008', '\u001b', '\ufffe')] : []),
    ...(has('half pairs') ? [fc.constantFrom('\ud800', '\udfff')] : []),
  );
  return fc.array(unit, { maxLength: 5 }).map((units) => units.join(''));
}

/** Messages in normal form with the features of a format: the only generator. */
function messagesWith(has: (feature: Feature) => boolean): Arbitrary<Message> {
  const text = textsWith(has);
  const name = fc.constantFrom(...names, ...(has('any name') ? oddNames : []));
  const sizes = (least: number) => ({ minLength: has('empty lists') ? 0 : least, maxLength: 3 });
  const depth = { maxDepth: 4, depthSize: 'small' } as const;
  const { message } = fc.letrec<{ message: Message; item: MessageValue; list: MessageValue[] }>((tie) => {
    const held = tie('message').filter((inner) => has('empty objects') || Object.keys(inner).length > 0);
    const member = fc.tuple(name, fc.oneof(depth, text, held, tie('list')));
    const repeated = fc.tuple(fc.constantFrom('error', 'parameter'), fc.array(tie('item'), sizes(1)));
    return {
      message: fc.array(fc.oneof(member, repeated), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
      item: fc.oneof(depth, text, held, ...(has('nested lists') ? [tie('list')] : [])),
      list: fc.array(tie('item'), sizes(has('lists of one') ? 1 : 2)),
    };
  });
  return message;
}

const messageIn = (decoded: Decoded): Message | string =>
  'undecodable' in decoded ? decoded.undecodable : decoded.message;

const reads = ({ encodeRequest, decodeRequest }: Codec, message: Message): boolean =>
  isDeepStrictEqual(messageIn(decodeRequest(encodeRequest(ROOT, message))), message);

/** A message whose innermost text stands as many levels deep. */
const deep = (levels: number): Message => (levels === 1 ? { a: 'x' } : { a: deep(levels - 1) });

const exclusionsOf = (format: WireFormat) => leftOut[format === 'SOAP' ? 'XML' : format];

describe.each(codecs)('$format', (codec) => {
  const { format, encodeRequest } = codec;

  test('what it can carry reads back as it was', () => {
    const messages = messagesWith((feature) => exclusionsOf(format)[feature] === undefined).filter(
      (message) => format !== 'NV' || Object.keys(message).length > 0,
    );
    fc.assert(
      fc.property(messages, (message) => reads(codec, message)),
      { numRuns: RUNS },
    );
  });

  test('whatever it is given, it carries as it is or refuses', () => {
    const carriesOrRefuses = (message: Message): boolean => {
      try {
        return reads(codec, message);
      } catch (error) {
        if (error instanceof SuiteError) return error.code === 'USAGE' && error.hint !== '';
        throw error;
      }
    };
    fc.assert(
      fc.property(
        messagesWith(() => true),
        carriesOrRefuses,
      ),
      { numRuns: RUNS },
    );
  });

  test('each thing that it leaves out is refused, with the reason', () => {
    const samples: Readonly<Record<Feature, Message>> = {
      'any name': { 'a.b(': 'x' },
      'half pairs': { a: '\ud800' },
      controls: { a: '\u0000' },
      'empty objects': { a: {} },
      'empty lists': { error: [] },
      'nested lists': { a: ['x', ['y', 'z']] },
      'lists of one': { a: ['x'] },
    };
    for (const [feature, message] of Object.entries(samples)) {
      const isLeftOut = Object.hasOwn(exclusionsOf(format), feature);
      if (isLeftOut) expect(() => encodeRequest(ROOT, message), feature).toThrow(`${format} cannot carry`);
      else expect(reads(codec, message), feature).toBe(true);
    }
    expect(() => encodeRequest(ROOT, { error: 'x' })).toThrow(SuiteError);
  });

  test('it carries 32 levels, and no more', () => {
    expect(reads(codec, deep(32))).toBe(true);
    expect(() => encodeRequest(ROOT, deep(33))).toThrow('more than 32 levels');
  });
});
