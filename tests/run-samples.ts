import type { RunHeader } from '../reports/run-record.ts';
import type { Exchange } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';
import type { ScenarioResult } from '../schemas/verdict.ts';

const clause = { file: 'paypal/invoices.cancel.openapi.yaml', pointer: '/paths', line: 12 };

/** The head of a run on the mock. */
export const HEADER: RunHeader = {
  format: 1,
  id: 'a-run',
  suite: { name: 'cancel-conformance', version: '0.1.0' },
  contract: { file: clause.file, version: '2.7', sha256: '0'.repeat(64) },
  target: { name: 'prism', judges: 'mock', baseUrl: 'http://127.0.0.1:1' },
  failOn: 'SHOULD',
  startedAt: '2026-01-01T00:00:00.000Z',
};

/** A refused cancel, as recorded. */
export const EXCHANGE: Exchange = {
  operation: 'invoices.cancel',
  request: {
    method: 'POST',
    url: 'http://127.0.0.1:1/v2/invoicing/invoices/INV2-A/cancel',
    path: '/v2/invoicing/invoices/INV2-A/cancel',
    headers: [['content-type', 'application/json']],
    body: '{}',
    credential: 'merchant',
  },
  response: {
    kind: 'answer',
    status: 422,
    headers: [['content-type', 'application/json']],
    body: '{"name":"UNPROCESSABLE_ENTITY","debug_id":"b1985a21862fe"}',
    bodyBytes: 58,
    validUtf8: true,
  },
  startedAt: '2026-01-01T00:00:01.000Z',
  durationMs: 2.5,
};

/** A departure that fails a run. */
export const FINDING: Finding = {
  kind: 'wrong-status',
  check: 'status',
  level: 'MUST',
  origin: 'spec',
  clause,
  pointer: '',
  expected: '204',
  actual: '422',
  explanation: 'The contract answers 204 here.',
};

/** A scenario's result, passed unless told otherwise. */
export const resultOf = (id: string, over: Partial<ScenarioResult> = {}): ScenarioResult => ({
  id,
  title: 'valid cancel',
  topic: 'state',
  operation: 'invoices.cancel',
  clause,
  level: 'MUST',
  origin: 'spec',
  verdict: 'pass',
  findings: [],
  exchanges: [EXCHANGE],
  startedAt: '2026-01-01T00:00:01.000Z',
  durationMs: 5,
  ...over,
});
