import { describe, expect, it } from 'vitest';
import { answerOf, smallOperation } from '../../tests/small-operation.ts';
import { asCode } from './normal-form-obligations.ts';
import type { ObligingKeyword } from './obligation.ts';
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

describe('a code', () => {
  const base = { id: 'x', group: 'response', subject: 'x', level: 'MUST', standing: 'open' } as const;
  const obligation = { ...base, clause: { file: 'a.yaml', pointer: '/a', line: 1 } };
  const renamed = (member: string, trail: string, name = 'enum') => {
    const path = ['error', '*', member];
    const keyword: ObligingKeyword = { name, value: ['A'], path, trail: trail.split('/'), schemaPointer: '' };
    return asCode({ ...obligation, keyword }).id;
  };

  it.each([
    ['an alternative pins it', 'errorId', 'Fault/error/*/570063/errorId', 'code/570063'],
    ['its message is pinned', 'message', 'Fault/error/*/570063/message', 'code/570063/message'],
    ['all errors list them', 'errorId', 'Fault/error/*/errorId', 'x'],
    ['something else is pinned', 'severity', 'Fault/error/*/570063/severity', 'x'],
  ])('is told apart: %s', (_, member, trail, id) => {
    expect(renamed(member, trail)).toBe(id);
  });

  it('is pinned by its enum alone', () => {
    expect(renamed('errorId', 'Fault/error/*/570063/errorId', 'pattern')).toBe('x');
    expect(asCode(obligation)).toBe(obligation);
  });
});

describe('a small contract', () => {
  const copy = { type: 'string', 'x-ignored-where': { ack: 'Failure' } };
  const schema = { properties: { options: { properties: { copy } } } };
  const answer = { properties: { sent: { 'x-unused': true } } };
  const parameters = [
    { name: 'X-Format', in: 'header', schema: { enum: ['A', 'B'] } },
    { name: 'as', in: 'query', schema: { enum: ['C'] } },
  ];
  const own = (isNormal: boolean, answered: object) => {
    const content = { 'application/json': { 'x-normal-form': isNormal, schema } };
    const operation = smallOperation({ parameters, requestBody: { content }, responses: { 200: answered } });
    return deriveObligations(operation).obligations.filter(({ keyword, group }) => !keyword && group !== 'media-type');
  };

  it('in normal form takes each value of a header, and says what it ignores and does not use', () => {
    const told = own(true, answerOf(answer));
    expect(told.map(({ id }) => id)).toEqual([
      'status/200',
      'parameter/X-Format/A',
      'parameter/X-Format/B',
      'request/options/copy/ignored',
      'unused/sent',
    ]);
    expect(told[3]?.subject).toBe('options.copy is taken and ignored where {"ack":"Failure"}');
  });

  it.each([
    ['of no normal form', false, answerOf(answer)],
    ['whose answer has no schema', true, { description: '' }],
  ])('%s has none of it', (_, isNormal, answered) => {
    expect(own(isNormal, answered).map(({ id }) => id)).toEqual(['status/200']);
  });
});
