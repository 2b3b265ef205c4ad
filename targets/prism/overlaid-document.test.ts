import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { valueAt } from '../../schemas/contract/clause.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { loadOverlaidDocument } from './overlaid-document.ts';

const SPEC = packageFile('specs/paypal/invoices.cancel.openapi.yaml');
const OVERLAY = packageFile('specs/invoices.cancel.overlay.yaml');
const RESPONSES = '/paths/~1v2~1invoicing~1invoices~1{invoice_id}~1cancel/post/responses';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overlay-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function fileOf(text: string): Promise<string> {
  const file = join(folder, 'document.yaml');
  await writeFile(file, text);
  return file;
}

/** The issue codes that a response of the published document lists. */
const issuesOf = (document: unknown, status: string): string[] => {
  const schemas = Object(valueAt(document, `${RESPONSES}/${status}/content/application~1json/schema/allOf`) ?? []);
  const references = Object.values<{ $ref: string }>(schemas).map(({ $ref }) => $ref.slice(1));
  const branches = references.flatMap((at) => Object(valueAt(document, `${at}/properties/details/items/anyOf`) ?? []));
  return branches.map((branch: unknown) => String(valueAt(branch, '/properties/issue/enum/0')));
};

describe('the overlay of the package', () => {
  it('has an example for every issue that the contract lists, under its name', async () => {
    const document = await loadOverlaidDocument(SPEC, OVERLAY);
    const listed = Object.keys(Object(valueAt(document, RESPONSES))).flatMap((status) =>
      issuesOf(document, status).map((issue) => [status, issue] as const),
    );
    expect(listed).toHaveLength(8);
    for (const [status, issue] of listed) {
      const example = valueAt(document, `${RESPONSES}/${status}/content/application~1json/examples/${issue}/value`);
      expect(valueAt(example, '/details/0/issue'), issue).toBe(issue);
    }
  });

  it('has one example for every other status, named after its error', async () => {
    const document = await loadOverlaidDocument(SPEC, OVERLAY);
    for (const status of [401, 404, 409, 415, 429, 500, 503]) {
      const examples = Object(valueAt(document, `${RESPONSES}/${status}/content/application~1json/examples`));
      const [[name, example] = []] = Object.entries(examples);
      expect(Object.keys(examples)).toEqual([valueAt(example, '/value/name')]);
      expect(name).toMatch(/^[A-Z_]+$/);
    }
  });
});

describe('an overlay that is wrong is an error', () => {
  const overlayed = async (text: string) => loadOverlaidDocument(SPEC, await fileOf(text));

  it.each([
    [
      'its target matches nothing',
      `overlay: 1.0.0\nactions: [{target: "$.paths['/v3']", update: {}}]`,
      "$.paths['/v3']",
    ],
    ['it is another version', 'overlay: 2.0.0\nactions: []', 'is not an OpenAPI Overlay 1.0'],
    ['it has no version', 'actions: []', 'is not an OpenAPI Overlay 1.0'],
    ['it has no actions', 'overlay: 1.0.0', 'has no actions'],
    ['an action has no target', 'overlay: 1.0.0\nactions: [{update: {}}]', '/actions/0'],
    ['an action does nothing', 'overlay: 1.0.0\nactions: [{target: $.info}]', '/actions/0'],
    ['it is no YAML', '{', 'cannot be read as YAML'],
    ['it is a list', '[]', 'is not a YAML mapping'],
  ])('%s', async (_, text, sentence) => {
    await expect(overlayed(text)).rejects.toMatchObject({
      code: 'OVERLAY_INVALID',
      message: expect.stringContaining(sentence),
    });
  });

  it('one target of several matches nothing', async () => {
    const text = (await readFile(OVERLAY, 'utf8')).replace("responses['403']", "responses['402']");
    await expect(overlayed(text)).rejects.toMatchObject({
      code: 'OVERLAY_INVALID',
      message: expect.stringContaining('402'),
    });
  });

  it('it is missing', async () => {
    await expect(loadOverlaidDocument(SPEC, join(folder, 'none'))).rejects.toMatchObject({ code: 'OVERLAY_INVALID' });
    await expect(loadOverlaidDocument(join(folder, 'none'), OVERLAY)).rejects.toMatchObject({
      code: 'SPEC_UNREADABLE',
    });
  });
});
