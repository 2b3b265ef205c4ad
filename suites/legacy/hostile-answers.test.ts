import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpClient } from '../../clients/undici-client.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import type { TargetAnswer } from '../../targets/lie.ts';
import { type StartedPrism, startPrism } from '../../targets/prism/prism.ts';
import { conform } from '../conform.ts';
import { openSession } from '../session.ts';
import { legacyOperation } from './legacy-contract.ts';
import { legacyScenarios } from './legacy-scenarios.ts';
import { legacySystem } from './legacy-system.ts';

let prism: StartedPrism;
let answer: TargetAnswer;

beforeAll(async () => {
  const isCancel = (url: string): boolean => url.endsWith('/CancelInvoice');
  prism = await startPrism({
    lie: { pass: (request, passage) => (isCancel(request.url) ? Promise.resolve(answer) : passage.on(request)) },
  });
  await prism.ready();
});
afterAll(() => prism.close());

/** What becomes of one scenario whose cancel is answered by this text. */
async function judgedOn(id: string, body: string, status = 200): Promise<ScenarioResult> {
  answer = { status, headers: [['Content-Type', 'text/plain']], body };
  const scenario = legacyScenarios.find((one) => one.id === id);
  const client = createHttpClient(prism.baseUrl);
  const session = openSession({ target: prism.target, client, operation: legacyOperation, system: legacySystem });
  return conform(scenario as NonNullable<typeof scenario>, session);
}

const [NV, JSON_BOTH, XML, SOAP] = ['nv-nv', 'json-json', 'xml-xml', 'soap'].map((one) => `legacy.format.${one}.fault`);

const LAUGHS = `<!DOCTYPE R [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]><R>&l9;</R>`;
const XXE = '<!DOCTYPE R [<!ENTITY e SYSTEM "file:///etc/hostname">]><R>&e;</R>';
const SOAP_TWICE = '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body/><e:Body/></e:Envelope>';
const PAGE = '<html><body><h1>Bad gateway</h1></body></html>';

test.each([
  ['NV whose escape stands for nothing', NV, 'responseEnvelope.ack=Fail%ZZ', /escape that stands for no character/],
  ['NV that names a member twice', NV, 'responseEnvelope.ack=Success&responseEnvelope.ack=Failure', /stands twice/],
  [
    'JSON with two envelopes',
    JSON_BOTH,
    '{"responseEnvelope":{},"responseEnvelope":{"ack":"Failure"}}',
    /member twice/,
  ],
  ['JSON that nests without end', JSON_BOTH, '['.repeat(100_000) + ']'.repeat(100_000), /is JSON, but no object/],
  ['half an XML document', XML, '<FaultMessage><responseEnvelope>', /unclosed tag/],
  ['XML with two roots', XML, '<FaultMessage/><FaultMessage/>', /cannot be read as XML/],
  ['XML that nests without end', XML, '<a>'.repeat(100_000), /more than 37 levels of elements/],
  ['an entity of a file', XML, XXE, /document type is refused/],
  ['a billion laughs', XML, LAUGHS, /document type is refused/],
  ['SOAP with two bodies', SOAP, SOAP_TWICE, /holds 2 Bodies/],
])('%s fails by one clear finding', async (_, id = '', body, sentence) => {
  const rssBefore = process.memoryUsage().rss;
  const { verdict, findings, durationMs } = await judgedOn(id, body);
  expect({ verdict, kinds: findings.map(({ kind }) => kind) }).toEqual({
    verdict: 'fail',
    kinds: ['undecodable-body'],
  });
  expect(findings[0]?.explanation).toMatch(sentence);
  expect(findings[0]?.explanation.length).toBeLessThan(600);
  expect(durationMs).toBeLessThan(5_000);
  expect(process.memoryUsage().rss - rssBefore).toBeLessThan(200 * 1024 * 1024);
});

test('a message of nearly a MiB is judged, and shown in short', async () => {
  const error = {
    errorId: '570063',
    domain: 'P',
    severity: 'Error',
    category: 'Application',
    message: 'x'.repeat(1e6),
  };
  const responseEnvelope = { ack: 'Failure', timestamp: '2012-04-02T22:33:35Z', correlationId: 'db87c705a910e' };
  const body = JSON.stringify({ responseEnvelope: { ...responseEnvelope, build: '1' }, error: [error] });
  const { verdict, findings } = await judgedOn(JSON_BOTH ?? '', body);
  expect({ verdict, kinds: findings.map(({ kind }) => kind) }).toEqual({ verdict: 'fail', kinds: ['wrong-message'] });
  expect(JSON.stringify(findings).length).toBeLessThan(3_000);
});

test('a page of HTML that is called a success of HTTP fails', async () => {
  const { verdict, findings } = await judgedOn(XML ?? '', PAGE);
  expect({ verdict, kinds: findings.map(({ kind }) => kind) }).toEqual({ verdict: 'fail', kinds: ['missing-ack'] });
  expect(await judgedOn(XML ?? '', PAGE.replace('<body>', '<body><br>'))).toMatchObject({
    verdict: 'fail',
    findings: [{ kind: 'undecodable-body' }],
  });
});

test.each([502, 503, 504, 429])('a page with status %i tells nothing of the contract', async (status) => {
  expect(await judgedOn(XML ?? '', PAGE, status)).toMatchObject({ verdict: 'inconclusive', findings: [] });
});
