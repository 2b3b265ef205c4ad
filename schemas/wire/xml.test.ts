import { expect, test } from 'vitest';
import { xml } from './xml.ts';

const read = (text: string) => xml.decodeResponse(text);

test.each([
  ['<R/>', {}],
  ['<R>\n </R>', {}],
  ['<R><ack>Success</ack></R>', { ack: 'Success' }],
  ['\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><R><a>é</a></R>\n', { a: 'é' }],
  ['<R xmlns="urn:d"><a>1</a></R>', { a: '1' }],
  ['<x:R xmlns:x="urn:x" xmlns:y="urn:y"><x:a>1</x:a><y:a>2</y:a></x:R>', { a: ['1', '2'] }],
  ['<R><a/><b></b><c> </c></R>', { a: '', b: '', c: ' ' }],
  ['<R>\n\t<o>\r\n<a> x\r\ny </a>  </o>\n</R>', { o: { a: ' x\ny ' } }],
  ['<R id="1"><a lang="en">x</a></R>', { a: 'x' }],
  ['<R><a>1<![CDATA[<&2>]]>3<!-- 4 -->5<?p i?>6</a></R>', { a: '1<&2>356' }],
  ['<R><a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;&#13;</a></R>', { a: '<>&"\'A😀\r' }],
  ['<R><error><errorId>1</errorId></error></R>', { error: [{ errorId: '1' }] }],
  ['<R><error/><x/><error><parameter>p</parameter></error></R>', { error: ['', { parameter: ['p'] }], x: '' }],
  ['<R><item>a</item><item><b/></item></R>', { item: ['a', { b: '' }] }],
])('%s', (text, message) => {
  expect(read(text)).toEqual({ root: 'R', message });
});

const XXE = '<!DOCTYPE R [<!ENTITY e SYSTEM "file:///etc/hostname">]><R><a>&e;</a></R>';
const LAUGHS = `<!DOCTYPE R [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('')}]><R><a>&l9;</a></R>`;

/** What is not read, and what is said of it. */
const refused: readonly (readonly [text: string, sentence: RegExp])[] = [
  [XXE, /a document type is refused/],
  [LAUGHS, /a document type is refused/],
  ['<!DOCTYPE R SYSTEM "http://127.0.0.1/x.dtd"><R/>', /a document type is refused/],
  ['<!DOCTYPE R><R/>', /a document type is refused.*\(line 1, column 12\)/],
  ['<R><a>&nbsp;</a></R>', /undefined entity/],
  ['<R><a>&toString;</a></R>', /undefined entity/],
  ['<R><a>x</a>', /unclosed tag: R.*it begins with <R><a>/],
  ['<R><a>x</b></R>', /unexpected close tag/],
  ['<R/><R/>', /documents may contain only one root/],
  ['<R><a>x</a>y</R>', /text beside elements in R/],
  ['<R><o>y<a/></o></R>', /text beside elements in o/],
  ['<R>Success</R>', /R holds text where a message has members: Success/],
  ['<x:R/>', /unbound namespace prefix/],
  ['<R a="1" a="2"/>', /duplicate attribute/],
  ['<R><a>\u0000</a></R>', /disallowed character/],
  ['<?xml version="1.1"?><R><a>&#1;</a></R>', /malformed character entity/],
  ['{"ack":"Success"}', /text data outside of root node.*it begins with \{"ack"/],
  ['HTTP 502', /text data outside/],
  ['<html><br></html>', /unexpected close tag/],
  [`${'<a>'.repeat(100_000)}`, /more than 37 levels of elements/],
  [`${'<a>'.repeat(38)}${'</a>'.repeat(38)}`, /more than 37 levels of elements/],
];

for (const [text, sentence] of refused) {
  test(`not read: ${JSON.stringify(text.slice(0, 60))}`, () => {
    expect(read(text)).toEqual({ undecodable: expect.stringMatching(sentence) });
  });
}

test('37 levels of elements are read', () => {
  expect(read(`${'<a>'.repeat(37)}${'</a>'.repeat(37)}`)).toMatchObject({ root: 'a' });
});

test('names of every object are members like any other', () => {
  const decoded = read('<R><__proto__><ack>Success</ack></__proto__><constructor>x</constructor></R>');
  expect(JSON.stringify(decoded)).toBe('{"root":"R","message":{"__proto__":{"ack":"Success"},"constructor":"x"}}');
  expect(({} as { ack?: string }).ack).toBeUndefined();
});

test('a root that is no name is refused', () => {
  expect(() => xml.encodeRequest('a><b', {})).toThrow('XML cannot carry "a><b"');
});
