import { appendFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openLedger, readLedger } from './ledger.ts';

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'ledger-')), 'deep', 'sandbox.ndjson');
});

const opened = (run = 'cc-one') => openLedger(file, { account: 'mine', run, durable: true });
const openIn = () => [...readLedger(file).values()];

test('what was intended stands open until it is closed, in the file at once', () => {
  const ledger = opened();
  ledger.intend('cc-one-A-1');
  expect(openIn()).toMatchObject([{ reference: 'cc-one-A-1', account: 'mine', run: 'cc-one', invoiceId: null }]);
  ledger.made('cc-one-A-1', 'INV2-A');
  expect(openIn()).toMatchObject([{ invoiceId: 'INV2-A' }]);
  ledger.closeInvoice('INV2-A', 'CANCELLED');
  expect([openIn(), ledger.open()]).toEqual([[], []]);
});

test('another run finds what the first one left, and adds to it', () => {
  opened().intend('cc-one-A-1');
  const second = opened('cc-two');
  second.intend('cc-two-A-1');
  expect(second.open().map(({ run }) => run)).toEqual(['cc-one', 'cc-two']);
});

test('a line that a crash tore off takes no other with it', () => {
  opened().intend('cc-one-A-1');
  appendFileSync(file, '{"kind":"made","reference":"cc-one-A-1","invoi');
  const ledger = opened('cc-two');
  ledger.intend('cc-two-A-1');
  expect(openIn().map(({ reference, invoiceId }) => [reference, invoiceId])).toEqual([
    ['cc-one-A-1', null],
    ['cc-two-A-1', null],
  ]);
});

test('it is its owner’s alone', () => {
  opened();
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('what is closed twice, or was never there, changes nothing', () => {
  const ledger = opened();
  ledger.close('cc-nobody', 'DRAFT');
  ledger.closeInvoice('INV2-NONE', 'DRAFT');
  expect(readFileSync(file, 'utf8').trim()).toBe('');
});

test('a ledger that cannot be written is an error before anything is made', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-'));
  writeFileSync(join(directory, 'occupied'), '');
  const bad = join(directory, 'occupied', 'sandbox.ndjson');
  expect(() => openLedger(bad, { account: 'mine', run: 'cc', durable: true })).toThrow(
    expect.objectContaining({ code: 'WRITE_FAILED' }),
  );
});
