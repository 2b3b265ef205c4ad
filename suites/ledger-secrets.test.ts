import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { forgetSecrets, keepSecret } from '../schemas/secrets/known-secrets.ts';
import { openLedger } from './ledger.ts';

afterEach(forgetSecrets);

test('a secret that a service gives out as an invoice’s id does not get into the ledger, which is its owner’s alone', () => {
  keepSecret('canary-of-the-ledger');
  const file = join(mkdtempSync(join(tmpdir(), 'ledger-')), 'sandbox.ndjson');
  const ledger = openLedger(file, { account: 'a', run: 'r', durable: false });
  ledger.intend('r-1');
  ledger.made('r-1', 'canary-of-the-ledger');
  ledger.release();
  expect(readFileSync(file, 'utf8')).toMatch(/\[redacted\]/);
  expect(readFileSync(file, 'utf8')).not.toContain('canary');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
