import { expect, test } from 'vitest';
import { morning } from '../../../tests/browser/morning.ts';
import { pageText } from '../../../tests/browser/report-page.ts';
import { EXCHANGE } from '../../../tests/run-samples.ts';
import type { RunRecord } from '../../run-record.ts';
import { dataText } from './data-text.ts';
import { html } from './markup.ts';
import { listedIn } from './page-rows.ts';

test('what is put into markup is escaped, unless it is markup', () => {
  const text = '<b title="\'x\'">&\u202e';
  expect(html`<i>${text}</i>${html`<u>${[1, undefined, false, 'a']}</u>`}`.markup).toBe(
    '<i>&lt;b title=&quot;&#39;x&#39;&quot;&gt;&amp;\\u202e</i><u>1a</u>',
  );
});

test('data comes back as it was, and no markup can begin or end in it', () => {
  const value = { text: '</script><!--\u2028\u202e\ud800\u0000]]>' };
  const text = dataText(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).toMatch(/^[\x20-\x7e]+$/);
  expect(text).not.toMatch(/[<>]/);
});

test('the same record gives the same page', () => {
  expect(pageText(morning)).toBe(pageText(morning));
});

test('the list begins with what one asks for in the morning', () => {
  expect(listedIn(morning).map(({ row }) => row.outcome)).toEqual([
    ...['failed', 'failed', 'undecided', 'not-run', 'known', 'inapplicable'],
    ...['passed', 'passed', 'passed'],
  ]);
});

/** What the page holds of each scenario. */
const detailsIn = (page: string) =>
  (page.split('id="details">\n')[1] ?? '')
    .split('\n')
    .slice(0, -3)
    .map((line) => JSON.parse(line));

test('a page keeps within its size: the worst bring their evidence, the rest stands in the record', () => {
  const body = 'x'.repeat(30_000);
  const large = { ...EXCHANGE, request: { ...EXCHANGE.request, body } };
  const [failed, ...rest] = morning.scenarios;
  const passed = rest.find(({ verdict }) => verdict === 'pass');
  if (failed === undefined || passed === undefined) throw new Error('no sample');
  const many = Array.from({ length: 400 }, (_, at) => ({ ...passed, id: `many.${at}`, exchanges: [large] }));
  const record: RunRecord = { ...morning, notRun: [], scenarios: [...many, failed] };
  const page = pageText(record);
  expect(page.length).toBeLessThan(8_000_000);
  const details = detailsIn(page);
  expect(details).toHaveLength(401);
  expect(details[0].exchanges.at(-1).whole.response.body).toContain('Something went wrong');
  const last = details.at(-1).exchanges[0];
  expect(last).toEqual({ operation: 'invoices.cancel', method: 'POST', end: '422', ms: 2.5, debugId: 'b1985a21862fe' });
});
