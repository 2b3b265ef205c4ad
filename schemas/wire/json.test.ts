import { expect, test } from 'vitest';
import { json } from './json.ts';

const read = (text: string) => json.decodeResponse(text);
const message = (text: string) => (read(text) as { message?: unknown }).message;

test('numbers keep every digit, as they are written; booleans become text', () => {
  expect(message('{"errorId":570063,"big":12345678901234567890123,"a":1.0,"b":-1E+2,"c":true,"d":false}')).toEqual({
    errorId: '570063',
    big: '12345678901234567890123',
    a: '1.0',
    b: '-1E+2',
    c: 'true',
    d: 'false',
  });
  expect(message('{"a":[1,"2",3],"n":{"x":1e400}}')).toEqual({ a: ['1', '2', '3'], n: { x: '1e400' } });
});

test('digits, quotes and colons within a text are left alone', () => {
  const text = 'a "1": 2, \\ 3: [4] \\" -5';
  expect(message(JSON.stringify({ message: text, '6 "7': '8' }))).toEqual({ message: text, '6 "7': '8' });
});

test('null is absent, as a member and as an item; empty is not', () => {
  expect(message('{"a":null,"b":"","c":{},"d":[],"e":[null,"x",null],"error":null}')).toEqual({
    b: '',
    c: {},
    d: [],
    e: ['x'],
  });
});

test('one error as an object is a list of one, at any depth', () => {
  expect(message('{"error":{"errorId":1,"parameter":"p"},"x":{"error":[{}]}}')).toEqual({
    error: [{ errorId: '1', parameter: ['p'] }],
    x: { error: [{}] },
  });
});

test('names of every object are members like any other', () => {
  const polluting = '{"__proto__":{"ack":"Success"},"constructor":{"prototype":{"ack":"Success"}}}';
  expect(JSON.stringify(message(polluting))).toBe(polluting);
  expect(Object.getPrototypeOf(message(polluting))).toBe(Object.prototype);
  expect(({} as { ack?: string }).ack).toBeUndefined();
});

/** What is not read, and what is said of it. */
const refused: readonly (readonly [text: string, sentence: RegExp])[] = [
  ['{"ack":"Failure"', /^The body is not JSON: /],
  ['{}{}', /^The body is not JSON: /],
  ["{'ack':1}", /^The body is not JSON: /],
  ['{"a":01}', /^The body is not JSON: /],
  ['\ufeff{}', /^The body is not JSON: .*\\u\{feff\}/],
  ['[]', /no object: \[\]$/],
  ['"x"', /no object/],
  ['12', /no object/],
  ['null', /no object/],
  ['{"ack":"Success","ack":"Failure"}', /names a member twice/],
  ['{"error":[{"errorId":1,"errorId":1}]}', /names a member twice/],
  [`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /deeper than 32 levels/],
  [`${'{"a":'.repeat(33)}{}${'}'.repeat(33)}`, /deeper than 32 levels/],
];

for (const [text, sentence] of refused) {
  test(`not read: ${JSON.stringify(text.slice(0, 60))}`, () => {
    expect(read(text)).toEqual({ undecodable: expect.stringMatching(sentence) });
  });
}

test('32 levels are read', () => {
  expect(read(`${'{"a":'.repeat(32)}{}${'}'.repeat(32)}`)).toMatchObject({ root: null });
});
