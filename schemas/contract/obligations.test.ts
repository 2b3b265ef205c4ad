import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { CANCEL_SPEC, cancelObligations, cancelOperation } from '../../suites/cancel/cancel-contract.ts';
import { libraryObligations, libraryOperation } from '../../tests/library.ts';
import { tokensOf, valueAt } from './clause.ts';
import type { Obligations } from './obligation.ts';
import type { Operation } from './operation.ts';
import { packageFile } from './package-file.ts';

const idsOf = ({ obligations }: Obligations, group: string): string[] =>
  obligations.filter((obligation) => obligation.group === group).map(({ id }) => id);

const textOf = (path: string): string => readFileSync(path, 'utf8');
const text = textOf(CANCEL_SPEC);
const document: unknown = parse(text);

/** Everything below a place of the document, `$ref` followed: another way to read it than the code under test has. */
function inlined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inlined);
  if (value === null || typeof value !== 'object') return value;
  const { $ref } = value as { $ref?: string };
  if ($ref !== undefined) return inlined(valueAt(document, $ref.slice(1)));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inlined(member)]));
}

const operation = inlined(valueAt(document, '/paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post'));
const TELLING = ['title', 'description', 'properties', 'items', 'allOf', 'anyOf', 'oneOf', 'example'];

/** The keywords of a schema without references, each with its path. */
function keywordsOf(schema: unknown, path: readonly string[] = []): string[] {
  const { properties = {}, items, ...keywords } = schema as Record<string, object>;
  return [
    ...Object.keys(keywords)
      .filter((keyword) => !TELLING.includes(keyword))
      .map((keyword) => [...path, keyword].join('/')),
    ...Object.entries(properties as object).flatMap(([name, member]) => keywordsOf(member, [...path, name])),
    ...(items === undefined ? [] : keywordsOf(items, [...path, '*'])),
  ];
}

/** The keywords of all schemas in a part of the document, counted by the lines they are written on. */
function keywordLinesOf(component: string): number[] {
  const lines = text.split('\n');
  const start = lines.findIndex(
    (line) => line.trim() === `${component}:` && line.startsWith('    ') && !line.startsWith('     '),
  );
  const end = lines.findIndex((line, index) => index > start && /^ {0,4}\S/.test(line));
  const keyword = /^\s+(?:- )?(type|enum|required|minItems|maxItems|minLength|maxLength|pattern|format|default):/;
  return lines.flatMap((line, index) => (index > start && index < end && keyword.test(line) ? [index + 1] : []));
}

