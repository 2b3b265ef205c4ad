import { expect, test } from 'vitest';
import { cancel } from '../../tests/judging.ts';
import { libraryOperation } from '../../tests/library.ts';
import { valueAt } from '../contract/clause.ts';
import { type Spec, specFromText } from '../contract/spec.ts';
import { CHANGES, OPPOSITE } from './changes.ts';
import { type Difference, driftBetween } from './drift.ts';

type Json = Record<string, unknown>;

/** The document with one thing changed. */
function changed(spec: Spec, pointer: string, change: (object: Json) => void): Spec {
  const document = structuredClone(spec.document);
  change(valueAt(document, pointer) as Json);
  return specFromText('new.json', JSON.stringify(document));
}

const SCHEMAS = '/components/schemas';
const OPERATION = '/paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post';
const LOAN = '/paths/~1libraries~1{library_id}~1loans/post';

/** A change of PayPal’s document, or with `library` of the other one, what it is, and obligations that it touches. */
type Row = readonly [
  title: string,
  pointer: string,
  change: (object: Json) => void,
  differences: readonly string[],
  obligations: readonly string[],
];

const issueBranch = (issue: string, description: string): Json => ({
  title: issue,
  properties: { issue: { type: 'string', enum: [issue] }, description: { type: 'string', enum: [description] } },
});

const bodyOf = (name: string): object => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});

