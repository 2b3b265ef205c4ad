import { describe, expect, it } from 'vitest';
import { answered, DEBUG_ID, expecting, judged, sampleBody } from '../../tests/judging.ts';
import { answeredLegacy, onTheWire, sampleMessage } from '../../tests/legacy-judging.ts';
import type { Exchange } from '../exchange.ts';
import type { Finding } from '../finding.ts';
import { debugIdOf, findingText } from './finding-text.ts';

const exchange = answered(422, sampleBody(422, 'CANNOT_CANCEL_PAID_INVOICE'));
const [finding] = judged(exchange, expecting(422, { issue: 'CANNOT_CANCEL_DRAFT_INVOICE' })) as readonly [Finding];

describe('a finding in print', () => {
  it('says scenario, clause, pointer, expected, actual, debug id and how to see it again', () => {
    const { file, line, pointer } = finding.clause;
    expect(findingText('cancel.state.draft', finding, exchange).split('\n')).toEqual([
      'cancel.state.draft: wrong-issue (MUST, spec)',
      '  Expected CANNOT_CANCEL_DRAFT_INVOICE; the answer names CANNOT_CANCEL_PAID_INVOICE, which stands for: Cannot cancel a paid or partially paid invoice.',
      `  clause   ${file}:${line} ${pointer}`,
      '  pointer  /details/0/issue',
      '  expected CANNOT_CANCEL_DRAFT_INVOICE',
      '  actual   CANNOT_CANCEL_PAID_INVOICE',
      `  debug id ${DEBUG_ID}`,
      expect.stringMatching(/^ {2}again {4}curl .*\$ACCESS_TOKEN/),
    ]);
  });

  it('leaves out what there is not', () => {
    const text = findingText('cancel.state.draft', { ...finding, pointer: '' });
    expect(text).not.toMatch(/pointer|debug id|again/);
  });

  it('never commands a terminal, whatever the answer says', () => {
    const hostile = answered(500, { name: '\u001b[2J\nX', debug_id: '\u009b1m', '\u0007': 1 }, { headers: [] });
    const texts = judged(hostile, expecting(422)).map((one) => findingText('cancel.state.draft', one, hostile));
    expect(texts.join('\n')).toContain('500 \\u001b[2J\\u000aX');
    expect(texts.join('').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(texts.every((text) => text.split('\n').every((line, at) => at === 0 || line.startsWith('  ')))).toBe(true);
  });
});

describe('the debug id of an answer', () => {
  it('is the header’s, else the body’s, else none', () => {
    expect(debugIdOf(answered(404, { debug_id: 'b' }, { headers: [['paypal-debug-id', 'h']] }))).toBe('h');
    expect(debugIdOf(answered(404, { debug_id: 'b' }, { headers: [] }))).toBe('b');
    expect(debugIdOf(answered(404, '<html>', { headers: [] }))).toBeUndefined();
    const failed: Exchange = { ...exchange, response: { kind: 'failure', code: 'TIMEOUT', message: '' } };
    expect(debugIdOf(failed)).toBeUndefined();
  });

  it.each(['NV', 'JSON', 'XML', 'SOAP'] as const)('is the correlationId of a legacy answer in %s', (format) => {
    const body = onTheWire(sampleMessage('570063'), format);
    expect(debugIdOf(answeredLegacy(format, body))).toBe('db87c705a910e');
    expect(debugIdOf(answeredLegacy(format, 'nothing'))).toBeUndefined();
  });
});
