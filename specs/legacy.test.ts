import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type JsonPointer, pointerTo, valueAt } from '../schemas/contract/clause.ts';
import { operationIdsOf } from '../schemas/contract/operation-place.ts';
import { loadOperation, type Operation } from '../schemas/contract/operation.ts';
import { deriveObligations } from '../schemas/contract/obligations.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { loadSpec } from '../schemas/contract/spec.ts';

const page = readFileSync(new URL('paypal/legacy.cancel-invoice.txt', import.meta.url), 'utf8').split('\n');
const spec = loadSpec(packageFile('specs/legacy.cancel-invoice.openapi.yaml'));
const operation = loadOperation(spec, 'CancelInvoice');
const { obligations, unruled } = deriveObligations(operation);
const lineText = (line: number): string => page[line - 1] ?? '';

/** A row of a table of the page: its first line, what it is called, and the rest of its text. */
interface Row {
  readonly line: number;
  readonly name: string;
  readonly text: string;
}

/** Rows follow the line that ends a table's head, and end with a line that ends in a bar. */
function rowsOfTables(): Row[] {
  const rows: Row[] = [];
  let isTable = false;
  for (let at = 0; at < page.length; at++) {
    const head = /^(Description|Additional Information) \|$/.test(page[at] ?? '');
    const name = /^(\w+) \|$/.exec(page[at] ?? '')?.[1];
    if (head || name === undefined || ['Field', 'Code', 'Message'].includes(name)) {
      isTable = head;
      continue;
    }
    if (!isTable) continue;
    const from = at;
    do at++;
    while (at < page.length && !(page[at] ?? '').endsWith('|'));
    if (/^\d{6}$/.test(name)) at++;
    rows.push({ line: from + 1, name, text: page.slice(from + 1, at + 1).join(' ') });
  }
  return rows;
}

/** The headers of the page's example. */
const headerLines = page.flatMap((text, index) => (text.startsWith('-H "') ? [index + 1] : []));

interface Reference {
  readonly row: number;
  readonly pointer: JsonPointer;
  readonly name: string;
}

function references(value: unknown, pointer: JsonPointer): Reference[] {
  if (value === null || typeof value !== 'object') return [];
  const { 'x-row': row, name, title } = value as Readonly<Record<string, unknown>>;
  const own = [row ?? []].flat().map((line) => ({
    row: Number(line),
    pointer,
    name: String(name ?? title ?? pointer.split('/').at(-1)),
  }));
  return [...own, ...Object.entries(value).flatMap(([key, member]) => references(member, pointerTo(pointer, key)))];
}

const rows = rowsOfTables();
const clauses = ['/paths', '/components'].flatMap((part) => references(valueAt(spec.document, part), part));

test('the tables of the page have the rows that a person counts', () => {
  const fields = rows.filter(({ name }) => !/^\d/.test(name)).map(({ name }) => name);
  expect(rows).toHaveLength(2 + 6 + 4 + 4 + 2 + 8 + 4 + 13);
  expect(fields.slice(0, 8).join(' ')).toBe(
    'detailLevel errorLanguage requestEnvelope invoiceID subject noteForPayer sendCopyToMerchant sendPayerNotification',
  );
  expect(headerLines).toEqual([9, 10, 11, 12, 13, 14]);
});

test('every row, and every header of the example, is one clause, and every clause is a row', () => {
  const lines = [...headerLines, ...rows.map(({ line }) => line)].sort((a, b) => a - b);
  expect(clauses.map(({ row }) => row).sort((a, b) => a - b)).toEqual(lines);
});

test('a clause has the name of its row', () => {
  const named = clauses.filter(({ row }) => !headerLines.includes(row));
  const odd = named.filter(({ row, name }) => {
    const text = lineText(row).replace(' |', '');
    return text !== name && text.toLowerCase() !== name.toLowerCase();
  });
  expect(odd).toEqual([]);
  for (const { row, name } of clauses.filter((clause) => headerLines.includes(clause.row)))
    expect(lineText(row).replace('DA TA', 'DATA')).toContain(`"${name}: `);
});