const rows: readonly Row[] = [
  [
    'a lower maximum in the request',
    `${SCHEMAS}/notification/properties/note`,
    (note) => Object.assign(note, { maxLength: 2000 }),
    ['breaking narrowed maxLength request/note'],
    ['request/note/maxLength'],
  ],
  [
    'a higher maximum in the request',
    `${SCHEMAS}/notification/properties/note`,
    (note) => Object.assign(note, { maxLength: 8000 }),
    ['widening widened maxLength request/note'],
    ['request/note/maxLength'],
  ],
  [
    'a higher maximum in an answer',
    `${SCHEMAS}/error_link_description/properties/rel`,
    (rel) => Object.assign(rel, { maxLength: 200 }),
    ['breaking widened maxLength response/400/links/*/rel'],
    ['response/error_link_description/rel/maxLength'],
  ],
  [
    'a lower maximum in an answer',
    `${SCHEMAS}/error_link_description/properties/rel`,
    (rel) => Object.assign(rel, { maxLength: 20 }),
    ['tightening narrowed maxLength response/400/links/*/rel'],
    ['response/error_link_description/rel/maxLength'],
  ],
  [
    'another issue of a 422',
    `${SCHEMAS}/invoices.cancel-422/properties/details/items`,
    ({ anyOf }) => (anyOf as Json[]).push(issueBranch('CANNOT_CANCEL_LOCKED_INVOICE', 'Invoice is locked.')),
    ['breaking alternative-added CANNOT_CANCEL_LOCKED_INVOICE response/422/details/*'],
    ['issue/422/CANNOT_CANCEL_LOCKED_INVOICE'],
  ],
  [
    'an issue less',
    `${SCHEMAS}/invoices.cancel-422/properties/details/items`,
    ({ anyOf }) => (anyOf as Json[]).shift(),
    ['tightening alternative-removed CANNOT_CANCEL_DRAFT_INVOICE response/422/details/*'],
    ['issue/422/CANNOT_CANCEL_DRAFT_INVOICE'],
  ],
  [
    'an issue under another code',
    `${SCHEMAS}/invoices.cancel-422/properties/details/items/anyOf/0/properties/issue`,
    (issue) => Object.assign(issue, { enum: ['CANT_CANCEL_DRAFT'] }),
    [
      'breaking value-added enum response/422/details/*/CANNOT_CANCEL_DRAFT_INVOICE/issue',
      'tightening value-removed enum response/422/details/*/CANNOT_CANCEL_DRAFT_INVOICE/issue',
    ],
    ['issue/422/CANNOT_CANCEL_DRAFT_INVOICE'],
  ],
  [
    'another name of a status',
    `${SCHEMAS}/error_404/properties/name`,
    (name) => Object.assign(name, { enum: ['NOT_FOUND'] }),
    ['breaking value-added enum response/404/name', 'tightening value-removed enum response/404/name'],
    ['response/error_404/name/enum'],
  ],
  [
    'a member required in answers',
    `${SCHEMAS}/error_400`,
    (schema) => Object.assign(schema, { required: ['name'] }),
    ['tightening member-required required response/400/name'],
    ['response/error_400/required'],
  ],
  [
    'a member required in the request',
    `${SCHEMAS}/notification`,
    (schema) => Object.assign(schema, { required: ['note'] }),
    ['breaking member-required required request/note'],
    ['request/required~2'],
  ],
  [
    'a member required in answers no more',
    `${SCHEMAS}/error_link_description`,
    (schema) => Object.assign(schema, { required: ['href'] }),
    ['breaking member-optional required response/400/links/*/rel'],
    ['response/error_link_description/required'],
  ],
  [
    'a new member of the request',
    `${SCHEMAS}/notification/properties`,
    (properties) => Object.assign(properties, { reason: { type: 'string', maxLength: 9 } }),
    ['widening member-added reason request/reason'],
    ['request/reason/maxLength'],
  ],
  [
    'a member of the request less',
    `${SCHEMAS}/notification/properties`,
    (properties) => delete properties.additional_recipients,
    ['breaking member-removed additional_recipients request/additional_recipients'],
    ['request/additional_recipients/maxItems', 'request/additional_recipients/*/pattern'],
  ],
  [
    'another default',
    `${SCHEMAS}/notification/properties/send_to_recipient`,
    (flag) => Object.assign(flag, { default: false }),
    ['breaking default-changed default request/send_to_recipient'],
    ['request/send_to_recipient/default'],
  ],
  [
    'another type',
    `${SCHEMAS}/notification/properties/send_to_recipient`,
    (flag) => Object.assign(flag, { type: 'string', default: true }),
    ['breaking changed type request/send_to_recipient'],
    ['request/send_to_recipient/type'],
  ],
  [
    'a status that default covered, as it was there',
    `${OPERATION}/responses`,
    (responses) => Object.assign(responses, { 409: { description: 'Conflict.', content: bodyOf('error_409') } }),
    ['tightening status-named status response/409'],
    ['status/409'],
  ],
  [
    'a status that default covered, and another body',
    `${OPERATION}/responses`,
    (responses) => Object.assign(responses, { 409: { description: 'Conflict.', content: bodyOf('notification') } }),
    ['breaking status-redefined status response/409'],
    ['status/409'],
  ],
  [
    'a status that default covered, without a body',
    `${OPERATION}/responses`,
    (responses) => Object.assign(responses, { 401: { description: 'Who are you?' } }),
    ['breaking status-redefined status response/401'],
    ['status/401'],
  ],
  [
    'a status that default covers from now on',
    `${OPERATION}/responses`,
    (responses) => delete responses['404'],
    ['breaking status-unnamed status response/404'],
    ['status/404'],
  ],
  [
    'another success',
    `${OPERATION}/responses`,
    (responses) => {
      responses['200'] = responses['204'];
      delete responses['204'];
    },
    ['breaking success-removed status response/204', 'breaking status-added status response/200'],
    ['status/204', 'status/200'],
  ],
  [
    'another path',
    '/paths',
    (paths) => {
      const [[path = '', item] = []] = Object.entries(paths);
      delete paths[path];
      paths[path.replace('v2', 'v3')] = item;
    },
    ['breaking address-changed address request'],
    ['status/204', 'security/scope/readwrite'],
  ],
  [
    'another scope',
    `${OPERATION}/security/0`,
    (requirement) => Object.assign(requirement, { Oauth2: ['https://uri.paypal.com/services/invoicing'] }),
    [
      'breaking access-demanded Oauth2 https://uri.paypal.com/services/invoicing access',
      'widening access-eased Oauth2 https://uri.paypal.com/services/invoicing/invoices/readwrite access',
    ],
    ['security/scope/readwrite', 'security/scope/invoicing'],
  ],
  [
    'another token endpoint',
    '/components/securitySchemes/Oauth2/flows/clientCredentials',
    (flow) => Object.assign(flow, { tokenUrl: '/v2/oauth2/token' }),
    ['breaking access-changed Oauth2 access'],
    [],
  ],
  [
    'a header that is demanded',
    OPERATION,
    ({ parameters }) =>
      (parameters as Json[]).push({ name: 'PayPal-Request-Id', in: 'header', required: true, schema: {} }),
    ['breaking parameter-demanded header paypal-request-id parameter/header/paypal-request-id'],
    ['parameter/PayPal-Request-Id/required'],
  ],
  [
    'a header that may be sent',
    OPERATION,
    ({ parameters }) => (parameters as Json[]).push({ name: 'Prefer', in: 'header', schema: { type: 'string' } }),
    ['widening parameter-added header prefer parameter/header/prefer'],
    ['parameter/Prefer/type'],
  ],
  [
    'a body that may be missing',
    `${OPERATION}/requestBody`,
    (body) => Object.assign(body, { required: false }),
    ['widening body-optional required request'],
    ['request/required'],
  ],
  [
    'another media type of an answer',
    `${OPERATION}/responses/404/content`,
    (content) => Object.assign(content, { 'application/problem+json': {} }),
    ['breaking media-type-added application/problem+json response/404'],
    ['media-type/404/application/problem+json'],
  ],
  [
    'other prose',
    `${SCHEMAS}/error_details/properties/field`,
    (field) => Object.assign(field, { description: 'The field.' }),
    ['editorial told-otherwise description response/400/details/*/field'],
    ['prose/response/error_details/field'],
  ],
  [
    'another version of the API',
    '/info',
    (info) => Object.assign(info, { version: '2.8' }),
    ['editorial told-otherwise info/version document'],
    [],
  ],
  [
    'another server',
    '/servers/0',
    (server) => Object.assign(server, { url: 'https://api.sandbox.paypal.com' }),
    [
      'breaking server-removed https://api-m.sandbox.paypal.com document',
      'widening server-added https://api.sandbox.paypal.com document',
    ],
    [],
  ],
  [
    'another pattern',
    `${SCHEMAS}/notification/properties/note`,
    (note) => Object.assign(note, { pattern: '^.*$' }),
    ['breaking changed pattern request/note'],
    ['request/note/pattern'],
  ],
];

