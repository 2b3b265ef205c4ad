import { type RunRecord, runRecordOf, type ScenarioRecord, scenarioRecordOf } from '../reports/run-record.ts';
import { EXCHANGE, FINDING, HEADER, resultOf } from './run-samples.ts';

/** What a server may answer to break who reads it. */
export const HOSTILE: Readonly<Record<string, string>> = {
  markup: '</testcase><script>alert(1)</script><img src=x onerror=alert(1)>&lt;&#x3c;"\'',
  'the end of CDATA': 'a]]>b<![CDATA[c]]>',
  'control characters': '\u0000\u0001\u0007\b\t\n\u000b\f\r\u001a\u007f\u0085\u009b',
  ANSI: '\u001b[2J\u001b[31mred\u001b]0;title\u0007\u001b]8;;https://evil.example\u001b\\link',
  'directions turned': '\u202egnp.exe\u202c\u2066x\u2069\u200f\u061c\ufeff\u2028\u2029',
  'lone surrogates': 'a\ud800b\udc00c\ud83d',
  noncharacters: '\ufffe\uffff',
  'workflow commands': '\n::error file=x,line=1::owned\n::stop-commands::x\r\n::add-mask::a%0A%25,title=x:y',
  Markdown:
    '\n# h\n- l\n\n```\n````\n<b>x</b>\n![i](http://e.example)[l](http://e.example) www.e.example @all #1 $x$ | a | b |\n---\n',
  'code that ends': 'a`<b>x</b>`[l](x)``<i>y</i>``c',
  backticks: '`'.repeat(4000),
  'a line of 1 MiB': '<`]]>%,\u001b'.repeat(1 << 17),
  emptiness: '',
};

/** One scenario in which every text is the hostile one, but for what the published schema fixes. */
const scenarioOf = (id: string, verdict: ScenarioRecord['verdict'], text: string): ScenarioRecord => {
  const clause = { file: text, pointer: text, line: 7 };
  const finding = { ...FINDING, clause, pointer: text, expected: text, actual: text, explanation: text, exchange: 0 };
  const answer = {
    kind: 'answer',
    status: 422,
    headers: [[text, text]],
    body: text,
    bodyBytes: 1,
    validUtf8: false,
  } as const;
  return scenarioRecordOf(
    resultOf(id, {
      ...{ title: text, topic: text, operation: text, clause, verdict, gap: text, flaky: text },
      ...((verdict === 'inconclusive' || verdict === 'inapplicable') && { reason: text }),
      findings: verdict === 'fail' ? [finding, { ...finding, origin: 'undefined' }, { ...finding, level: 'MAY' }] : [],
      exchanges: [
        { ...EXCHANGE, operation: text, request: { ...EXCHANGE.request, url: text, body: text }, response: answer },
      ],
    }),
  );
};

/** A run that a server did its worst to. */
export function hostileRecord(text: string): RunRecord {
  const entry = { id: 'known', findings: [], reason: text, owner: text, date: '2026-01-01', source: text };
  const failed = scenarioOf(`d${text}`, 'fail', text);
  const known = { ...failed, id: `k${text}`, findings: failed.findings.map((one) => ({ ...one, accepted: 'known' })) };
  return runRecordOf(
    {
      header: { ...HEADER, baseline: { file: text, accepted: [entry, { ...entry, id: text, expires: '2025-01-01' }] } },
      planned: [`d${text}`, `n${text}`],
      scenarios: [
        failed,
        known,
        ...(['pass', 'inconclusive', 'inapplicable'] as const).map((verdict) =>
          scenarioOf(verdict + text, verdict, text),
        ),
      ],
      defects: [{ scenario: text, code: 'DEFECT', message: text, hint: text }],
      leftovers: [{ invoiceId: text, state: text, reason: text }],
      endedEarly: null,
      end: { at: '2026-01-01T00:00:09.000Z', interrupted: false },
      requests: 5,
    },
    [{ id: text, group: text, subject: text, standing: 'unclaimed', reason: text, claimedBy: [text] }],
  );
}
