import { expect, it } from 'vitest';
import { aboutInvoice, legacyCall } from '../../../tests/legacy-caller.ts';
import { DEMO_LEGACY_MERCHANT } from '../merchants.ts';
import { startPrism } from '../prism.ts';
import { legacyBackstage } from './start-legacy.ts';

const SUCCESS = { status: 200, example: 'Success' };

it('starts one Prism, by whoever asks first, and none after its end', async () => {
  const { desk, stop } = legacyBackstage();
  const [one, other] = await Promise.all([desk.prism(), desk.prism()]);
  expect(one).toBe(other);
  expect(await one.ask(SUCCESS)).toMatchObject({ status: 200, body: expect.stringContaining('"ack":"Success"') });
  await stop();
  expect([await one.ask(SUCCESS), await (await desk.prism()).ask(SUCCESS)]).toEqual(['close', 'close']);
});

it('stops one that is about to start', async () => {
  const { desk, stop } = legacyBackstage();
  const starting = desk.prism();
  await stop();
  expect(await (await starting).ask(SUCCESS)).toBe('close');
});

it('a legacy cancel is not answered without Prism, and the director stays for the calls that need none', async () => {
  const defects: unknown[] = [];
  const prism = await startPrism({ onDefect: (error) => defects.push(error) });
  const called = (operation: string) =>
    legacyCall(prism.baseUrl, operation, aboutInvoice('INV2-NONE'), { merchant: DEMO_LEGACY_MERCHANT });
  await prism.ready();
  await prism.stopPrism();
  await expect(called('CancelInvoice')).rejects.toThrow();
  expect((await called('GetInvoiceDetails')).message).toMatchObject({ error: [{ errorId: '580047' }] });
  await prism.close();
  expect(defects).toEqual([]);
});