const inShort = (differences: readonly Difference[]) =>
  differences.map(({ class: name, kind, subject, places }) => `${name} ${kind} ${subject} ${places[0]}`);

test.each(rows)('%s', (_title, pointer, change, differences, obligations) => {
  const found = driftBetween(cancel.spec, changed(cancel.spec, pointer, change));
  expect(inShort(found)).toEqual(differences);
  expect(found.flatMap((one) => one.obligations)).toEqual(expect.arrayContaining([...obligations]));
  for (const { clauses, reason } of found) {
    expect(clauses.before ?? clauses.after).not.toBeNull();
    expect(reason).toMatch(/^[A-Z].*\.$/);
  }
});

test('another issue touches what it promises itself, and nothing of the issues beside it', () => {
  const items = `${SCHEMAS}/invoices.cancel-422/properties/details/items`;
  const after = changed(cancel.spec, items, ({ anyOf }) => (anyOf as Json[]).push(issueBranch('LOCKED', 'Locked.')));
  expect(driftBetween(cancel.spec, after)[0]?.obligations).toEqual([
    'issue/422/LOCKED',
    'response/invoices.cancel-422/details/*/LOCKED/issue/type',
    'response/invoices.cancel-422/details/*/LOCKED/issue/enum',
    'response/invoices.cancel-422/details/*/LOCKED/description/type',
    'response/invoices.cancel-422/details/*/LOCKED/description/enum',
  ]);
});

