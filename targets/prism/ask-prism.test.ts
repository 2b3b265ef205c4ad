import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadOperation } from '../../schemas/contract/operation.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { loadSpec } from '../../schemas/contract/spec.ts';
import { createPrismClient, type PrismClient } from './ask-prism.ts';
import { examplesOf } from './examples.ts';
import { loadOverlaidDocument } from './overlaid-document.ts';
import { type PrismServer, startPrismServer } from './prism-server.ts';

const SPEC = packageFile('specs/paypal/invoices.cancel.openapi.yaml');
let prism: PrismServer;
let client: PrismClient;
let credulous: PrismClient;

beforeAll(async () => {
  const document = await loadOverlaidDocument(SPEC, packageFile('specs/invoices.cancel.overlay.yaml'));
  const operation = loadOperation(loadSpec(SPEC), 'invoices.cancel');
  const examples = examplesOf(document, operation);
  prism = await startPrismServer(document);
  client = createPrismClient(prism.origin, operation, examples);
  credulous = createPrismClient(prism.origin, operation, { ...examples, require: () => {} });
});
afterAll(async () => {
  await Promise.all([client.close(), credulous.close()]);
  await prism.stop();
});

it('brings what Prism answers, a 204 without a content-type', async () => {
  expect(await client.ask({ status: 204, example: null })).toEqual({ status: 204, headers: [], body: '' });
  const { status, headers, body } = Object(await client.ask({ status: 503, example: 'SERVICE_UNAVAILABLE' }));
  expect({ status, headers }).toEqual({ status: 503, headers: [['content-type', 'application/json']] });
  expect(JSON.parse(body)).toMatchObject({ name: 'SERVICE_UNAVAILABLE' });
});

it.each([
  [422, 'CANNOT_CANCEL_DRAFT_INVOICES'],
  [422, null],
  [418, null],
  [204, 'ANY'],
])('asks for nothing that the document lacks: %s %s', async (status, example) => {
  await expect(client.ask({ status, example })).rejects.toMatchObject({ code: 'OVERLAY_INVALID' });
});

it('does not take a 204 for an answer that was not asked for', async () => {
  const misspelt = { status: 422, example: 'CANNOT_CANCEL_DRAFT_INVOICES' };
  await expect(credulous.ask(misspelt)).rejects.toMatchObject({
    code: 'DEFECT',
    message: expect.stringContaining('Prism answered 204'),
  });
});

it('says when Prism does not start', async () => {
  await expect(startPrismServer({})).rejects.toMatchObject({ code: 'PRISM_FAILED', cause: expect.any(Error) });
  await expect(startPrismServer({ openapi: '3.0.3', paths: {} })).rejects.toMatchObject({ code: 'PRISM_FAILED' });
});
