import { describe, expect, test } from 'vitest';
import { smallOperation } from '../../tests/small-operation.ts';
import type { Clause } from './clause.ts';
import { nameOfSchema } from './keyword-obligations.ts';
import { legacyContractOf } from './legacy-contract.ts';
import { deriveObligations } from './obligations.ts';
import { assertCompiles, loadOperation, type Operation } from './operation.ts';
import { operationIdsOf, unnamedOperationsOf } from './operation-place.ts';
import { packageFile } from './package-file.ts';
import { pinnedFile } from './pinned-file.ts';
import { enumsOf, walkSchema } from './schema-walk.ts';
import { simulatedCancels } from './simulated-cancels.ts';
import { loadSpec, specFromText } from './spec.ts';
import { SuiteError } from './suite-error.ts';
import { validatorAt } from './validators.ts';

type Json = Readonly<Record<string, unknown>>;

const CANCEL = 'specs/paypal/invoices.cancel.openapi.yaml';
const pinned = (file: string, id: string): Operation => loadOperation(loadSpec(packageFile(file)), id);

describe('a pinned file', () => {
  test('is read below specs alone', () => {
    const { lines, sha256 } = pinnedFile('paypal/invoices.cancel.openapi.yaml') ?? {};
    expect(lines?.[113]).toMatch(/^ +post:$/);
    expect(sha256).toBe(loadSpec(packageFile(CANCEL)).sha256);
    for (const file of [
      '',
      '/paypal/invoices.cancel.openapi.yaml',
      'paypal/../README.md',
      '../package.json',
      'README.md\0',
      'none.md',
      'paypal',
    ])
      expect(pinnedFile(file)).toBeNull();
    expect(pinnedFile('README.md')?.lines.length).toBeGreaterThan(1);
  });
});

