import { describe, expect, test } from 'vitest';
import type { SuiteError } from '../contract/suite-error.ts';
import { DEEPEST, excerpt, LONGEST_BODY } from './bounds.ts';
import type { WireFormat } from './codec.ts';
import { codecFor, codecs } from './codecs.ts';
import type { Message, MessageValue } from './message.ts';

const deep = (levels: number): Message =>
  Array.from({ length: levels }).reduce<Message>((inner) => ({ a: inner }), { a: 'x' });

/** Why a format does not carry a member, by the member's name; nothing where it does. */
function refusal(format: WireFormat, message: Message): string {
  try {
    codecFor(format).encodeRequest('Root', message);
    return '';
  } catch (error) {
    const { code, message: said, hint } = error as SuiteError;
    expect([code, hint]).toEqual(['USAGE', 'Change the message, or send it in a format that can carry it.']);
    return said;
  }
}

const NV_ONLY: readonly WireFormat[] = ['NV'];
const BRACKETLESS: readonly WireFormat[] = ['NV', 'XML', 'SOAP'];
const MARKUP: readonly WireFormat[] = ['XML', 'SOAP'];
const ALL: readonly WireFormat[] = ['NV', 'JSON', 'XML', 'SOAP'];

describe('what a format cannot carry', () => {
  test.each<[formats: readonly WireFormat[], name: string, value: MessageValue, why: string]>([
    [ALL, 'error', 'x', 'it repeats, and is read as a list even where one stands'],
    [ALL, 'a', deep(DEEPEST), `more than ${DEEPEST} levels are not read`],
    [BRACKETLESS, 'a b', 'x', 'its name would be read as something else'],
    [BRACKETLESS, '1a', 'x', 'its name would be read as something else'],
    [BRACKETLESS, 'list', [], 'a list without items leaves no trace'],
    [BRACKETLESS, 'list', ['x', ['y', 'z']], 'a list in a list cannot be told from one list'],
    [BRACKETLESS, 'list', ['x', ['\ud800', '\u0001']], 'a list in a list cannot be told from one list'],
    [BRACKETLESS, 'a', '\ud800', 'half a surrogate pair is no character'],
    [NV_ONLY, 'a', {}, 'an object without members leaves no trace'],
    [MARKUP, 'a', {}, 'an element without content is an empty text'],
    [MARKUP, 'list', ['x'], 'one element alone is no list'],
    [MARKUP, 'a', '\u0001', 'XML 1.0 has no such character, not even as a reference'],
    [MARKUP, 'a', { b: '\uffff' }, 'XML 1.0 has no such character, not even as a reference'],
  ])('%j: %s', (formats, name, value, why) => {
    for (const format of ALL) {
      const said = refusal(format, { [name]: value });
      if (!formats.includes(format)) expect(said).not.toContain(why);
      else expect(said).toMatch(new RegExp(`^${format} cannot carry "[^"]*": ${why}$`));
    }
  });

  test('is told of the root as well, which may be empty in XML', () => {
    expect(refusal('NV', {})).toBe('NV cannot carry "Root": an object without members leaves no trace');
    expect(refusal('XML', {})).toBe('');
    expect(refusal('JSON', {})).toBe('');
  });
});

describe('what every format carries', () => {
  const message: Message = {
    text: 'a&b=<c>"\' é 🧾\r\n\t.',
    empty: '',
    _a: 'x',
    'a-b': 'y',
    in: { deeper: { still: 'z' } },
    list: ['1', '2'],
    objects: [{ a: '1' }, { a: '2', b: ['3', '4'] }],
    error: [{ errorId: '570063', parameter: ['p'] }],
    parameter: ['q'],
  };
  test.each(codecs)('$format, as $mediaType', ({ format, mediaType, encodeRequest, decodeRequest, decodeResponse }) => {
    const text = encodeRequest('Root', message);
    const root = format === 'XML' || format === 'SOAP' ? 'Root' : null;
    expect([decodeRequest(text), decodeResponse(text)]).toEqual([
      { root, message },
      { root, message },
    ]);
    expect(codecFor(format).mediaType).toBe(mediaType);
    const deepest = deep(DEEPEST - 1);
    expect(decodeRequest(encodeRequest('Root', deepest))).toEqual({ root, message: deepest });
    expect(decodeResponse('')).toEqual({ undecodable: 'The body is empty.' });
    expect(decodeResponse('x'.repeat(LONGEST_BODY + 1))).toEqual({
      undecodable: `The body has ${LONGEST_BODY + 1} characters; more than ${LONGEST_BODY} are not read.`,
    });
    expect(decodeResponse('<'.repeat(3))).not.toEqual({ undecodable: 'The body is empty.' });
  });

  test('as it is written', () => {
    const small: Message = { a: 'b c', list: ['1', { x: '&' }], in: { y: 'é' } };
    expect(codecs.map(({ encodeRequest }) => encodeRequest('Root', small))).toMatchInlineSnapshot(`
      [
        "a=b+c&list(0)=1&list(1).x=%26&in.y=%C3%A9",
        "{"a":"b c","list":["1",{"x":"&"}],"in":{"y":"é"}}",
        "<?xml version="1.0" encoding="UTF-8"?><pt:Root xmlns:pt="http://svcs.paypal.com/types/pt"><a>b c</a><list>1</list><list><x>&amp;</x></list><in><y>é</y></in></pt:Root>",
        "<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><pt:Root xmlns:pt="http://svcs.paypal.com/types/pt"><a>b c</a><list>1</list><list><x>&amp;</x></list><in><y>é</y></in></pt:Root></soapenv:Body></soapenv:Envelope>",
      ]
    `);
  });
});

test('a body of the greatest length is read', () => {
  const text = 'x'.repeat(LONGEST_BODY - '{"a":""}'.length);
  expect(codecFor('JSON').decodeResponse(`{"a":"${text}"}`)).toEqual({ root: null, message: { a: text } });
});

test('a piece of a body is shortened, and commands no terminal', () => {
  expect(excerpt('x'.repeat(80))).toBe('x'.repeat(80));
  expect(excerpt('x'.repeat(81))).toBe(`${'x'.repeat(80)}…`);
  expect(excerpt('a\u001b\u200b\ud800é')).toBe('a\\u{1b}\\u{200b}\\u{d800}é');
});
