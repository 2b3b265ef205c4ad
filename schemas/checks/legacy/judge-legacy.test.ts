import { describe, expect, it } from 'vitest';
import { inShort } from '../../../tests/judging.ts';
import {
  answeredLegacy,
  asking,
  expectingAck,
  INVOICE_ID,
  judgedLegacy,
  legacyCancel,
  onTheWire,
  sampleMessage,
} from '../../../tests/legacy-judging.ts';
import { legacyContractOf } from '../../contract/legacy-contract.ts';
import type { WireFormat } from '../../wire/codec.ts';
import type { Message, MessageValue } from '../../wire/message.ts';
import { legacyChecks } from './legacy-checks.ts';

const FORMATS: readonly WireFormat[] = ['NV', 'JSON', 'XML', 'SOAP'];
const codes = [...legacyContractOf(legacyCancel).codes.keys()];

/** The sample with one place changed: `undefined` takes it out, anything else stands there instead. */
function changed(sample: string, path: string, value?: MessageValue): Message {
  const [name = '', ...rest] = path.split('/');
  const message = structuredClone(sampleMessage(sample));
  let at: Record<string, unknown> = message as Record<string, unknown>;
  let member = name;
  for (const next of rest) {
    at = at[member] as Record<string, unknown>;
    member = next;
  }
  if (value === undefined) delete at[member];
  else at[member] = value;
  return message;
}

/** The error of a draft, with more members. */
const errorWith = (more: Message): Message => ({
  ...([sampleMessage('570063').error].flat(2)[0] as Message),
  ...more,
});

describe('an answer that conforms draws nothing', () => {
  it.each(
    FORMATS.flatMap((format) => ['Success', ...codes].map((name) => [name, format] as const)),
  )('%s in %s', (name, format) => {
    const exchange = answeredLegacy(format, onTheWire(sampleMessage(name), format));
    const expected = name === 'Success' ? expectingAck('Success') : expectingAck('Failure', name);
    expect(judgedLegacy(exchange, expected)).toEqual([]);
    expect(judgedLegacy(exchange)).toEqual([]);
  });

  it.each(['PPFault', 'PPFaultMessage', 'FaultMessage'])('a fault called %s', (root) => {
    for (const format of ['XML', 'SOAP'] as const)
      expect(judgedLegacy(answeredLegacy(format, onTheWire(sampleMessage('570063'), format, root)))).toEqual([]);
  });

  it('a success that lists no errors', () => {
    const body = onTheWire({ ...sampleMessage('Success'), error: [] }, 'JSON');
    expect(judgedLegacy(answeredLegacy('JSON', body), expectingAck('Success'))).toEqual([]);
  });

  it('whatever its HTTP status', () => {
    for (const status of [200, 500, 404]) {
      const exchange = answeredLegacy('JSON', onTheWire(sampleMessage('570063'), 'JSON'), { status });
      expect(judgedLegacy(exchange, expectingAck('Failure', '570063'))).toEqual([]);
    }
  });
});

const ENVELOPE = 'responseEnvelope';
const OTHER_MESSAGE = 'Invoice does not exist.';