describe('an operation as it is loaded', () => {
  const summary = ({ clause, method, path, parameters, requestBody, statuses, security }: Operation) => ({
    at: clause.pointer,
    address: `${method} ${path}`,
    parameters: parameters.map((one) => `${one.in} ${one.name}${one.required ? '!' : ''} ${one.schemaPointer}`),
    body: requestBody && `${requestBody.mediaTypes.join()} ${requestBody.required} ${requestBody.schemaPointer}`,
    statuses,
    security: { ...security, clause: security.clause?.pointer ?? null },
  });

  test('with parameters of its own, of its path, by reference, and of another place', () => {
    const page = { name: 'page', in: 'query', schema: { type: 'integer' } };
    const text = JSON.stringify({
      openapi: '3.0.3',
      info: { title: 'Go', version: '1' },
      security: [{ a: ['1'] }, { a: ['2'], b: [] }],
      paths: {
        '/a': {
          parameters: [page, { $ref: '#/components/parameters/id' }],
          put: {
            operationId: 'a',
            parameters: [
              { ...page, required: true },
              { ...page, in: 'header' },
            ],
            requestBody: { $ref: '#/components/requestBodies/one' },
            responses: { 503: { description: '' }, '4XX': { description: '' }, 204: { description: '' } },
          },
          get: { responses: {} },
        },
        '/b': { $ref: '#/paths/~1a' },
      },
      components: {
        parameters: {
          id: { name: 'id', in: 'query', content: { 'text/plain': {}, 'application/hal+json': { schema: {} } } },
        },
        requestBodies: { one: { required: true, content: { 'text/plain': {}, 'application/json': { schema: {} } } } },
      },
    });
    const spec = specFromText('a.json', text);
    expect(operationIdsOf(spec)).toEqual(['a', 'a']);
    expect(unnamedOperationsOf(spec)).toEqual(['GET /a', 'GET /b']);
    expect(summary(loadOperation(spec, 'a'))).toMatchInlineSnapshot(`
      {
        "address": "PUT /a",
        "at": "/paths/~1a/put",
        "body": "application/json,text/plain true /components/requestBodies/one/content/application~1json/schema",
        "parameters": [
          "header page /paths/~1a/put/parameters/1/schema",
          "query page! /paths/~1a/put/parameters/0/schema",
          "query id /components/parameters/id/content/application~1hal+json/schema",
        ],
        "security": {
          "clause": "/security",
          "schemes": [
            "a",
            "b",
          ],
          "scopes": [
            "1",
            "2",
          ],
        },
        "statuses": [
          204,
          503,
        ],
      }
    `);
  });

  test('with what it says of access', () => {
    const schemes = (operation: Json, document: Json = {}) => summary(smallOperation(operation, document)).security;
    expect(schemes({})).toEqual({ schemes: [], scopes: [], clause: null });
    expect(schemes({ security: [] }, { security: [{ a: [] }] })).toEqual({
      schemes: [],
      scopes: [],
      clause: '/paths/~1go~1{id}/post/security',
    });
    expect(schemes({}, { security: [{ a: ['s'] }] })).toEqual({ schemes: ['a'], scopes: ['s'], clause: '/security' });
    expect(schemes({ security: [{ a: ['s'] }, {}] })).toMatchObject({ schemes: [], scopes: [] });
  });

  test('with a contract of each status: its own, its range’s, or that of default', () => {
    const operation = smallOperation({
      responses: {
        204: { description: '' },
        '4XX': { description: '' },
        404: { description: '' },
        default: { description: '' },
      },
    });
    const found = [204, 400, 404, 503].map((status) => operation.statusContract(status));
    expect(found.map((one) => [one?.status, one?.listed, one?.clause.pointer.split('/').at(-1)])).toEqual([
      [204, true, '204'],
      [400, true, '4XX'],
      [404, true, '404'],
      [503, false, 'default'],
    ]);
    expect(operation.statusContract(204)).toBe(found[0]);
    expect(smallOperation({}).statusContract(404)).toBeUndefined();
  });

  test('PayPal’s statuses', () => {
    const operation = pinned(CANCEL, 'invoices.cancel');
    const told = operation.statuses.map((status) => {
      const contract = operation.statusContract(status);
      const { names, messages, issues, branches, mediaTypes, members, schemaPointer } = contract ?? {};
      return [
        `${status} ${contract?.listed ? 'listed' : 'by default'} ${contract?.clause.line} ${mediaTypes?.join()} ${schemaPointer?.split('/').at(-3)}`,
        `  ${names?.join()} ${contract?.nameClause?.line} | ${messages?.join()} ${contract?.messageClause?.line}`,
        `  ${[...(issues?.values() ?? [])].map((one) => `${one.issue} ${one.clause.line} ${one.descriptions.join()}`).join('\n  ')}`,
        `  ${JSON.stringify(members)} ${branches?.length}`,
      ].join('\n');
    });
    expect(told.join('\n')).toMatchInlineSnapshot(`
      "204 listed 134  undefined
         undefined |  undefined
        
        null 0
      400 listed 138 application/json content
        INVALID_REQUEST 253 | Request is not well-formed, syntactically incorrect, or violates schema. 257
        INVALID_STRING_MAX_LENGTH 288 Field value exceeded the maximum allowed number of characters.
        INVALID_ARRAY_MAX_ITEMS 300 Only maximum of 100 email address is supported in additional recipients.
        {"name":null,"message":null,"details":{"*":{"field":null,"value":null,"location":null,"issue":null,"description":null}},"debug_id":null,"links":{"*":{"href":null,"rel":null,"method":null}}} 0
      401 by default 617 application/json content
        AUTHENTICATION_FAILURE 626 | Authentication failed due to missing authorization header, or invalid authentication credentials. 630
        
        {"name":null,"message":null,"details":{"*":{"field":null,"value":null,"location":null,"issue":null,"description":null}},"debug_id":null,"links":{"*":{"href":null,"rel":null,"method":null}}} 10
      403 listed 146 application/json content
        NOT_AUTHORIZED 316 | Authorization failed due to insufficient permissions. 320
        PERMISSION_DENIED 203 The requested invoice is not associated with the requested user.
        {"name":null,"message":null,"details":{"*":{"field":null,"value":null,"location":null,"issue":null,"description":null}},"debug_id":null,"links":{"*":{"href":null,"rel":null,"method":null}}} 0
      404 listed 154 application/json content
        RESOURCE_NOT_FOUND 347 | The specified resource does not exist. 351
        
        {"name":null,"message":null,"details":{"*":{"field":null,"value":null,"location":null,"issue":null,"description":null}},"debug_id":null,"links":{"*":{"href":null,"rel":null,"method":null}}} 0
      409 by default 650 application/json content
        RESOURCE_CONFLICT 657 | The server has detected a conflict while processing this request. 661
        
        {"name":null,"message":null,"details":{"*":{"field":null,"value":null,"location":null,"issue":null,"description":null}},"debug_id":null,"links":{"*":{"href":null,"rel":null,"method":null}}} 10
      415 by default 679 application/json content
        UNSUPPORTED_MEDIA_TYPE 686 | The server does not support the request payload's media type. 690
        
        {"name":null,"message":null,"details":{"*":{"field":null,"value":null,"location":null,"issue":null,"description":null}},"debug_id":null,"links":{"*":{"href":null,"rel":null,"method":null}}} 10
      422 listed 160 application/json content
        UNPROCESSABLE_ENTITY 380 | The requested action could not be performed, semantically incorrect, or failed business validation. 384
        CANNOT_CANCEL_DRAFT_INVOICE 415 Draft invoice cannot be canceled.
        CANNOT_CANCEL_PAID_INVOICE 425 Cannot cancel a paid or partially paid invoice.
        CANNOT_CANCEL_REFUNDED_INVOICE 435 Cannot cancel a refunded or partially refunded invoice.
        CANNOT_CANCEL_SCHEDULED_INVOICE 445 Cannot cancel a scheduled invoice.
        INVOICE_CANCELED_ALREADY 455 Invoice is already cancelled.
        {"name":null,"message":null,"details":{"*":{"field":null,"value":null,"location":null,"issue":null,"description":null}},"debug_id":null,"links":{"*":{"href":null,"rel":null,"method":null}}} 0
      429 by default 708 application/json content
        RATE_LIMIT_REACHED 715 | Too many requests. Blocked due to rate limiting. 719
        
        {"name":null,"message":null,"debug_id":null} 10
      500 listed 168 application/json content
        INTERNAL_SERVER_ERROR 470 | An internal server error occurred. 474
        
        {"name":null,"message":null,"debug_id":null,"links":{"*":{"href":null,"rel":null,"method":null}}} 0
      503 by default 724 application/json content
        SERVICE_UNAVAILABLE 733 | Service Unavailable. 737
        
        {"name":null,"message":null,"debug_id":null,"links":{"*":{"href":null,"rel":null,"method":null}}} 10"
    `);
    expect(
      operation
        .statusContract(418)
        ?.branches.map(
          ({ component, status, names, clause }) => `${component} ${status} ${names.join()} ${clause.line}`,
        ),
    ).toMatchInlineSnapshot(`
      [
        "error_400 400 INVALID_REQUEST 246",
        "error_401 401 AUTHENTICATION_FAILURE 617",
        "error_403 403 NOT_AUTHORIZED 307",
        "error_404 404 RESOURCE_NOT_FOUND 338",
        "error_409 409 RESOURCE_CONFLICT 650",
        "error_415 415 UNSUPPORTED_MEDIA_TYPE 679",
        "error_422 422 UNPROCESSABLE_ENTITY 369",
        "error_429 429 RATE_LIMIT_REACHED 708",
        "error_500 500 INTERNAL_SERVER_ERROR 460",
        "error_503 503 SERVICE_UNAVAILABLE 724",
      ]
    `);
  });

  test('branches of default whose names hold no status', () => {
    const names = ['error404', 'error_4040', 'error-x', 'e_99', 'x600', '500'];
    const oneOf = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
    const schemas = Object.fromEntries(names.map((name) => [name, { type: 'object' }]));
    const content = { 'application/json': { schema: { oneOf } } };
    const operation = smallOperation(
      { responses: { default: { description: '', content } } },
      { components: { schemas } },
    );
    expect(
      operation.statusContract(0)?.branches.map(({ component, status }) => [component, status]),
    ).toMatchInlineSnapshot(`
      [
        [
          "error404",
          404,
        ],
        [
          "error_4040",
          null,
        ],
        [
          "error-x",
          null,
        ],
        [
          "e_99",
          null,
        ],
        [
          "x600",
          null,
        ],
        [
          "500",
          500,
        ],
      ]
    `);
    expect(operation.statuses).toEqual([404, 500]);
  });
});

