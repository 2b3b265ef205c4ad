/** A refused cancel as PayPal's document has it. */
export const REFUSAL = {
  name: 'UNPROCESSABLE_ENTITY',
  message: 'The requested action could not be performed, semantically incorrect, or failed business validation.',
  debug_id: '90957fca61718',
  details: [{ issue: 'CANNOT_CANCEL_DRAFT_INVOICE', description: 'Draft invoice cannot be canceled.' }],
  links: [{ href: 'https://developer.paypal.com/docs/api/invoicing/#errors', rel: 'information_link', method: 'GET' }],
};

const JSON_TYPE = { name: 'content-type', value: 'application/json' };

/** What may differ between entries. */
export interface EntryOver {
  readonly method?: string;
  readonly url?: string;
  readonly requestHeaders?: readonly object[];
  readonly status?: number;
  readonly response?: object;
  readonly body?: unknown;
}

/** An entry of a HAR as browsers write them: by default a refused cancel that conforms. */
export const harEntry = ({
  method,
  url,
  requestHeaders = [],
  status = 422,
  response,
  body = REFUSAL,
}: EntryOver = {}) => ({
  startedDateTime: '2026-11-22T05:00:00.000+01:00',
  time: 12.5,
  request: {
    method: method ?? 'POST',
    url: url ?? 'https://api-m.sandbox.paypal.com/v2/invoicing/invoices/INV2-ABCD-1234-EFGH-5678/cancel',
    httpVersion: 'HTTP/2',
    headers: [{ name: ':method', value: 'POST' }, JSON_TYPE, ...requestHeaders],
    postData: { mimeType: 'application/json', text: '{"note":"a \\"quoted\\" {brace"}' },
  },
  response: response ?? {
    status,
    statusText: '',
    headers: [JSON_TYPE, { name: 'paypal-debug-id', value: '90957fca61718' }],
    content: { size: 400, mimeType: 'application/json', text: typeof body === 'string' ? body : JSON.stringify(body) },
    redirectURL: '',
  },
  timings: { send: 0, wait: 12, receive: 0.5 },
});

/** An entry that departs: its name is not that of its status. */
export const departingEntry = (): object => harEntry({ body: { ...REFUSAL, name: 'INVALID_REQUEST' } });

/** A call of something else, whose answer looks like a recording itself. */
export const otherEntry = (): object =>
  harEntry({
    method: 'GET',
    url: 'https://x.test/app.js?u=/v2/invoicing/invoices/X/cancel',
    body: '{"log":{"entries":[{"a":1}]}}',
  });

/** A HAR of these entries; a text stands as it is. */
export const harOf = (entries: readonly (object | string)[], indent?: number): string => {
  const texts = entries.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry, null, indent)));
  return `{"log":{"version":"1.2","creator":{"name":"a recorder of 3\\" [ {","version":"1"},"pages":[{"entries":[1]}],"entries":[${texts.join(',\n')}],"comment":"entries: []"}}`;
};