describe('a departure draws exactly its kind', () => {
  const departures: readonly [what: string, message: Message, draws: readonly string[]][] = [
    ['no envelope', changed('Success', ENVELOPE), ['MUST missing-ack /responseEnvelope']],
    ['no ack', changed('570063', `${ENVELOPE}/ack`), ['MUST missing-ack /responseEnvelope/ack']],
    ['an empty ack', changed('Success', `${ENVELOPE}/ack`, ''), ['MUST missing-ack /responseEnvelope/ack']],
    ['another ack', changed('Success', `${ENVELOPE}/ack`, 'success'), ['MUST unknown-ack /responseEnvelope/ack']],
    [
      'no correlationId',
      changed('Success', `${ENVELOPE}/correlationId`),
      ['MUST missing-correlation-id /responseEnvelope/correlationId'],
    ],
    [
      'a correlationId of 12 characters',
      changed('570063', `${ENVELOPE}/correlationId`, 'db87c705a910'),
      ['MUST wrong-correlation-id /responseEnvelope/correlationId'],
    ],
    [
      'a correlationId with a hyphen',
      changed('Success', `${ENVELOPE}/correlationId`, 'db87c-05a910e'),
      ['MUST wrong-correlation-id /responseEnvelope/correlationId'],
    ],
    [
      'no timestamp',
      changed('Success', `${ENVELOPE}/timestamp`),
      ['MUST missing-timestamp /responseEnvelope/timestamp'],
    ],
    ...['2012-04-02T22:33:35.774', '2012-04-02 22:33:35Z', '2012-02-30T22:33:35Z', '2012-04-02', '1333431215'].map(
      (value): [string, Message, readonly string[]] => [
        `the timestamp ${value}`,
        changed('570063', `${ENVELOPE}/timestamp`, value),
        ['MUST wrong-timestamp /responseEnvelope/timestamp'],
      ],
    ),
    [
      'a list for a build',
      changed('Success', `${ENVELOPE}/build`, ['1', '2']),
      ['MUST schema-violation /responseEnvelope/build'],
    ],
    ['no invoiceID', changed('Success', 'invoiceID'), ['MUST missing-invoice /invoiceID']],
    ['no invoiceNumber', changed('Success', 'invoiceNumber'), ['MUST missing-invoice /invoiceNumber']],
    ['no invoiceURL', changed('Success', 'invoiceURL'), ['MUST missing-invoice /invoiceURL']],
    ['an invoiceURL that is none', changed('Success', 'invoiceURL', 'here'), ['MUST schema-violation /invoiceURL']],
    [
      'another invoice',
      changed('Success', 'invoiceID', 'INV2-AAAA-AAAA-AAAA-AAAA'),
      ['MUST invoice-mismatch /invoiceID'],
    ],
    [
      'a success with an error',
      { ...sampleMessage('570063'), ...sampleMessage('Success') },
      ['MUST error-in-success /error'],
    ],
    ['a failure without an error', changed('570063', 'error'), ['MUST missing-error /error']],
    ['errors that are text', changed('570063', 'error', ['x', 'y']), ['MUST schema-violation /error/0']],
    ['an error that is text', changed('570063', 'error', ['x']), ['MUST schema-violation /error/0']],
    ['no errorId', changed('570063', 'error/0/errorId'), ['MUST wrong-error-id /error/0/errorId']],
    ['an errorId of 5 digits', changed('570063', 'error/0/errorId', '57006'), ['MUST wrong-error-id /error/0/errorId']],
    ['a code of no page', changed('570063', 'error/0/errorId', '560022'), ['MUST unlisted-issue /error/0/errorId']],
    ['no message', changed('570063', 'error/0/message'), ['MUST wrong-message /error/0/message']],
    ['no message of a class', changed('580022', 'error/0/message'), ['MUST wrong-message /error/0/message']],
    [
      'the message of another code',
      changed('570063', 'error/0/message', OTHER_MESSAGE),
      ['MUST wrong-message /error/0/message'],
    ],
    ['no severity', changed('570063', 'error/0/severity'), ['MUST wrong-severity /error/0/severity']],
    [
      'a severity in other letters',
      changed('570063', 'error/0/severity', 'ERROR'),
      ['MUST wrong-severity /error/0/severity'],
    ],
    ['no category', changed('570063', 'error/0/category'), ['MUST wrong-category /error/0/category']],
    ['another category', changed('570063', 'error/0/category', 'Client'), ['MUST wrong-category /error/0/category']],
    ['no domain', changed('570063', 'error/0/domain'), ['MUST missing-domain /error/0/domain']],
    ['an empty domain', changed('570063', 'error/0/domain', ''), ['MUST missing-domain /error/0/domain']],
    ['the subdomain that is known from recordings', changed('570063', 'error/0/subdomain', 'Application'), []],
    ['a subdomain', changed('570063', 'error/0/subdomain', 'Invoicing'), ['MAY unused-member /error/0/subdomain']],
    [
      'a subdomain in the second error',
      { ...sampleMessage('570063'), error: [errorWith({ subdomain: 'Application' }), errorWith({ subdomain: 'Any' })] },
      ['MAY unused-member /error/1/subdomain'],
    ],
    ['an exceptionID', changed('570063', 'error/0/exceptionID', '5'), ['MAY unused-member /error/0/exceptionID']],
    ['a member of no table', changed('Success', 'totalAmount', '5'), ['MAY unknown-member /totalAmount']],
    ['an invoice in a failure', changed('570063', 'invoiceID', INVOICE_ID), ['MAY unknown-member /invoiceID']],
    [
      'a success with a warning',
      { ...sampleMessage('570063'), ...changed('Success', `${ENVELOPE}/ack`, 'SuccessWithWarning') },
      ['MAY ack-warning /responseEnvelope/ack'],
    ],
    [
      'a failure with a warning',
      changed('570063', `${ENVELOPE}/ack`, 'FailureWithWarning'),
      ['MAY ack-warning /responseEnvelope/ack'],
    ],
    [
      'a code of no page beside one that is',
      changed('570063', 'error/1', { ...(sampleMessage('570063').error as readonly Message[])[0], errorId: '580001' }),
      ['MAY undocumented-issue /error/1/errorId'],
    ],
  ];
  it.each(departures)('%s', (_what, message, draws) => {
    for (const format of FORMATS)
      expect(inShort(judgedLegacy(answeredLegacy(format, onTheWire(message, format)))), format).toEqual(draws);
  });

  it('an answer that says nothing', () => {
    expect(inShort(judgedLegacy(answeredLegacy('JSON', '{}')))).toEqual(['MUST missing-ack /responseEnvelope']);
    expect(inShort(judgedLegacy(answeredLegacy('JSON', '{"responseEnvelope":[]}')))).toEqual([
      'MUST unknown-ack /responseEnvelope',
    ]);
  });

  it('a message in XML of another name', () => {
    const body = onTheWire(sampleMessage('Success'), 'XML', 'FaultMessage');
    expect(inShort(judgedLegacy(answeredLegacy('XML', body)))).toEqual(['SHOULD wrong-root']);
  });
});