describe('a document that cannot be read', () => {
  const complaint = (text: string, id = 'go'): string => {
    try {
      const operation = loadOperation(specFromText('x.yaml', text), id);
      assertCompiles(operation);
      deriveObligations(operation);
    } catch (error) {
      if (error instanceof SuiteError) return `${error.code}: ${error.message} ${error.hint}`;
      throw error;
    }
    return '';
  };
  const withSchema = (schema: Json, components: Json = {}): string =>
    JSON.stringify(smallOperation({ requestBody: { content: { 'application/json': { schema: {} } } } }).spec.document)
      .replace('"schema":{}', `"schema":${JSON.stringify(schema)}`)
      .replace(/\}$/, `,"components":${JSON.stringify(components)}}`);

  test.each([
    [
      'swagger: "2.0"',
      'SPEC_INVALID: x.yaml is a Swagger 2.0 document, not OpenAPI 3.0 Convert it. Give a document that begins with openapi: 3.0.x.',
    ],
    ['a: 1', 'SPEC_INVALID: x.yaml is not an OpenAPI document Give a document that begins with openapi: 3.0.x.'],
    [
      'openapi: 3.1.0',
      'SPEC_INVALID: x.yaml is OpenAPI 3.1.0, not 3.0 Convert it. Give a document that begins with openapi: 3.0.x.',
    ],
    [
      'openapi: 3',
      'SPEC_INVALID: x.yaml is OpenAPI 3, not 3.0 Convert it. Give a document that begins with openapi: 3.0.x.',
    ],
    ['openapi: 3.0.3', 'SPEC_INVALID: x.yaml has no paths Give a document with operations.'],
    ['openapi: 3.0.3\npaths: []', 'SPEC_INVALID: x.yaml has no paths Give a document with operations.'],
    ['openapi: 3.0.3\npaths: null', 'SPEC_INVALID: x.yaml has no paths Give a document with operations.'],
    [
      'openapi: 3.0.3\npaths: {}',
      'OPERATION_MISSING: x.yaml has no operation go Give a document whose operations have an operationId.',
    ],
    [
      'openapi: 3.0.3\npaths: { /a: { get: { operationId: a } }, /b: { put: { operationId: b } } }',
      'OPERATION_MISSING: x.yaml has no operation go Choose one of: a, b.',
    ],
    ['a: &a { b: *a }', 'SPEC_INVALID: x.yaml line 1: an alias makes it contain itself Remove the cycle.'],
    [
      `a: ${'['.repeat(201)}${']'.repeat(201)}`,
      'SPEC_INVALID: x.yaml nests deeper than 200 levels Flatten the document.',
    ],
    [
      withSchema({ $ref: 'other.yaml#/a' }),
      'SPEC_INVALID: x.yaml line 1: $ref other.yaml#/a leaves the document Bundle the document into one file first.',
    ],
    [
      withSchema({ $ref: '#/components/schemas/none' }),
      'SPEC_INVALID: x.yaml line 1: $ref #/components/schemas/none points at nothing Add the component it names, or mend the reference.',
    ],
    [
      withSchema(
        { $ref: '#/components/schemas/a' },
        { schemas: { a: { $ref: '#/components/schemas/b' }, b: { $ref: '#/components/schemas/a' } } },
      ),
      'SPEC_INVALID: x.yaml line 1: $ref #/components/schemas/a refers to itself Break the cycle of references.',
    ],
  ])('%.60s', (text, said) => {
    expect(complaint(text)).toBe(said);
  });

  test('by a keyword that no validator takes', () => {
    expect(complaint(withSchema({ pattern: '(' }))).toMatch(
      /^SPEC_INVALID: x\.yaml line 1: the schema cannot be compiled: Invalid regular expression: .* Mend the schema in the document\.$/,
    );
    expect(complaint(withSchema({ minLength: 'x' }))).toMatch(/the schema cannot be compiled: .*minLength/);
    expect(complaint('a: [')).toMatch(/^SPEC_INVALID: x\.yaml is not YAML: \S.* Mend the document, or name another\.$/);
    expect(
      complaint(withSchema({ $ref: '#/components/schemas/a%20b~1c' }, { schemas: { 'a b/c': { type: 'string' } } })),
    ).toBe('');
  });

  test('by aliases that multiply, or lead nowhere', () => {
    const laugh = (level: number): string =>
      `l${level}: &l${level} [${Array(9)
        .fill(level === 0 ? 'x' : `*l${level - 1}`)
        .join()}]`;
    expect(complaint(Array.from({ length: 6 }, (_, level) => laugh(level)).join('\n'))).toBe(
      'SPEC_INVALID: x.yaml unfolds to far more than it says: its aliases multiply Write the document without aliases.',
    );
    expect(complaint('a: [*none]')).toMatch(/^SPEC_INVALID: x\.yaml is not YAML: /);
  });

  test('since it is not there', () => {
    const path = packageFile('specs/none.yaml');
    expect(() => loadSpec(path)).toThrow(
      expect.objectContaining({
        code: 'SPEC_UNREADABLE',
        message: `${path} cannot be read`,
        hint: 'Name a file that exists and is readable.',
        cause: expect.objectContaining({ code: 'ENOENT' }),
      }),
    );
  });

  test('is cited as it is named, or below specs where it is pinned', () => {
    expect(loadSpec(packageFile(CANCEL)).file).toBe('paypal/invoices.cancel.openapi.yaml');
    const elsewhere = packageFile('schemas/contract/fixtures/library.openapi.yaml');
    expect(loadSpec(elsewhere).file).toBe(elsewhere);
  });
});

