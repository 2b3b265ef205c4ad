import { randomBytes } from 'node:crypto';

/** Letters and digits in upper case, as PayPal's ids are written. */
export const randomText = (length: number): string =>
  Array.from(randomBytes(length), (byte) => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[byte % 32]).join('');

/** The id of a new invoice, e.g. `INV2-RVY9-UWTW-64HZ-BR9W`. */
export const freshInvoiceId = (): string => `INV2-${[1, 2, 3, 4].map(() => randomText(4)).join('-')}`;
