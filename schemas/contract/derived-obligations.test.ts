import { describe, expect, test } from 'vitest';
import { answerOf, smallOperation } from '../../tests/small-operation.ts';
import { nameOfSchema } from './keyword-obligations.ts';
import { deriveObligations } from './obligations.ts';
import type { Operation } from './operation.ts';

const shared = { $ref: '#/components/schemas/shared' };
const twice = { properties: { one: shared, other: shared } };
const named = (...components: readonly string[]) =>
  answerOf({ oneOf: components.map((component) => ({ $ref: `#/components/schemas/${component}` })) });

const obligationsOf = (operation: Operation) => deriveObligations(operation).obligations;

describe('a clause that several statuses share obliges once', () => {
  const components = { schemas: { shared: { type: 'object' }, error_400: twice, error_503: twice } };
  test.each([
    ['a firmer one later', { 404: answerOf(twice), default: named('error_400') }, 'MUST', [400, 404]],
    ['a weaker one later', { 404: answerOf(twice), default: named('error_503') }, 'MUST', [404, 503]],
    ['weak ones', { default: named('error_400', 'error_503') }, 'SHOULD', [400, 503]],
    ['one of them alone', { 404: answerOf(twice) }, 'MUST', [404]],
  ])('at its firmest, for all of them: %s', (_, responses, level, statuses) => {
    const of = obligationsOf(smallOperation({ responses }, { components })).filter(
      ({ clause }) => clause.pointer === '/components/schemas/shared/type',
    );
    expect(of).toMatchObject([{ id: 'response/shared/type', level, statuses }]);
  });

  test('and what speaks of no status says nothing of one', () => {
    const content = { 'application/json': { 'x-normal-form': true, schema: twice } };
    const operation = smallOperation(
      { requestBody: { content }, responses: { 200: { description: '', content } } },
      { components: { schemas: { shared: { 'x-unused': true } } } },
    );
    const unused = obligationsOf(operation).filter(({ id }) => id === 'unused/shared');
    expect(unused).toHaveLength(1);
    expect(Object.hasOwn(unused[0] ?? {}, 'statuses')).toBe(false);
  });
});

describe('what descriptions oblige to', () => {
  const prose = (operation: Operation) =>
    obligationsOf(operation).flatMap(({ id, group, subject }) => (group === 'prose' ? [`${id}: ${subject}`] : []));

  test('is told without its mark-up', () => {
    expect(prose(smallOperation({ description: '<p>Goes\n <b>away</b> now.</p>\n' }))).toEqual([
      'prose/effect: Goes away now.',
    ]);
  });

  test('is of the status where that is listed, and of the branch where default names it', () => {
    const error_404 = { description: 'You must stop.' };
    const listed = { description: 'You must go.' };
    const operation = smallOperation(
      { responses: { 400: listed, default: named('error_404') } },
      { components: { schemas: { error_404 } } },
    );
    expect(prose(operation)).toEqual(['prose/status/400: You must go.', 'prose/response/error_404: You must stop.']);
  });
});

test('what is not read of a body is named, of its request and of default', () => {
  const content = { 'application/json': { schema: {} }, 'text/plain': {} };
  const responses = { default: { description: '', content: { 'text/html': { encoding: {} }, 'text/csv': {} } } };
  const operation = smallOperation({ requestBody: { content, links: {} }, responses });
  const { unruled } = deriveObligations(operation);
  expect(unruled.map(({ keyword }) => keyword)).toEqual(['links', 'text/plain', 'encoding', 'text/csv']);
});

test.each([
  ['/components/schemas/items/properties/items', 'items/items'],
  ['/components/schemas/noneOf', 'noneOf'],
  ['/components/schemas/allOffers/allOf/1', 'allOffers/allOf-1'],
  ['/components/responses/gone/content/application~1json/schema/properties/a', '404/a'],
  ['/x-parts/schemas/noneOf/allOffers', '404/x-parts/schemas/noneOf/allOffers'],
])('%s has a name by where it stands', (pointer, name) => {
  expect(nameOfSchema(smallOperation().spec, pointer, '404')).toBe(name);
});

test('only what is not open has a reason', () => {
  const schema = { type: 'object', default: {}, description: 'It must go.' };
  const requestBody = { content: { 'application/json': { schema } } };
  const told = obligationsOf(smallOperation({ requestBody, description: 'Goes.' }));
  expect(told.map(({ id, standing }) => `${id} ${standing}`)).toEqual([
    'status/204 open',
    'media-type/request/application/json open',
    'request/type open',
    'request/default unobservable',
    'prose/effect open',
    'prose/request unobservable',
  ]);
  for (const obligation of told) expect(Object.hasOwn(obligation, 'reason')).toBe(obligation.standing !== 'open');
});