describe('a schema', () => {
  const takes = (schema: Json, value: unknown, schemas: Json = {}): boolean => {
    const { spec } = smallOperation({}, { components: { schemas: { it: schema, ...schemas } } });
    return validatorAt(spec, '/components/schemas/it')(value);
  };
  test('is read by the dialect of OpenAPI 3.0', () => {
    expect([
      takes({ minimum: 1, exclusiveMinimum: true }, 1),
      takes({ minimum: 1, exclusiveMinimum: true }, 2),
    ]).toEqual([false, true]);
    expect([
      takes({ maximum: 1, exclusiveMaximum: true }, 1),
      takes({ maximum: 1, exclusiveMaximum: false }, 1),
    ]).toEqual([false, true]);
    expect(takes({ exclusiveMinimum: true }, -5)).toBe(true);
    expect([takes({ nullable: true, type: 'string' }, null), takes({ nullable: true }, null)]).toEqual([true, true]);
    expect(takes({ nullable: false, type: 'string' }, null)).toBe(false);
    expect(takes({ $ref: '#/components/schemas/text', maxLength: 1 }, 'abc', { text: { type: 'string' } })).toBe(true);
    expect([takes({ multipleOf: 0.01 }, 0.57), takes({ multipleOf: 0.01 }, 0.575)]).toEqual([true, false]);
    expect([takes({ pattern: '^\\p{L}$' }, 'é'), takes({ pattern: '^\\-$' }, '-')]).toEqual([true, true]);
    expect([takes({ format: 'date' }, '2024-02-31'), takes({ format: 'acme' }, 'x')]).toEqual([false, true]);
    expect(takes({ items: [{ enum: [1] }], allOf: [{ minItems: 1, maxItems: 1 }] }, [1])).toBe(true);
  });

  test('that is not there takes everything, and a validator is compiled once', () => {
    const { spec } = smallOperation({}, { components: { schemas: { 'a/b~c d': { type: 'string' } } } });
    expect(validatorAt(spec, '/nowhere')({})).toBe(true);
    const odd = validatorAt(spec, '/components/schemas/a~1b~0c d');
    expect([odd('x'), odd(1)]).toEqual([true, false]);
    expect(validatorAt(spec, '/components/schemas/a~1b~0c d')).toBe(odd);
  });

  test('is walked to its ends, with the place of each part', () => {
    const schemas = {
      it: {
        allOf: [{ title: 'part' }],
        anyOf: [{ $ref: '#/components/schemas/named' }, { title: 'titled' }, {}],
        properties: { list: { items: { $ref: '#/components/schemas/it' } }, none: 5 },
        additionalProperties: { oneOf: [{ enum: ['A'] }] },
        items: [{}],
      },
      named: { properties: { kind: { enum: ['N', 1] } } },
    };
    const { spec } = smallOperation({}, { components: { schemas } });
    const nodes = [...walkSchema(spec, '/components/schemas/it')].map(({ pointer, path, trail, alternative, place }) =>
      [
        pointer.replace('/components/schemas/', ''),
        path.join('.'),
        trail.join('.'),
        alternative,
        place.root.split('/').at(-1),
        JSON.stringify([...place.choices.values()]),
        place.within?.step.kind,
      ].join(' | '),
    );
    expect(nodes.join('\n')).toMatchInlineSnapshot(`
      "it |  |  | false | it | [] | 
      it/allOf/0 |  |  | false | it | [] | 
      named |  | named | true | it | [0] | 
      named/properties/kind | kind | named.kind | true | kind | [] | member
      it/anyOf/1 |  | titled | true | it | [1] | 
      it/anyOf/2 |  | anyOf-2 | true | it | [2] | 
      it/properties/list | list | list | false | list | [] | member
      it/properties/none | none | none | false | none | [] | member
      it/additionalProperties | * | * | false | additionalProperties | [] | other-member
      it/additionalProperties/oneOf/0 | * | *.oneOf-0 | true | additionalProperties | [0] | other-member"
    `);
    expect([...enumsOf(spec, '/components/schemas/it', ['kind'])]).toEqual([
      { pointer: '/components/schemas/named/properties/kind/enum', values: ['N', '1'] },
    ]);
    expect([...enumsOf(spec, '/components/schemas/it', ['list', 'kind'])]).toEqual([]);
  });

  test('has a name by where it stands', () => {
    const schema = { anyOf: [{ title: 'one', properties: { a: { items: {} } } }, { not: {} }] };
    const operation = smallOperation({ responses: { 200: { description: '', content: { 'text/json': { schema } } } } });
    const at = '/paths/~1go~1{id}/post/responses/200/content/text~1json/schema';
    const names = ['', '/anyOf/0/properties/a/items', '/anyOf/1/not', '/allOf/3'].map((rest) =>
      nameOfSchema(operation.spec, `${at}${rest}`, '200'),
    );
    expect(names).toEqual(['200', '200/one/a/*', '200/anyOf-1/not', '200/allOf-3']);
    expect(nameOfSchema(operation.spec, '/components/schemas/x/properties/items', '200')).toBe('x/items');
  });
});

