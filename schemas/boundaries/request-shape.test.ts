import { describe, expect, test } from 'vitest';
import { loadOperation, type Operation } from '../contract/operation.ts';
import { packageFile } from '../contract/package-file.ts';
import { loadSpec, specFromText } from '../contract/spec.ts';
import { refusalOf } from './refusal.ts';
import { shapeCases } from './request-shape.ts';

/** The operation `go` of a small document. */
function small(requestBody: object | undefined, responses: object): Operation {
  const paths = { '/go': { post: { operationId: 'go', ...(requestBody && { requestBody }), responses } } };
  return loadOperation(specFromText('go.json', JSON.stringify({ openapi: '3.0.3', paths })), 'go');
}

const told = (operation: Operation): string =>
  shapeCases(operation)
    .map(({ id, title, text, mediaType, obligations, refusal }) =>
      [
        `${id}: ${title} | ${JSON.stringify(text)} | ${mediaType} | ${obligations.join(' ')}`,
        ...(refusal ? [`  ${refusal.status.join(' or ')}${refusal.gap ? `, ${refusal.gap}` : ''}`] : []),
      ].join('\n'),
    )
    .join('\n');

const body = (types: readonly string[], more: object = {}) => ({
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'object' } }])),
  ...more,
});
const answers = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, { description: '' }]));

describe('the ways in which a request can be wrong as a whole', () => {
  test('of PayPal’s cancel', () => {
    const file = packageFile('specs/paypal/invoices.cancel.openapi.yaml');
    expect(told(loadOperation(loadSpec(file), 'invoices.cancel'))).toMatchInlineSnapshot(`
      "body.missing: no body at all | null | null | request/required
        400 or 415, no issue is documented for a missing body
      body.empty: a body of 0 bytes | "" | application/json | request/required
        400 or 415, no issue is documented for a missing body
      body.malformed: JSON that breaks off | "{\\"note\\": \\"" | application/json | status/400
        400, no issue is documented for malformed JSON
      body.not-json: form data under a JSON media type | "note=cancelled" | application/json | status/400
        400, no issue is documented for malformed JSON
      media-type.plain: wrong media type: text/plain | "{}" | text/plain | status/415 media-type/request/application/json
        415
      media-type.form: wrong media type: a form | "note=cancelled" | application/x-www-form-urlencoded | status/415 media-type/request/application/json
        415
      media-type.xml: wrong media type: XML | "<note/>" | application/xml | status/415 media-type/request/application/json
        415
      media-type.none: a body without a media type | "{}" | null | media-type/request/application/json
        400 or 415
      media-type.charset: the media type with charset=utf-8 | "{}" | application/json; charset=utf-8 | media-type/request/application/json
      media-type.case: the media type in upper case | "{}" | APPLICATION/JSON | media-type/request/application/json
      body.white-space: white space around the JSON | " \\r\\n\\t{} \\n" | application/json | status/204"
    `);
  });

  test('where the body may be missing, and no status is documented for what is wrong', () => {
    expect(told(small(body(['application/json']), answers(302)))).toMatchInlineSnapshot(`
      "body.missing: no body at all | null | null | media-type/request/application/json
      body.empty: a body of 0 bytes | "" | application/json | media-type/request/application/json
      body.malformed: JSON that breaks off | "{\\"note\\": \\"" | application/json | media-type/request/application/json
        400, no issue is documented for malformed JSON
      body.not-json: form data under a JSON media type | "note=cancelled" | application/json | media-type/request/application/json
        400, no issue is documented for malformed JSON
      media-type.plain: wrong media type: text/plain | "{}" | text/plain | media-type/request/application/json
        415
      media-type.form: wrong media type: a form | "note=cancelled" | application/x-www-form-urlencoded | media-type/request/application/json
        415
      media-type.xml: wrong media type: XML | "<note/>" | application/xml | media-type/request/application/json
        415
      media-type.none: a body without a media type | "{}" | null | media-type/request/application/json
        400 or 415
      media-type.charset: the media type with charset=utf-8 | "{}" | application/json; charset=utf-8 | media-type/request/application/json
      media-type.case: the media type in upper case | "{}" | APPLICATION/JSON | media-type/request/application/json
      body.white-space: white space around the JSON | " \\r\\n\\t{} \\n" | application/json | media-type/request/application/json"
    `);
  });

  test('beside other media types that are documented', () => {
    const types = ['text/plain', 'application/hal+json', 'application/xml'];
    expect(told(small(body(types, { required: true }), answers(201, 200, 400, 415)))).toMatchInlineSnapshot(`
      "body.missing: no body at all | null | null | request/required
        400 or 415, no issue is documented for a missing body
      body.empty: a body of 0 bytes | "" | application/hal+json | request/required
        400 or 415, no issue is documented for a missing body
      body.malformed: JSON that breaks off | "{\\"note\\": \\"" | application/hal+json | status/400
        400, no issue is documented for malformed JSON
      body.not-json: form data under a JSON media type | "note=cancelled" | application/hal+json | status/400
        400, no issue is documented for malformed JSON
      media-type.form: wrong media type: a form | "note=cancelled" | application/x-www-form-urlencoded | status/415 media-type/request/application/hal+json
        415
      media-type.none: a body without a media type | "{}" | null | media-type/request/application/hal+json
        400 or 415
      media-type.charset: the media type with charset=utf-8 | "{}" | application/hal+json; charset=utf-8 | media-type/request/application/hal+json
      media-type.case: the media type in upper case | "{}" | APPLICATION/HAL+JSON | media-type/request/application/hal+json
      body.white-space: white space around the JSON | " \\r\\n\\t{} \\n" | application/hal+json | status/200"
    `);
  });

  test('succeed with the first 2XX alone, around a body that conforms', () => {
    const schema = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } };
    const around = (statuses: object) =>
      shapeCases(small({ content: { 'application/json': { schema } } }, statuses)).at(-1);
    expect(around(answers(100, 204, 300))).toMatchObject({
      text: ' \r\n\t{"a":"text 1"} \n',
      obligations: ['status/204'],
    });
    expect(around(answers(300))).toMatchObject({ obligations: ['media-type/request/application/json'] });
  });

  test('are none where no body is taken', () => {
    expect(shapeCases(small(undefined, answers(204)))).toEqual([]);
    expect(shapeCases(small({ content: {} }, answers(204)))).toEqual([]);
  });
});