test('what the page says of a field is what the document says', () => {
  const at = (row: number) => valueAt(spec.document, clauses.find((clause) => clause.row === row)?.pointer ?? '');
  for (const { line, text } of rows) {
    const [byDefault] = /(?:By default, the detail level code is|by default it is) (\w+)/.exec(text)?.slice(1) ?? [];
    if (byDefault) expect(valueAt(at(line), '/default'), String(line)).toBe(byDefault);
    const marked = /(true|false) — (?:(?!true —|false —).)*default\)/.exec(text)?.[1];
    if (marked) expect(valueAt(at(line), '/default'), String(line)).toBe(marked);
    const values = [...text.matchAll(/(\w+) — /g)].map(([, value]) => value);
    if (values.length > 0) expect(valueAt(at(line), '/enum'), String(line)).toEqual(values);
    expect(valueAt(at(line), '/x-unused') === true, String(line)).toBe(text.includes('This field is not used.'));
  }
  const requiredOf = (name: string) => valueAt(spec.document, `/components/schemas/${name}/required`);
  const isRequired = ({ text }: Row) => text.includes('(Required)');
  expect(requiredOf('RequestEnvelope')).toEqual(rows.slice(0, 2).filter(isRequired).map(({ name }) => name));
  expect(requiredOf('CancelInvoiceRequest')).toEqual(rows.slice(2, 8).filter(isRequired).map(({ name }) => name));
});

test('every code has the message of its row; 580022 stands for a class of messages', () => {
  for (const { name, text } of rows.filter((row) => /^\d{6}$/.test(row.name))) {
    const clause = clauses.find((one) => one.name === name)?.pointer;
    const message = text.replace(/ \|.*$/, '').trim();
    const pinned = name === '580022' ? '/description' : '/properties/message/enum/0';
    expect(valueAt(spec.document, `${clause}${pinned}`), name).toBe(message);
  }
});

test('every slip stands on its line of the page', () => {
  const slips = valueAt(spec.document, '/x-slips') as readonly { id: string; 'x-row': number; page: string }[];
  for (const { id, 'x-row': line, page: said } of slips)
    for (const word of said.split(/ and |, (?=[A-Z])/)) {
      const near = page.slice(line - 1, line + 5).join(' ');
      expect(near, id).toContain(word);
    }
  expect(slips.map(({ id }) => id)).toEqual(expect.arrayContaining(['host', 'header-with-a-space', 'stray-quote']));
});

test('every named example is valid, and there is one for the success and for every code', () => {
  const contract = operation.statusContract(200);
  const content = `${contract?.contentPointer}/application~1json/examples`;
  const examples = valueAt(spec.document, content) as Readonly<Record<string, { readonly value: unknown }>>;
  expect(Object.keys(examples).sort()).toEqual([...rows.flatMap(({ name }) => name.match(/^\d+$/) ?? []), 'Success'].sort());
  for (const [name, { value }] of Object.entries(examples)) {
    expect(contract?.validate?.(value), name).toBe(true);
    if (name !== 'Success') expect(valueAt(value, '/error/0/errorId')).toBe(name);
  }
});

test('every clause obliges, and nothing in the document is left unread', () => {
  expect(unruled).toEqual([]);
  const cited = obligations.map(({ clause }) => clause.pointer);
  const credentials = Object.keys(valueAt(spec.document, '/components/securitySchemes') ?? {});
  const silent = clauses
    .map(({ pointer }) => pointer)
    .filter((pointer) => !cited.some((one) => one.startsWith(`${pointer}/`)))
    .filter((pointer) => !credentials.some((scheme) => pointer === `/components/securitySchemes/${scheme}`));
  const ofOthers = silent.filter((pointer) => !refersFurther(pointer));
  expect(ofOthers).toEqual([]);
  for (const scheme of credentials)
    expect(obligations.map(({ id }) => id)).toContain(`security/${scheme}/malformed`);
});

/** A clause that only takes in another schema obliges by that one's clauses. */
const refersFurther = (pointer: JsonPointer): boolean => valueAt(spec.document, `${pointer}/allOf/0/$ref`) !== undefined;

test('the calls of a legacy preamble can be loaded', () => {
  const preamble = loadSpec(packageFile('specs/legacy.preamble.openapi.yaml'));
  const ids = operationIdsOf(preamble);
  expect(ids).toEqual(
    ['CreateInvoice', 'SendInvoice', 'MarkInvoiceAsPaid', 'MarkInvoiceAsRefunded', 'DeleteInvoice'].concat('GetInvoiceDetails'),
  );
  const paths = ids.map((id): Operation => loadOperation(preamble, id)).map(({ method, path }) => `${method} ${path}`);
  expect(paths).toEqual(ids.map((id) => `POST /Invoice/${id}`));
});