test('a change is cited on both sides', () => {
  const after = changed(cancel.spec, `${SCHEMAS}/notification/properties/note`, (note) =>
    Object.assign(note, { maxLength: 1 }),
  );
  const pointer = `${SCHEMAS}/notification/properties/note/maxLength`;
  expect(driftBetween(cancel.spec, after)[0]).toMatchObject({
    before: 4000,
    after: 1,
    obligations: ['request/note/maxLength'],
    clauses: {
      before: { file: 'paypal/invoices.cancel.openapi.yaml', pointer, line: 235 },
      after: { file: 'new.json', pointer, line: 1 },
    },
  });
});

test.each([
  [
    'closed',
    '/components/schemas/terms',
    (s: Json) => (s.additionalProperties = false),
    'breaking narrowed additionalProperties request',
  ],
  [
    'nullable no more',
    '/components/schemas/loan/allOf/1/properties/shelf',
    (s: Json) => delete s.nullable,
    'breaking narrowed nullable request/shelf',
  ],
  [
    'an integer becomes a number',
    '/components/schemas/terms/properties/days',
    (s: Json) => (s.type = 'number'),
    'widening widened type request/days',
  ],
  [
    'a branch less',
    '/components/schemas/medium',
    (s: Json) => (s.oneOf as Json[]).pop(),
    'breaking narrowed type request/medium',
  ],
  [
    'a not forbids more',
    '/components/schemas/loan/allOf/1/properties/password/not',
    (s: Json) => (s.enum as string[]).push('x'),
    'breaking value-removed enum request/password/secret',
  ],
  [
    'a parameter less',
    LOAN,
    (s: Json) => (s.parameters as Json[]).splice(1, 1),
    'breaking parameter-removed query page parameter/query/page',
  ],
])('of another document: %s', (_title, pointer, change, difference) => {
  const after = changed(libraryOperation.spec, pointer, change);
  expect(inShort(driftBetween(libraryOperation.spec, after))).toContain(difference);
});

test('an operation that is gone, and one that is new', () => {
  const renamed = changed(cancel.spec, OPERATION, (operation) => (operation.operationId = 'invoices.void'));
  const [gone, fresh] = driftBetween(cancel.spec, renamed);
  expect(gone).toMatchObject({ class: 'breaking', kind: 'operation-removed', operation: 'invoices.cancel' });
  expect(gone?.obligations).toContain('request/note/maxLength');
  expect(fresh).toMatchObject({ class: 'widening', kind: 'operation-added', operation: 'invoices.void' });
});

test('schemas that multiply without end are refused, also where no other part reads them', () => {
  const doubling = (level: number): Json => {
    const $ref = `#/components/schemas/s${level + 1}`;
    return level === 40 ? {} : { properties: { a: { $ref }, b: { $ref } } };
  };
  const document = structuredClone(cancel.spec.document) as Json;
  for (let level = 0; level <= 40; level++)
    Object.assign(valueAt(document, SCHEMAS) as Json, { [`s${level}`]: doubling(level) });
  Object.assign(valueAt(document, `${OPERATION}/responses/404/content`) as Json, {
    'application/xml': { schema: { $ref: `#${SCHEMAS}/s0` } },
  });
  const after = specFromText('bomb.json', JSON.stringify(document));
  expect(() => driftBetween(cancel.spec, after)).toThrow(/unfolds to more than/);
});

test('the table has a reason for every kind in both directions, and opposites are opposite', () => {
  for (const { request, response } of Object.values(CHANGES))
    for (const { reason } of [request, response]) expect(reason).toMatch(/^[A-Z].*\.$/);
  for (const [kind, opposite] of Object.entries(OPPOSITE)) expect(OPPOSITE[opposite]).toBe(kind);
});