describe('the format of an answer', () => {
  const pairs = FORMATS.flatMap((asked) => FORMATS.map((sent) => [asked, sent] as const));
  it.each(pairs.filter(([asked, sent]) => asked !== sent))('asked %s, sent %s', (asked, sent) => {
    const exchange = answeredLegacy(asked, onTheWire(sampleMessage('570063'), sent));
    const level = asked === 'SOAP' ? 'MAY' : 'MUST';
    expect(inShort(judgedLegacy(exchange, expectingAck('Failure', '570063')))).toEqual([`${level} wrong-format`]);
  });

  const unreadable: readonly [what: string, body: string][] = [
    ['nothing', ''],
    ['a page', '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>'],
    ['a sentence', 'Internal error'],
    ['half an XML document', onTheWire(sampleMessage('570063'), 'XML').slice(0, 200)],
    ['half a JSON text', onTheWire(sampleMessage('570063'), 'JSON').slice(0, 100)],
    [
      'a fault of SOAP alone',
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>e:Server</faultcode><faultstring>x</faultstring></e:Fault></e:Body></e:Envelope>',
    ],
    ['entities', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><FaultMessage><x>&b;</x></FaultMessage>'],
  ];
  it.each(unreadable)('%s is told as such, and nothing else is', (_what, body) => {
    for (const format of FORMATS)
      expect(inShort(judgedLegacy(answeredLegacy(format, body), expectingAck('Success'))), format).toEqual([
        'MUST undecodable-body',
      ]);
  });

  it('what can be read in another format is no answer in it without an envelope', () => {
    const page = '<html><body>Bad Gateway</body></html>';
    for (const format of ['NV', 'JSON', 'SOAP'] as const)
      expect(inShort(judgedLegacy(answeredLegacy(format, page))), format).toEqual(['MUST undecodable-body']);
    expect(inShort(judgedLegacy(answeredLegacy('XML', page)))).toEqual(['MUST missing-ack /responseEnvelope']);
    expect(inShort(judgedLegacy(answeredLegacy('XML', 'error=1')))).toEqual(['MUST undecodable-body']);
  });

  it('is judged in little time, however many errors it lists', () => {
    const error = Array.from({ length: 2_000 }, (_, index) => ({ errorId: String(900_000 + index) }));
    const findings = judgedLegacy(answeredLegacy('NV', onTheWire({ ...sampleMessage('570063'), error }, 'NV')));
    expect(findings.length).toBeLessThan(50);
  });

  it('bytes that are no UTF-8', () => {
    const body = onTheWire(sampleMessage('Success'), 'NV');
    expect(inShort(judgedLegacy(answeredLegacy('NV', body, { validUtf8: false })))).toEqual(['SHOULD invalid-utf8']);
  });

  it('is not judged where none was asked for', () => {
    for (const format of FORMATS) {
      const exchange = answeredLegacy('NV', onTheWire(sampleMessage('580022'), format));
      const bare = { ...exchange, request: { ...exchange.request, headers: asking('NV').slice(0, 1) } };
      expect(judgedLegacy(bare)).toEqual([]);
    }
  });
});

describe('what was expected', () => {
  const judged = (name: string, ...expected: Parameters<typeof expectingAck>) =>
    judgedLegacy(answeredLegacy('NV', onTheWire(sampleMessage(name), 'NV')), expectingAck(...expected));

  it('another acknowledgment is one finding', () => {
    expect(inShort(judged('Success', 'Failure', '570063'))).toEqual(['MUST wrong-ack /responseEnvelope/ack']);
    const [finding] = judged('570061', 'Success');
    expect(finding).toMatchObject({
      kind: 'wrong-ack',
      check: 'legacy-ack-expected',
      expected: 'Success',
      actual: '"Failure" ("570061")',
    });
  });

  it('another code is one finding, and cites the code that was expected', () => {
    const [finding, ...others] = judged('570061', 'Failure', '570063');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'wrong-issue', pointer: '/error/0/errorId', actual: '570061' });
    expect(finding?.clause).toEqual(legacyContractOf(legacyCancel).codes.get('570063')?.clause);
    const { file, pointer } = finding?.clause ?? {};
    expect([file, pointer]).toEqual([
      'legacy.cancel-invoice.openapi.yaml',
      '/components/schemas/ErrorData/anyOf/8/properties/errorId/enum',
    ]);
  });

  it('a code of no page is one finding, and news where no code is documented', () => {
    const message = changed('570063', 'error/0/errorId', '560022');
    const exchange = answeredLegacy('XML', onTheWire(message, 'XML'));
    expect(inShort(judgedLegacy(exchange, expectingAck('Failure', '520003')))).toEqual([
      'MUST unlisted-issue /error/0/errorId',
    ]);
    expect(judgedLegacy(exchange, expectingAck('Failure'))).toMatchObject([
      { kind: 'undocumented-issue', origin: 'undefined' },
    ]);
  });

  it('an end with a warning is an end', () => {
    const message = changed('570063', `${ENVELOPE}/ack`, 'FailureWithWarning');
    const exchange = answeredLegacy('NV', onTheWire(message, 'NV'));
    expect(inShort(judgedLegacy(exchange, expectingAck('Failure', '570063')))).toEqual([
      'MAY ack-warning /responseEnvelope/ack',
    ]);
  });
});

it('a finding cites the row of the page as it is written in our document', () => {
  const [finding] = judgedLegacy(
    answeredLegacy('NV', onTheWire(changed('Success', `${ENVELOPE}/correlationId`), 'NV')),
  );
  const pointer = '/components/schemas/ResponseEnvelope/properties/correlationId';
  expect(finding?.clause).toEqual(legacyCancel.spec.clauseAt(pointer));
  expect(finding?.explanation).toMatch(/^\/responseEnvelope\/correlationId is absent; /);
});

it('the registry has one entry for every check, each with an id of its own', () => {
  expect(legacyChecks).toHaveLength(21);
  expect(new Set(legacyChecks.map(({ id }) => id)).size).toBe(legacyChecks.length);
  for (const { id, summary } of legacyChecks) expect(`${id} ${summary}`).toMatch(/^legacy-[a-z-]+ [A-Z].+\.$/);
});
