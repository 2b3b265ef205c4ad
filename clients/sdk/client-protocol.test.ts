import { expect, test } from 'vitest';
import { callLine } from './client-protocol.ts';

test('a call is one line for every reader, and still the call', () => {
  const note = 'a\u2028b\u2029c\u0085d\ne\r é 😀';
  const call = {
    baseUrl: 'http://127.0.0.1:1',
    accessToken: 't',
    invoiceId: 'INV2-A',
    timeoutMs: 1,
    notification: { note },
  };
  const line = callLine(1, call);
  expect(line).toMatch(/^[^\n\r\u0085\u2028\u2029]+\n$/);
  expect(line).toContain('é 😀');
  expect(JSON.parse(line)).toEqual({ call: 1, ...call });
});
