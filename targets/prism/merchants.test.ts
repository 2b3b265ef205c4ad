import { expect, it } from 'vitest';
import { DEMO_FOREIGN, DEMO_MERCHANTS, merchantOf } from './merchants.ts';

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

it('knows a merchant by id and secret', () => {
  expect(merchantOf(basic('demo-foreign:demo-foreign-secret'), DEMO_MERCHANTS)).toBe(DEMO_FOREIGN);
});

it.each([
  undefined,
  basic('demo-foreign:wrong'),
  basic('demo-foreign'),
  basic(':'),
  'Bearer abc',
])('knows nobody by %j', (header) => {
  expect(merchantOf(header, DEMO_MERCHANTS)).toBeUndefined();
});
