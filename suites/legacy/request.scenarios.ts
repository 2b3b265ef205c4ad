import type { ScenarioLiteral } from '../define-scenarios.ts';
import type { Given } from '../scenario.ts';
import { refusedBy, succeeds } from './outcomes.ts';

/** Refused requests share one invoice as long as its state is proven unchanged. */
const SHARED: Given = { state: 'SENT', shared: true };

const SENT: Given = { state: 'SENT' };

const invalid = refusedBy('580022');

/** What is taken: every field can be left out but the id and the envelope, and two contradict each other. */
const taken = [
  {
    id: 'legacy.request.least',
    title: 'valid cancel without notification fields',
    given: SENT,
    when: {},
    expected: succeeds,
    claims: ['ack/Success', 'prose/effect'],
  },
  {
    id: 'legacy.request.copy-without-notification',
    title: 'sendCopyToMerchant where sendPayerNotification is false',
    given: SENT,
    when: { message: { sendPayerNotification: 'false', sendCopyToMerchant: 'true' } },
    expected: succeeds,
    claims: ['request/sendCopyToMerchant/ignored', 'ack/Success', 'request/sendPayerNotification/enum'],
  },
  {
    id: 'legacy.request.defaults',
    title: 'every field that has a default, with it',
    given: SENT,
    when: {
      message: {
        requestEnvelope: { detailLevel: 'ReturnAll', errorLanguage: 'en_US' },
        sendCopyToMerchant: 'false',
        sendPayerNotification: 'true',
      },
    },
    expected: succeeds,
    claims: ['ack/Success', 'request/sendCopyToMerchant/enum', 'request/requestEnvelope/errorLanguage/enum'],
  },
] as const satisfies readonly ScenarioLiteral[];

/** What is refused: every way of 580022 that the page's tables give. */
const refused = [
  {
    id: 'legacy.request.no-invoice-id',
    title: 'no invoiceID',
    given: SHARED,
    when: { message: { invoiceID: null } },
    expected: invalid,
    claims: ['code/580022', 'ack/Failure'],
    origin: 'prose',
  },
  {
    id: 'legacy.request.no-envelope',
    title: 'no requestEnvelope',
    given: SHARED,
    when: { message: { requestEnvelope: null } },
    expected: invalid,
    claims: ['code/580022', 'request/required'],
  },
  {
    id: 'legacy.request.envelope-as-text',
    title: 'requestEnvelope as a text',
    given: SHARED,
    when: { message: { requestEnvelope: 'en_US' } },
    expected: invalid,
    claims: ['code/580022', 'request/requestEnvelope/type'],
  },
  {
    id: 'legacy.request.no-error-language',
    title: 'no errorLanguage',
    given: SHARED,
    when: { message: { requestEnvelope: { detailLevel: 'ReturnAll' } } },
    expected: invalid,
    claims: ['code/580022', 'request/requestEnvelope/required'],
  },
  {
    id: 'legacy.request.unsupported-language',
    title: 'an errorLanguage that is not supported',
    given: SHARED,
    when: { message: { requestEnvelope: { errorLanguage: 'de_DE' } } },
    expected: invalid,
    claims: ['code/580022', 'request/requestEnvelope/errorLanguage/enum'],
  },
  {
    id: 'legacy.request.list',
    title: 'a list in place of the message',
    given: SHARED,
    when: { text: '[]' },
    expected: invalid,
    claims: ['code/580022', 'request/type'],
  },
] as const satisfies readonly ScenarioLiteral[];

/** What the page says nothing of: that it is refused at all is hoped for, and no code is expected. */
const open = [
  {
    id: 'legacy.request.unknown-format',
    title: 'a request format that is not documented',
    given: SHARED,
    when: { wire: { request: 'JSON', response: 'JSON', named: 'YAML' } },
    expected: { status: [], ack: 'Failure' },
    claims: ['ack/Failure'],
    origin: 'undefined',
    gap: 'the page says nothing of what answers a format that it does not list',
  },
  {
    id: 'legacy.request.half-a-document',
    title: 'half an XML document',
    given: SHARED,
    when: { wire: { request: 'XML', response: 'JSON' }, text: '<CancelInvoiceRequest><invoiceID>' },
    expected: { status: [], ack: 'Failure' },
    claims: ['ack/Failure'],
    origin: 'undefined',
    gap: 'the page says nothing of what answers a request that cannot be read',
  },
] as const satisfies readonly ScenarioLiteral[];

/** The message, beyond what both systems have. */
export const legacyRequestScenarios: readonly ScenarioLiteral[] = [...taken, ...refused, ...open];
