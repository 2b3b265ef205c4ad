import { expect, test } from 'vitest';
import { cancel } from '../../../tests/judging.ts';
import { libraryOperation } from '../../../tests/library.ts';
import { loadOperation } from '../../contract/operation.ts';
import { EXAMPLE_OPERATION, exampleSpec } from '../example.ts';
import { corruptionsOf } from './corruptions.ts';
import { documentedBodies } from './documented-bodies.ts';
import { sumOf } from './tally.ts';
import { vacuityOf } from './vacuity.ts';

const measured = (response: object) =>
  vacuityOf(loadOperation(exampleSpec({ response }), EXAMPLE_OPERATION)).find((one) => one.response === '400');

test('every member is dropped, misnamed, retyped, nulled, emptied and swapped, one at a time', () => {
  const others = (place: string) => (place === '/name' ? ['A', 'B'] : []);
  const corruptions = corruptionsOf({ name: 'A', links: [{ href: 'x' }] }, others);
  expect(corruptions.map(({ kind, pointer, body }) => `${kind} ${pointer} ${JSON.stringify(body)}`)).toEqual([
    'retype  [{"name":"A","links":[{"href":"x"}]}]',
    'null  null',
    'empty  {}',
    'drop /name {"links":[{"href":"x"}]}',
    'misname /name {"x_name":"A","links":[{"href":"x"}]}',
    'retype /name {"name":1,"links":[{"href":"x"}]}',
    'null /name {"name":null,"links":[{"href":"x"}]}',
    'empty /name {"name":"","links":[{"href":"x"}]}',
    'swap /name {"name":"B","links":[{"href":"x"}]}',
    'drop /links {"name":"A"}',
    'misname /links {"name":"A","x_links":[{"href":"x"}]}',
    'retype /links {"name":"A","links":{"href":"x"}}',
    'null /links {"name":"A","links":null}',
    'empty /links {"name":"A","links":[]}',
    'retype /links/0 {"name":"A","links":[[{"href":"x"}]]}',
    'null /links/0 {"name":"A","links":[null]}',
    'empty /links/0 {"name":"A","links":[{}]}',
    'misname /links/0/href {"name":"A","links":[{"x_href":"x"}]}',
    'retype /links/0/href {"name":"A","links":[{"href":1}]}',
    'null /links/0/href {"name":"A","links":[{"href":null}]}',
    'empty /links/0/href {"name":"A","links":[{"href":""}]}',
  ]);
});

test('a body of every alternative is documented, with every member', () => {
  const { schemaPointer } = cancel.statusContract(422) ?? {};
  const bodies = documentedBodies(cancel.spec, schemaPointer ?? '') as { details: { issue: string }[] }[];
  expect(bodies.map(({ details }) => details[0]?.issue)).toEqual([
    ...(cancel.statusContract(422)?.issues.keys() ?? []),
  ]);
  for (const body of bodies)
    expect(Object.keys(body).toSorted()).toEqual(['debug_id', 'details', 'links', 'message', 'name']);
});

test('a schema that requires nothing lets a missing member pass; one that pins it does not', () => {
  const pinned = { type: 'object', properties: { name: { type: 'string', enum: ['A'] } }, additionalProperties: false };
  const open = measured({ type: 'object', properties: { name: { type: 'string' }, note: { type: 'string' } } });
  expect(open?.byKind.drop).toMatchObject({ corruptions: 2, passSchema: 2, passScenario: 2 });
  expect(open?.byKind.retype).toMatchObject({ corruptions: 3, passSchema: 0 });
  expect(measured(pinned)?.total.passSchema).toBe(1);
  expect(measured({ ...pinned, required: ['name'] })?.total).toMatchObject({ passSchema: 0, passScenario: 0 });
});

test('where no body is known that conforms nothing is measured', () => {
  expect(measured({ type: 'object', properties: { a: { not: {} } } })).toMatchObject({ bodies: 0, uncaught: [] });
});

test('the bodies are the named examples where there are some', () => {
  const examples = () => [{ name: 'INVALID_REQUEST' }, { name: 'not a name of any status' }];
  const [first] = vacuityOf(cancel, (status) => (status === 400 ? examples() : []));
  expect(first).toMatchObject({ response: '400', bodies: 1 });
});

test('of PayPal’s document the schemas let about a third pass, and the checks half of that', () => {
  const vacuity = vacuityOf(cancel);
  expect(vacuity.map(({ response }) => response)).toEqual(
    ['400', '401 (default)', '403', '404', '409 (default)', '415 (default)', '422', '429 (default)', '500'].concat([
      '503 (default)',
    ]),
  );
  const all = sumOf(vacuity.map(({ total }) => total));
  expect(all.passSchema / all.corruptions).toBeGreaterThan(0.3);
  expect(all.passScenario / all.passSchema).toBeLessThan(0.4);
  const drops = sumOf(vacuity.map(({ byKind }) => byKind.drop));
  expect(drops.passSchema / drops.corruptions).toBeGreaterThan(0.7);
});

test('another document is measured by the same code, ranges included', () => {
  const vacuity = vacuityOf(libraryOperation);
  expect(vacuity.map(({ response, bodies }) => `${response}: ${bodies}`)).toEqual(['201: 1', '400: 1', '4XX: 1']);
});
