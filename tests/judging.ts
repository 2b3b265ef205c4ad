import type { CheckContext, Expected } from '../schemas/checks/check.ts';
import { judgeExchange } from '../schemas/checks/judge.ts';
import { loadOperation, type Operation } from '../schemas/contract/operation.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { loadSpec } from '../schemas/contract/spec.ts';
import type { Answer, AnsweredExchange, Header } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';

/** The operation under test, from PayPal's own document. */
export const cancel: Operation = loadOperation(
  loadSpec(packageFile('specs/paypal/invoices.cancel.openapi.yaml')),
  'invoices.cancel',
);

/** The debug id of every sample. */
export const DEBUG_ID = '90957fca61718';

/** A body that tests change in one place. */
export interface SampleBody {
  [member: string]: unknown;
  details?: Record<string, unknown>[];
  links?: Record<string, unknown>[];
}

/** A body in which everything is as the contract has it for the status, and for the issue where one is given. */
export function sampleBody(status: number, issue?: string): SampleBody {
  const contract = cancel.statusContract(status);
  const description = contract?.issues.get(issue ?? '')?.descriptions[0];
  const field = { field: '/note', value: 'too long', location: 'body' };
  return {
    name: contract?.names[0],
    message: contract?.messages[0],
    debug_id: DEBUG_ID,
    ...(issue !== undefined && { details: [{ ...field, issue, ...(description !== undefined && { description }) }] }),
    ...(contract?.members?.links !== undefined && {
      links: [{ href: 'https://example.com', rel: 'self', method: 'GET' }],
    }),
  };
}

/** Headers as PayPal sends them. */
export const HEADERS: readonly Header[] = [
  ['Content-Type', 'application/json'],
  ['PayPal-Debug-Id', DEBUG_ID],
];

/** An answered cancel. A body that is no text is sent as JSON. */
export function answered(status: number, body: unknown, more: Partial<Answer> = {}): AnsweredExchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const path = '/v2/invoicing/invoices/INV2-AAAA-BBBB-CCCC-DDDD/cancel';
  const url = `http://127.0.0.1:4010${path}`;
  const headers: readonly Header[] = [['Content-Type', 'application/json']];
  return {
    operation: cancel.id,
    request: { method: 'POST', url, path, headers, body: '{}', credential: 'merchant' },
    response: {
      kind: 'answer',
      status,
      headers: text === '' ? [] : HEADERS,
      body: text,
      bodyBytes: Buffer.byteLength(text),
      validUtf8: true,
      ...more,
    },
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
  };
}

/** What a scenario of the contract expects. */
export const expecting = (status: number | readonly number[], more: Partial<Expected> = {}): Expected => ({
  status: [status].flat(),
  clause: cancel.clause,
  level: 'MUST',
  origin: 'spec',
  ...more,
});

/** What the checks find in an answer. */
export const judged = (exchange: AnsweredExchange, expected?: Expected): readonly Finding[] => {
  const context: CheckContext = { operation: cancel, ...(expected && { expected }) };
  return judgeExchange(exchange, context);
};

/** Findings in short, e.g. `MUST wrong-name /name`. */
export const inShort = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ level, kind, pointer }) => `${level} ${kind} ${pointer}`.trim());