test('every status is there: the listed ones, and those that the branches of default are named after', () => {
  const listed = Object.keys(valueAt(operation, '/responses') as object);
  const inDefault = [...text.matchAll(/#\/components\/schemas\/error_(\d{3})'/g)].map(([, status]) => status as string);
  expect(idsOf(cancelObligations, 'status').sort()).toEqual(
    [...new Set([...listed, ...inDefault])].map((key) => `status/${key}`).sort(),
  );
});

test('every issue code is there, under its status', () => {
  const codes = [...text.matchAll(/issue:\n\s+type: string\n\s+enum:\n\s+- (\w+)/g)].map(([, code]) => code as string);
  expect(codes).toHaveLength(8);
  expect(
    idsOf(cancelObligations, 'issue')
      .map((id) => id.split('/')[2])
      .sort(),
  ).toEqual(codes.sort());
  for (const id of idsOf(cancelObligations, 'issue')) {
    const [, status, code] = id.split('/');
    expect(JSON.stringify(valueAt(operation, `/responses/${status}`))).toContain(`"${code}"`);
  }
});

test('every keyword of the request is there', () => {
  const body = valueAt(operation, '/requestBody/content/application~1json/schema');
  const expected = ['required', ...keywordsOf(body)].map((path) => `request/${path}`);
  expect(idsOf(cancelObligations, 'request').sort()).toEqual(expected.sort());
});

test('every keyword of the parameter is there', () => {
  const parameter = valueAt(operation, '/parameters/0');
  const expected = ['required', ...keywordsOf(valueAt(parameter, '/schema'))].map(
    (path) => `parameter/invoice_id/${path}`,
  );
  expect(idsOf(cancelObligations, 'parameter').sort()).toEqual(expected.sort());
});

test('every keyword of every error schema is there, by the line it is written on', () => {
  const components = Object.keys(valueAt(document, '/components/schemas') as object).filter((name) =>
    /error|40\d|422/.test(name),
  );
  const lines = components.flatMap((name) => keywordLinesOf(/^\d+$/.test(name) ? `'${name}'` : name));
  const found = cancelObligations.obligations
    .filter(({ group }) => group === 'response')
    .map(({ clause }) => clause.line);
  expect(lines.length).toBeGreaterThan(100);
  expect(found.sort()).toEqual(lines.sort());
});

test('every media type is there, of the request and of every status with a body', () => {
  const withBody = idsOf(cancelObligations, 'status')
    .map((id) => id.split('/')[1])
    .filter((key) => key !== '204' && key !== 'default');
  const expected = ['request', ...withBody].map((key) => `media-type/${key}/application/json`);
  expect(idsOf(cancelObligations, 'media-type').sort()).toEqual(expected.sort());
});

test('a media type cites the line of itself', () => {
  for (const { clause } of cancelObligations.obligations.filter(({ group }) => group === 'media-type'))
    expect(tokensOf(clause.pointer).at(-1)).toBe('application/json');
});

test('the security requirement is there: what can be wrong with a token, its scopes, and what it replaces', () => {
  const scopes = valueAt(operation, '/security/0/Oauth2') as string[];
  const expected = [
    'Oauth2/missing',
    'Oauth2/malformed',
    'Oauth2/expired',
    ...scopes.map((scope) => `scope/${scope.split('/').at(-1)}`),
    'root',
  ];
  expect(idsOf(cancelObligations, 'security')).toEqual(expected.map((id) => `security/${id}`));
});

test('what no exchange can show is listed as unobservable, with the reason', () => {
  const unobservable = cancelObligations.obligations.filter(({ standing }) => standing === 'unobservable');
  const ids = ['prose/request/subject', 'prose/request/note', 'prose/request/additional_recipients'];
  const flags = ['request/send_to_invoicer/default', 'request/send_to_recipient/default'];
  expect(unobservable.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids, ...flags]));
  for (const { reason } of unobservable) expect(reason).toMatch(/^a 204 has no body/);
});

test("the parameter's maximum is unsatisfiable, with the reason", () => {
  const maximum = cancelObligations.obligations.find(({ id }) => id === 'parameter/invoice_id/maxLength');
  expect(maximum).toMatchObject({ standing: 'unsatisfiable', reason: expect.stringContaining('cannot be sent') });
});

test('no keyword of the pinned document is without a rule', () => {
  expect(cancelObligations.unruled).toEqual([]);
});

const contracts: [string, Operation, Obligations, string][] = [
  ['the pinned document', cancelOperation, cancelObligations, CANCEL_SPEC],
  [
    'another document',
    libraryOperation,
    libraryObligations,
    packageFile('schemas/contract/fixtures/library.openapi.yaml'),
  ],
];

test.each(contracts)('%s: ids are unique, and whatever is not open has a reason', (_, __, { obligations }) => {
  expect(new Set(obligations.map(({ id }) => id)).size).toBe(obligations.length);
  for (const obligation of obligations) {
    expect(Object.hasOwn(obligation, 'reason')).toBe(obligation.standing !== 'open');
    expect(obligation.reason).not.toBe('');
  }
});

test.each(contracts)("%s: every clause's line shows the member that it cites", (_, { spec }, {
  obligations,
  unruled,
}, path) => {
  const lines = textOf(path).split('\n');
  for (const { clause } of [...obligations, ...unruled]) {
    const token = tokensOf(clause.pointer).at(-1) ?? '';
    const value = valueAt(spec.document, clause.pointer);
    expect(value, clause.pointer).toBeDefined();
    const line = (lines[clause.line - 1] ?? '').trim().replace(/^- /, '').replaceAll(/['"]/g, '');
    const isItem =
      /^\d+$/.test(token) &&
      Array.isArray(valueAt(spec.document, clause.pointer.slice(0, clause.pointer.lastIndexOf('/'))));
    if (isItem && typeof value === 'string') expect(line).toBe(value);
    else if (!isItem)
      expect(line.startsWith(`${token}:`), `${clause.pointer} at line ${clause.line}: ${line}`).toBe(true);
  }
});