test('what is answered to a request that keywords refuse', () => {
  const issues = ['INVALID_STRING_MAX_LENGTH', 'INVALID_ARRAY_MAX_ITEMS', 'MIN_LENGTH', 'WRONG_PATTERN'];
  const details = { type: 'array', items: { properties: { issue: { enum: issues } } } };
  const schema = { type: 'object', properties: { details } };
  const operation = small(undefined, { 400: { description: '', content: { 'application/json': { schema } } } });
  expect(refusalOf(operation, ['maxLength'])).toEqual({ status: [400], issue: 'INVALID_STRING_MAX_LENGTH' });
  expect(refusalOf(operation, ['maxItems'])).toEqual({ status: [400], issue: 'INVALID_ARRAY_MAX_ITEMS' });
  expect(refusalOf(operation, ['pattern'])).toEqual({ status: [400], issue: 'WRONG_PATTERN' });
  const gap = (what: string) => ({ status: [400], gap: `no issue is documented for a violated ${what}` });
  expect(refusalOf(operation, ['minLength'])).toEqual(gap('minLength'));
  expect(refusalOf(operation, ['maxLength', 'pattern'])).toEqual(gap('maxLength or pattern'));
  expect(refusalOf(operation, [])).toEqual(gap(''));
  expect(refusalOf(small(undefined, answers(204)), ['type'])).toEqual(gap('type'));
});
