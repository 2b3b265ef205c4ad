import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { packageFile } from '../../schemas/contract/package-file.ts';
import type { SuiteError } from '../../schemas/contract/suite-error.ts';
import { createTestClient, invoiceIn } from '../../tests/prism-client.ts';
import type { Lie } from '../lie.ts';
import { type PrismOptions, startPrism } from './prism.ts';

const OVERLAY = packageFile('specs/invoices.cancel.overlay.yaml');
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function started(options: PrismOptions = {}) {
  const defects: SuiteError[] = [];
  const prism = await startPrism({ onDefect: (error) => defects.push(error), ...options });
  const client = createTestClient(prism.baseUrl);
  closing.push(prism.close, client.close);
  return { prism, client, defects };
}

async function overlayWith(search: string, replacement: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'overlay-'));
  closing.push(() => rm(folder, { recursive: true }));
  const file = join(folder, 'overlay.yaml');
  const text = await readFile(OVERLAY, 'utf8');
  expect(text).toContain(search);
  await writeFile(file, text.replace(search, replacement));
  return file;
}

it('an example that is replaced in the overlay is seen on the wire', async () => {
  const overlayFile = await overlayWith('description: Draft invoice cannot be canceled.', 'description: Replaced.');
  const { client } = await started({ overlayFile });
  const { path } = await invoiceIn('DRAFT', client);
  const { body } = await client.call('POST', `${path}/cancel`);
  expect(body).toMatchObject({ details: [{ issue: 'CANNOT_CANCEL_DRAFT_INVOICE', description: 'Replaced.' }] });
});

it('an overlay action that matches nothing stops the start', async () => {
  const overlayFile = await overlayWith("responses['403']", "responses['402']");
  const { prism, client, defects } = await started({ overlayFile });
  await expect(prism.ready()).rejects.toMatchObject({ code: 'OVERLAY_INVALID' });
  await expect(client.call('POST', '/v2/invoicing/invoices/INV2-1/cancel')).rejects.toThrow();
  expect(defects).toMatchObject([{ code: 'OVERLAY_INVALID' }]);
});

it('an example that the document lacks is an error, never a 204', async () => {
  const overlayFile = await overlayWith('CANNOT_CANCEL_DRAFT_INVOICE:', 'CANNOT_CANCEL_DRAFT_INVOICES:');
  const { client, defects } = await started({ overlayFile });
  const { path } = await invoiceIn('DRAFT', client);
  await expect(client.call('POST', `${path}/cancel`)).rejects.toThrow();
  expect(defects).toMatchObject([
    { code: 'OVERLAY_INVALID', message: expect.stringContaining('CANNOT_CANCEL_DRAFT_INVOICE') },
  ]);
  expect((await client.call('GET', path)).body.status).toBe('DRAFT');
});

it('with Prism stopped a cancel is not answered, and the invoice stays as it is', async () => {
  const { prism, client, defects } = await started();
  const { path } = await invoiceIn('SENT', client);
  await prism.ready();
  await prism.stopPrism();
  await expect(client.call('POST', `${path}/cancel`)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect((await client.call('GET', path)).body.status).toBe('SENT');
  expect(defects).toEqual([]);
});

it('a port in use is said with a hint', async () => {
  const { prism } = await started();
  const port = Number(new URL(prism.baseUrl).port);
  await expect(startPrism({ port })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: expect.stringContaining(String(port)),
    hint: expect.stringContaining('--port'),
  });
});

it('a document that is not OpenAPI is said', async () => {
  const { prism } = await started({ specFile: packageFile('package.json') });
  await expect(prism.ready()).rejects.toMatchObject({ name: 'SuiteError' });
});

const lies: readonly (readonly [string, Lie, object])[] = [
  [
    'decides otherwise',
    { decide: ({ decision }) => ({ ...decision, status: 404, example: 'RESOURCE_NOT_FOUND' }) },
    { status: 404 },
  ],
  [
    'answers otherwise',
    { answer: (answer) => ({ ...answer, status: 200, body: 'x', headers: [] }) },
    { status: 200, text: 'x' },
  ],
];

it.each(lies)('a lie that %s is told', async (_, lie, seen) => {
  const { client } = await started({ lie });
  const { path } = await invoiceIn('DRAFT', client);
  expect(await client.call('POST', `${path}/cancel`)).toMatchObject(seen);
});

it('a lie about the state is told by GET, as is one about GET itself', async () => {
  const forgetful: Lie = { stateAfter: (_, { invoice }) => invoice?.state ?? 'SENT' };
  const { client } = await started({ lie: forgetful });
  const { path } = await invoiceIn('SENT', client);
  expect((await client.call('POST', `${path}/cancel`)).status).toBe(204);
  expect((await client.call('GET', path)).body.status).toBe('SENT');
  const other = await started({ lie: { get: (answer) => ({ ...answer, status: 500 }) } });
  const invoice = await invoiceIn('SENT', other.client);
  expect((await other.client.call('GET', invoice.path)).status).toBe(500);
});

it('a lie can close the connection', async () => {
  const { client } = await started({ lie: { answer: () => 'close' } });
  const { path } = await invoiceIn('DRAFT', client);
  await expect(client.call('POST', `${path}/cancel`)).rejects.toThrow();
});

it('a client that goes away, or sends too much, is no defect', async () => {
  const { prism, client, defects } = await started();
  const path = '/v2/invoicing/invoices/INV2-1/cancel';
  const socket = connect(Number(new URL(prism.baseUrl).port), '127.0.0.1');
  socket.resume().end(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{`);
  await once(socket, 'close');
  await expect(client.call('POST', path, { body: 'x'.repeat(2_000_000) })).rejects.toThrow();
  expect((await client.call('POST', path)).status).toBe(404);
  expect(defects).toEqual([]);
});

it('a merchant beside the demo clients has invoices of its own', async () => {
  const other = { clientId: 'third', clientSecret: 'third-secret' };
  const { client } = await started({ merchants: [other] });
  const { path } = await invoiceIn('SENT', client);
  const token = await client.tokenOf(other);
  expect((await client.call('POST', `${path}/cancel`, { token })).status).toBe(403);
  expect((await client.call('POST', `${path}/cancel`)).status).toBe(204);
});
