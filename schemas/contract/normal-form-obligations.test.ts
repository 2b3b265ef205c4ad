import { expect, it } from 'vitest';
import { deriveObligations } from './obligations.ts';
import { loadOperation } from './operation.ts';
import { packageFile } from './package-file.ts';
import { loadSpec } from './spec.ts';

const spec = loadSpec(packageFile('specs/legacy.cancel-invoice.openapi.yaml'));
const { obligations } = deriveObligations(loadOperation(spec, 'CancelInvoice'));
const ids = obligations.map(({ id }) => id);
const found = (id: string) => obligations.find((obligation) => obligation.id === id);

it('every id stands for one clause', () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.includes('~'))).toEqual([]);
});

it('neither a status nor a media type is promised: only a normal form is described', () => {
  expect(ids.filter((id) => /^(status|media-type)\//.test(id))).toEqual([]);
});

it.each([
  ['code/570063', 'MUST', '/components/schemas/ErrorData/anyOf/8/properties/errorId/enum'],
  ['code/570063/message', 'MUST', '/components/schemas/ErrorData/anyOf/8/properties/message/enum'],
  ['ack/FailureWithWarning', 'MUST', '/components/schemas/ResponseEnvelope/properties/ack/enum/3'],
  [
    'parameter/X-PAYPAL-RESPONSE-DATA-FORMAT/XML',
    'MUST',
    '/paths/~1Invoice~1CancelInvoice/post/parameters/1/schema/enum/2',
  ],
  [
    'parameter/X-PAYPAL-MESSAGE-PROTOCOL/SOAP11',
    'MAY',
    '/paths/~1Invoice~1CancelInvoice/post/parameters/3/schema/enum/0',
  ],
  ['root/FaultMessage', 'SHOULD', '/components/schemas/FaultMessage/x-roots'],
  [
    'response/invoiceID/equals-request',
    'MUST',
    '/components/schemas/CancelInvoiceResponse/properties/invoiceID/x-equals-request',
  ],
  [
    'request/sendCopyToMerchant/ignored',
    'SHOULD',
    '/components/schemas/CancelInvoiceRequest/properties/sendCopyToMerchant/x-ignored-where',
  ],
  ['unused/subdomain', 'MAY', '/components/schemas/ErrorData/properties/subdomain/x-unused'],
])('%s is %s, of its own clause', (id, level, pointer) => {
  expect(found(id)).toMatchObject({ level, standing: 'open', clause: spec.clauseAt(pointer) });
});

it('a class of messages pins none', () => {
  expect(ids).toContain('code/580022');
  expect(ids).not.toContain('code/580022/message');
  expect(ids.filter((id) => /^code\/\d{6}$/.test(id))).toHaveLength(13);
});

it('a scalar of a request is text whatever is sent', () => {
  expect(found('request/invoiceID/type')).toMatchObject({ standing: 'unsatisfiable' });
  expect(found('response/CancelInvoiceResponse/invoiceID/type')).toMatchObject({ standing: 'open' });
  expect(found('request/sendCopyToMerchant/enum')).toMatchObject({ standing: 'open' });
});

it('another document has none of it', () => {
  const other = loadOperation(loadSpec(packageFile('specs/paypal/invoices.cancel.openapi.yaml')), 'invoices.cancel');
  const groups = deriveObligations(other).obligations.map(({ id }) => id.split('/')[0]);
  expect(groups).not.toContain('ack');
  expect(groups).not.toContain('code');
});
