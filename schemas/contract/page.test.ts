import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageFile } from './package-file.ts';
import { documentIn } from './page.ts';
import { specFromText } from './spec.ts';

const YAML = readFileSync(packageFile('specs/paypal/invoices.cancel.openapi.yaml'), 'utf8');
const DOCUMENT = specFromText('contract.yaml', YAML).document;
const page = (fence: string, content: string, language = ''): string =>
  `# Cancel sent invoice\n\n\`\`\`bash\ncurl\n\`\`\`\n\n${fence}${language}\n${content}${content.endsWith('\n') ? '' : '\n'}${fence}\n\nMore.\n`;

test.each([
  ['four backticks', page('````', YAML, 'yaml /api-reference/invoicing_v2.json post /v2/cancel')],
  ['tildes', page('~~~', YAML)],
  ['a fence that is never closed', page('````', YAML).replace(/````\n\nMore\.\n$/, '')],
  ['lines of DOS', page('````', YAML).replaceAll('\n', '\r\n')],
  ['JSON', page('```', JSON.stringify(DOCUMENT, null, 2), 'json')],
  ['prose that speaks of openapi: before it', `See openapi: below.\n${page('```', YAML)}`],
])('the document is read out of a page: %s', (_title, text) => {
  expect(specFromText('page.md', text).document).toEqual(DOCUMENT);
});

test('clauses cite the lines of the page', () => {
  const text = page('````', YAML);
  const line = text.split('\n').indexOf('            - GET');
  const pointer = '/components/schemas/error_link_description/properties/method/enum/0';
  expect(specFromText('page.md', text).clauseAt(pointer).line).toBe(line + 1);
});

test('a document with a fence inside stays as it is, and so does a page without a document', () => {
  const own = 'openapi: 3.0.3\ninfo:\n  description: |\n```yaml\nopenapi: 3.0.3\n```\n';
  expect(documentIn(own)).toBe(own);
  expect(documentIn('# Nothing\n```yaml\na: 1\n```\n')).toBe('# Nothing\n```yaml\na: 1\n```\n');
});

test.each([
  ['it begins in the first line', '```yaml\nopenapi: 3.0.3\npaths: {}\n```', '\nopenapi: 3.0.3\npaths: {}'],
  ['nothing closes it', '~~~\nopenapi: 3.0.3\npaths: {}', '\nopenapi: 3.0.3\npaths: {}'],
  ['a longer fence closes it', '~~~\nopenapi: 3.0.3\n ~~~~  \nx', '\nopenapi: 3.0.3'],
  ['a fence with words does not', '~~~\nopenapi: 3.0.3\n~~~ yaml\n~~~', '\nopenapi: 3.0.3\n~~~ yaml'],
  ['a shorter fence does not', '~~~~\nopenapi: 3.0.3\n~~~\n~~~~', '\nopenapi: 3.0.3\n~~~'],
])('a block is told from what stands around it: %s', (_, text, document) => {
  expect(documentIn(text)).toBe(document);
});

test.each([
  '"openapi": 3.0.3',
  "'openapi': 3.0.3",
  'openapi : 3.0.3',
])('what begins with %s is no page, whatever its descriptions show', (first) => {
  const own = `${first}\ninfo:\n  description: |\n\`\`\`yaml\nopenapi: 3.0.3\n\`\`\`\n`;
  expect(documentIn(own)).toBe(own);
});
