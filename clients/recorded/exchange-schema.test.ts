import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { operationCalled } from '../../schemas/library/known-operations.ts';
import { EXCHANGE } from '../../tests/run-samples.ts';
import { readExchangeLine } from './exchange-line.ts';

const schema = JSON.parse(readFileSync(packageFile('schemas/published/exchange.schema.json'), 'utf8'));
const takes = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);

const path = '/v2/invoicing/invoices/INV2-A/cancel';
const lines: readonly object[] = [
  EXCHANGE,
  { request: { path }, response: { status: 204 } },
  {
    request: { url: `https://x.test${path}`, headers: { a: 'b' }, body: { note: 'x' } },
    response: { status: 422, body: {} },
  },
  { request: { method: 'POST', url: path, headers: [{ name: 'a', value: 'b' }] }, response: null },
  { request: { path }, response: { code: 'TIMEOUT', message: 'No answer came.' } },
];

test.each(lines)('what the published schema takes is read (%#)', (line) => {
  expect(takes(line)).toBe(true);
  expect(readExchangeLine(line, operationCalled)).toMatchObject({ exchange: { operation: 'invoices.cancel' } });
});

test('what it refuses is not', () => {
  for (const line of [{}, { request: {} }, { request: 'x' }, [], null, 5]) {
    expect(takes(line)).toBe(false);
    expect(readExchangeLine(line, operationCalled)).toMatchObject({ why: expect.stringContaining('is no exchange') });
  }
});

test('no answer keeps its code, and a body that is no text becomes its JSON', () => {
  const [, , third = {}, , fifth = {}] = lines;
  expect(readExchangeLine(third, operationCalled)).toMatchObject({
    exchange: { request: { body: '{"note":"x"}' }, response: { body: '{}' } },
  });
  expect(readExchangeLine(fifth, operationCalled)).toMatchObject({
    exchange: { response: { kind: 'failure', code: 'TIMEOUT' } },
  });
});
