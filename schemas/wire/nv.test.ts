import { expect, test } from 'vitest';
import { nv } from './nv.ts';

const read = (text: string) => nv.decodeResponse(text);

test.each([
  ['a=b&c.d=e&c.f=', { a: 'b', c: { d: 'e', f: '' } }],
  ['a=1+1%2B1%20%26%3D%C3%A9%F0%9F%98%80=x', { a: '1 1+1 &=é😀=x' }],
  ['c%2Ed=e&error%280%29%2EerrorId=1', { c: { d: 'e' }, error: [{ errorId: '1' }] }],
  ['error(1).errorId=2&error(0).errorId=1', { error: [{ errorId: '1' }, { errorId: '2' }] }],
  ['error(0).parameter(1)=q&error(0).parameter(0)=p', { error: [{ parameter: ['p', 'q'] }] }],
  ['error.errorId=1&error.parameter=p', { error: [{ errorId: '1', parameter: ['p'] }] }],
  ['a.b(0).c.d(0).e(1)=y&a.b(0).c.d(0).e(0)=x', { a: { b: [{ c: { d: [{ e: ['x', 'y'] }] } }] } }],
  ['item(0)=x', { item: ['x'] }],
  ['in.Infinity=x', { in: { Infinity: 'x' } }],
  ['&&a=b&', { a: 'b' }],
  [Array.from({ length: 12 }, (_, index) => `i(${index})=${index}`).join('&'), { i: [...'0123456789', '10', '11'] }],
])('%s', (text, message) => {
  expect(read(text)).toEqual({ root: null, message });
});

/** What is not read, and what is said of it. */
const refused: readonly (readonly [text: string, sentence: RegExp])[] = [
  ['a=%', /^The body is not NV: a=% has an escape that stands for no character/],
  ['a=%zz', /escape/],
  ['%zz=a', /escape/],
  ['a=%ff', /escape/],
  ['a=%C3', /escape/],
  ['ack', /ack is no pair/],
  ['a=b&{"x":1}', /is no pair/],
  ['=b', / is no name/],
  ['a..b=c', /a\.\.b is no name/],
  ['a.=c', /no name/],
  ['error(0=x', /no name/],
  ['error()=x', /no name/],
  ['error(-1)=x', /no name/],
  ['error(00)=x', /no name/],
  ['error(0)(1)=x', /no name/],
  ['error(9999999999999999999)=x', /no name/],
  ['<html lang=en>', /no name/],
  ['\ufeffa=b', /\\u\{feff\}a is no name/],
  ['a=1&a=1', /a stands twice/],
  ['a=1&a.b=2', /a\.b stands twice, or stands against/],
  ['a.b=1&a=2', /stands against/],
  ['error(0).errorId=1&error.domain=x', /stands against/],
  ['error.domain=x&error(0).errorId=1', /stands against/],
  ['error(0)=x&error(0).errorId=1', /stands against/],
  ['requestEnvelope.errorLanguage=en_US&requestEnvelope.errorLanguage=de_DE', /stands twice/],
  ['error(999999999).errorId=1', /the indices of error leave a gap/],
  ['error(1).errorId=1', /the indices of error leave a gap/],
  ['ack=Failure&in.a=b&in.list(1)=x', /the indices of list leave a gap/],
  ['error(0).parameter(0)=p&error(0).parameter(2)=q', /the indices of parameter leave a gap/],
  [`${Array.from({ length: 33 }, () => 'a').join('.')}=x`, /deeper than 32 levels/],
  [`${'a.'.repeat(500_000)}a=x`, /deeper than 32 levels/],
  [`${'a(0).'.repeat(17)}a=x`, /deeper than 32 levels/],
];

for (const [text, sentence] of refused) {
  test(`not read: ${JSON.stringify(text.slice(0, 60))}`, () => {
    expect(read(text)).toEqual({ undecodable: expect.stringMatching(sentence) });
  });
}

test('names of every object are members like any other', () => {
  const decoded = read('__proto__.ack=Success&constructor.prototype.ack=Success&toString=x');
  expect(JSON.stringify(decoded)).toBe(
    '{"root":null,"message":{"__proto__":{"ack":"Success"},"constructor":{"prototype":{"ack":"Success"}},"toString":"x"}}',
  );
  expect(({} as { ack?: string }).ack).toBeUndefined();
});
