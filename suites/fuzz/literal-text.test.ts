import { describe, expect, it } from 'vitest';
import type { ScenarioLiteral } from '../define-scenarios.ts';
import { literalText } from './literal-text.ts';

const literalOf = (body: unknown): ScenarioLiteral => ({
  id: 'cancel.request.found-00000000',
  title: 'it\'s a "title"',
  given: { state: 'SENT', recipients: ['a@example.com'] },
  when: { body },
  expected: { status: [204, 400] },
  claims: ['status/204'],
});

/** What the text means where it is pasted. */
const readBack = (text: string): unknown => new Function(`return [\n${text}\n][0];`)();

describe('a literal reads back as the scenario that it was made from', () => {
  it.each([
    ['plain members', { note: 'x', send_to_invoicer: true, nothing: null, number: -1.5e-9, list: [], object: {} }],
    ['a long text', { note: '\ud83d\ude00'.repeat(4001) }],
    ['a long list', { additional_recipients: Array(101).fill('a@example.com') }],
    ['a list of objects', [{ a: 1 }, { a: 1 }, [[]]]],
    ['quotes, breaks and what no editor shows', { note: `'"\`\\\n\r\t\u0000\u2028\u202e\u007f$\{x}` }],
    ['half a character', { note: '\ud83d' }],
    ['odd names', JSON.parse('{"": 1, "a-b": 2, "__proto__": 3, "1": 4, "it\'s": 5}')],
    ['no object', null],
  ])('%s', (_, body) => {
    expect(readBack(literalText(literalOf(body), ['a note\nof two lines\u2028, or three']))).toEqual(literalOf(body));
  });
});

it('what repeats is written short', () => {
  const text = literalText(literalOf({ note: 'a'.repeat(4001), list: Array(101).fill('b') }), []);
  expect(text).toContain("note: 'a'.repeat(4001),");
  expect(text).toContain("list: Array.from({ length: 101 }, () => 'b'),");
  expect(text.length).toBeLessThan(500);
});
