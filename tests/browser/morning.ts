import { comparisonOf } from '../../reports/compare/comparison.ts';
import type { FormatContext } from '../../reports/formats/format.ts';
import { historyLineOf } from '../../reports/history/history-line-of.ts';
import { type CoverageEntry, type RunRecord, runRecordOf, scenarioRecordOf } from '../../reports/run-record.ts';
import type { Clause } from '../../schemas/contract/clause.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { loadSpec } from '../../schemas/contract/spec.ts';
import type { Exchange } from '../../schemas/exchange.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import { EXCHANGE, FINDING, HEADER, resultOf } from '../run-samples.ts';

const file = 'paypal/invoices.cancel.openapi.yaml';
const pointer = '/components/schemas/error_422/properties/message/enum';
const spec = loadSpec(packageFile(`specs/${file}`));

/** A clause that is really there. */
export const CLAUSE: Clause = spec.clauseAt(pointer);

const answer = {
  name: 'UNPROCESSABLE_ENTITY',
  message: 'Something went wrong.',
  debug_id: 'b1985a21862fe',
  details: [{ issue: 'CANNOT_CANCEL_DRAFT_INVOICE' }],
};

const refused: Exchange = {
  ...EXCHANGE,
  request: { ...EXCHANGE.request, body: '{"note":"it\'s over"}' },
  response: {
    kind: 'answer',
    status: 422,
    headers: [['PayPal-Debug-Id', 'b1985a21862fe']],
    body: JSON.stringify(answer),
    bodyBytes: 200,
    validUtf8: true,
  },
  durationMs: 12.5,
};
const created: Exchange = { ...EXCHANGE, operation: 'invoices.create', durationMs: 431 };

const wording: Finding = {
  ...FINDING,
  kind: 'wrong-message',
  clause: CLAUSE,
  pointer: '/message',
  expected: '"The requested action could not be performed."',
  actual: '"Something went wrong."',
  explanation: 'The message of a 422 is another one.',
  exchange: 1,
};
const missing: Finding = { ...wording, kind: 'missing-details', pointer: '/details/0/field', explanation: 'No field.' };
const accepted: Finding = { ...FINDING, kind: 'wrong-name', pointer: '/name', accepted: 'echo', exchange: 0 };

const failed = (id: string, findings: readonly Finding[], over: Partial<ScenarioResult> = {}): ScenarioResult =>
  resultOf(id, { verdict: 'fail', clause: CLAUSE, findings, exchanges: [created, refused], ...over });

const claim = (id: string, group: string, standing: string, more: Partial<CoverageEntry> = {}): CoverageEntry => ({
  ...{ id, group, subject: `subject of ${id}`, standing, claimedBy: ['cancel.state.draft'] },
  ...more,
});

const coverage: readonly CoverageEntry[] = [
  claim('status/204', 'status', 'verified'),
  claim('status/422', 'status', 'failed', { claimedBy: ['cancel.state.draft', 'cancel.state.paid'] }),
  claim('issue/422/CANNOT_CANCEL_DRAFT_INVOICE', 'issue', 'known'),
  claim('media-type/422/application/json', 'media-type', 'rehearsed'),
  claim('response/error_422/name/enum', 'response', 'verified'),
  claim('request/required', 'request', 'verified'),
  claim('request/note/maxLength', 'request', 'undecided'),
  claim('request/note/minLength', 'request', 'unsatisfiable', { reason: 'no string is shorter', claimedBy: [] }),
  claim('legacy/code/570063', 'legacy issue', 'verified'),
  claim('prose/effect', 'prose', 'unclaimed', { reason: 'nobody looks', claimedBy: [] }),
];

const entry = { id: 'echo', findings: [], reason: 'It echoes.', owner: 'me', date: '2026-01-01', source: 'seen' };
const gone = { ...entry, id: 'gone', scenarios: ['cancel.state.sent'] };

const recordOf = (id: string, startedAt: string, scenarios: readonly ScenarioResult[], planned: readonly string[]) =>
  runRecordOf(
    {
      header: { ...HEADER, id, startedAt, baseline: { file: 'b.json', accepted: [entry, gone] } },
      planned,
      scenarios: scenarios.map(scenarioRecordOf),
      defects: [],
      leftovers: [{ invoiceId: 'INV2-LEFT', state: 'SENT', reason: 'its delete was not answered' }],
      orphans: [{ invoiceId: 'INV2-OLD', state: null, reason: 'killed', reference: 'cc-1', run: 'older' }],
      end: { at: '2026-01-11T00:00:09.000Z', interrupted: false },
      requests: 12,
    },
    coverage,
  );

const quiet = [
  failed('cancel.state.paid', [accepted], { topic: 'paid' }),
  resultOf('cancel.state.sent', { clause: CLAUSE }),
  resultOf('cancel.request.note', { topic: 'request', level: 'SHOULD', gap: 'No issue for it.' }),
  resultOf('CancelInvoice.draft', { operation: 'CancelInvoice', flaky: 'a 503', topic: 'legacy' }),
  resultOf('cancel.fault.500', { verdict: 'inconclusive', reason: 'invoices.send 503: outage.', topic: 'fault' }),
  resultOf('cancel.access.foreign', { verdict: 'inapplicable', reason: 'no second account', topic: 'access' }),
];
const draft = failed('cancel.state.draft', [wording, missing]);
const again = failed('cancel.state.deleted', [wording]);
const ids = [draft, again, ...quiet].map(({ id }) => id);

const side = { scenario: 'CancelInvoice.draft', verdict: 'pass', status: 200, code: '570063' } as const;

const parity: RunRecord['parity'] = [
  {
    titles: ['draft'],
    legacy: side,
    rest: {
      ...side,
      scenario: 'cancel.state.draft',
      verdict: 'fail',
      status: 422,
      code: 'CANNOT_CANCEL_DRAFT_INVOICE',
    },
    standing: 'departs',
    note: 'The legacy operation answers 200.',
  },
  { titles: ['scheduled'], legacy: null, rest: { ...side, status: 422, code: null }, standing: 'rest-only' },
];

/** A run of one morning: something new, something known, something unknown, something left behind. */
export const morning: RunRecord = {
  ...recordOf('today', '2026-01-11T00:00:00.000Z', [draft, again, ...quiet], [...ids, 'cancel.state.never']),
  parity,
};

const good = recordOf('ten', '2026-01-01T00:00:00.000Z', [resultOf(draft.id), resultOf(again.id), ...quiet], ids);
const first = recordOf('eight', '2026-01-03T00:00:00.000Z', [draft, resultOf(again.id), ...quiet], ids);

/** What is known of the mornings before it. */
export const earlier: Partial<FormatContext> = {
  comparison: comparisonOf(good, morning),
  history: [good, first, morning].map((record) => historyLineOf(record)),
};

/** A morning without any news. */
export const clean: RunRecord = { ...good, leftovers: [], orphans: [] };

/** A run of many scenarios, every tenth of which fails. */
export function manyScenarios(count: number): RunRecord {
  const results = Array.from({ length: count }, (_, at) => {
    const id = `cancel.many.case-${at}`;
    return at % 10 === 0 ? failed(id, [{ ...wording, pointer: `/m${at % 70}` }]) : resultOf(id, { clause: CLAUSE });
  });
  return recordOf(
    'many',
    '2026-01-11T00:00:00.000Z',
    results,
    results.map(({ id }) => id),
  );
}
