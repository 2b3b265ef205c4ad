import { readFile } from 'node:fs/promises';
import type { OpenAPIOverlayAction } from 'openapi-format';
import { parse } from 'yaml';
import { SuiteError } from '../../schemas/contract/suite-error.ts';

/** An OpenAPI document as a plain object, examples included. */
export type Document = Readonly<Record<string, unknown>>;

/** An OpenAPI document with an Overlay 1.0 applied to it. Every action must match something (OVERLAY_INVALID). */
export async function loadOverlaidDocument(specFile: string, overlayFile: string): Promise<Document> {
  const spec = await parsed(specFile, 'SPEC_UNREADABLE');
  const overlay = await parsed(overlayFile, 'OVERLAY_INVALID');
  const actions = actionsOf(overlay, overlayFile);
  const { default: openapiFormat } = await import('openapi-format');
  const { data, resultData } = await openapiFormat.openapiOverlay(spec, { overlaySet: { ...overlay, actions } });
  const unused = resultData.unusedActions as readonly OpenAPIOverlayAction[];
  if (unused.length > 0) {
    throw invalid(overlayFile, `matches nothing in ${specFile} with ${unused.map(({ target }) => target).join(', ')}`);
  }
  return data as Document;
}

async function parsed(file: string, code: 'SPEC_UNREADABLE' | 'OVERLAY_INVALID'): Promise<Record<string, unknown>> {
  let document: unknown;
  try {
    document = parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new SuiteError(code, `${file} cannot be read as YAML`, { hint: 'Check the path and the syntax.', cause });
  }
  if (isRecord(document)) return document;
  throw new SuiteError(code, `${file} is not a YAML mapping`, { hint: 'Check that it is the document meant.' });
}

function actionsOf(overlay: Record<string, unknown>, file: string): OpenAPIOverlayAction[] {
  if (!/^1\.0\.\d+$/.test(String(overlay.overlay))) throw invalid(file, 'is not an OpenAPI Overlay 1.0 document');
  const actions = overlay.actions;
  if (!Array.isArray(actions) || actions.length === 0) throw invalid(file, 'has no actions');
  const wrong = actions.findIndex((action) => !isAction(action));
  if (wrong >= 0) throw invalid(file, `has an action without target and update or remove: /actions/${wrong}`);
  return actions;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAction = (action: unknown): action is OpenAPIOverlayAction =>
  isRecord(action) &&
  typeof action.target === 'string' &&
  action.target.startsWith('$') &&
  ('update' in action || action.remove === true);

const invalid = (file: string, what: string): SuiteError =>
  new SuiteError('OVERLAY_INVALID', `${file} ${what}`, {
    hint: 'Compare its targets (JSONPath) with the document it is applied to.',
  });