test('what PayPal’s legacy operation promises of its answers', () => {
  const operation = pinned('specs/legacy.cancel-invoice.openapi.yaml', 'CancelInvoice');
  const { messages, codes, acks, unused, repeated, codesClause, clause } = legacyContractOf(operation);
  const at = ({ pointer }: Clause): string => pointer.split('/').slice(-3).join('/');
  expect({
    messages: messages.map(
      (one) => `${one.name}: ${one.acks.join()} as ${one.roots.join()} with ${one.required.join()}`,
    ),
    codes: [...codes.values()].map((one) => `${one.code} ${at(one.clause)}: ${one.message} ${at(one.messageClause)}`),
    acks: [...acks].map(([ack, one]) => `${ack} ${at(one)}`),
    unused: unused.map((one) => `${one.path.join('/')} ${at(one.clause)} ${one.recorded.join()}`.trim()),
    repeated: repeated.map((one) => `${one.path.join('/')} ${at(one.clause)} ${one.ofRequest}`),
    clauses: [at(codesClause), at(clause)],
  }).toMatchInlineSnapshot(`
    {
      "acks": [
        "Success ack/enum/0",
        "Failure ack/enum/1",
        "SuccessWithWarning ack/enum/2",
        "FailureWithWarning ack/enum/3",
      ],
      "clauses": [
        "schemas/ErrorData/anyOf",
        "post/responses/200",
      ],
      "codes": [
        "520002 properties/errorId/enum: Internal error. properties/message/enum",
        "520003 properties/errorId/enum: Authentication failed. API credentials are incorrect. properties/message/enum",
        "520009 properties/errorId/enum: Account is restricted. properties/message/enum",
        "550026 properties/errorId/enum: Partner did not create the invoice but attempted to access or modify it; a merchant's invoice can be accessed or modified only by the partner who created it. properties/message/enum",
        "550027 properties/errorId/enum: Merchant cannot access or modify an invoice they did not create; an invoice can only be accessed or modified by the party who created it. properties/message/enum",
        "570058 properties/errorId/enum: Authentication failed. User account is not confirmed. properties/message/enum",
        "570061 properties/errorId/enum: Invoice cannot be canceled since it has already been paid. properties/message/enum",
        "570062 properties/errorId/enum: The invoice has already been canceled. properties/message/enum",
        "570063 properties/errorId/enum: A draft invoice cannot be canceled. properties/message/enum",
        "570099 properties/errorId/enum: Invoice cannot be canceled since it has already been refunded. properties/message/enum",
        "571001 properties/errorId/enum: The specified invoice ID is invalid because the invoice has already been deleted. properties/message/enum",
        "580022 properties/errorId/enum: undefined ErrorData/anyOf/11",
        "580047 properties/errorId/enum: Invoice does not exist. properties/message/enum",
      ],
      "messages": [
        "CancelInvoiceResponse: Success,SuccessWithWarning as CancelInvoiceResponse with responseEnvelope,invoiceID,invoiceNumber,invoiceURL",
        "FaultMessage: Failure,FailureWithWarning as PPFault,PPFaultMessage,FaultMessage with responseEnvelope,error",
      ],
      "repeated": [
        "invoiceID properties/invoiceID/x-equals-request invoiceID",
      ],
      "unused": [
        "error/*/exceptionID properties/exceptionID/x-unused",
        "error/*/subdomain properties/subdomain/x-unused Application",
      ],
    }
  `);
  expect(legacyContractOf(operation)).toBe(legacyContractOf(operation));
});

test('the sandbox’s negative testing, as PayPal’s page has it', () => {
  expect(
    simulatedCancels().map(
      ({ key, invoiceId, name, statuses, clause }) =>
        `${key} ${invoiceId} ${name} ${statuses.join()} ${clause.pointer.split('/').at(-1)}`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "internal-server-error INV2-ABCD-1234-EINV-0024 INTERNAL_SERVER_ERROR 500 internal-server-error",
      "permission-denied INV2-ABCD-1234-EINV-0025 PERMISSION_DENIED 403 permission-denied",
      "unauthorized-access INV2-ABCD-1234-EINV-0026 UNAUTHORIZED_ACCESS 401,403 unauthorized-access",
      "invoice-not-found INV2-ABCD-1234-EINV-0027 INVOICE_NOT_FOUND 404 invoice-not-found",
      "draft-state INV2-ABCD-1234-EINV-0028 CANT_CANCEL_INVOICE_IN_DRAFT_STATE 422,400 draft-state",
      "success INV2-ABCD-1234-EINV-0029 null 204 success",
    ]
  `);
});
