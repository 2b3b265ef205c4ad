import { redactText } from '../../schemas/secrets/redact.ts';
import { isSensitive, REDACTED } from '../../schemas/secrets/sensitive-names.ts';
import { headersIn } from '../recorded/shown-headers.ts';
import type { HarEntry, HarField } from './har.ts';

/** Whether a header carries a credential: then a reader still has to see that there was one. */
const isCredential = ({ name, value }: HarField): boolean =>
  isSensitive(name) || headersIn([[name, value]]).credentials.length > 0;

const redactedFields = (fields: readonly HarField[]): readonly HarField[] =>
  fields.map((field) => ({ name: field.name, value: isCredential(field) ? REDACTED : redactText(field.value) }));

/** A body of bytes is looked through one byte a character: a secret in it is spelled in ASCII. */
function redactedBody(text: string, encoding: 'base64' | undefined): string {
  if (encoding === undefined) return redactText(text);
  return Buffer.from(redactText(Buffer.from(text, 'base64').toString('latin1')), 'latin1').toString('base64');
}

/** The entry as it may be written: credentials only by the names of their headers, bodies without secrets, addresses masked. */
export function redactedEntry(entry: HarEntry): HarEntry {
  const { request, response } = entry;
  const { postData } = request;
  const { content } = response;
  return {
    ...entry,
    request: {
      ...request,
      url: redactText(request.url),
      headers: redactedFields(request.headers),
      queryString: redactedFields(request.queryString),
      ...(postData && { postData: { ...postData, text: redactedBody(postData.text, postData._encoding) } }),
    },
    response: {
      ...response,
      statusText: redactText(response.statusText),
      headers: redactedFields(response.headers),
      redirectURL: redactText(response.redirectURL),
      content: {
        ...content,
        ...(content.text !== undefined && { text: redactedBody(content.text, content.encoding) }),
      },
    },
  };
}
