/** The answer of every entry: a refusal that conforms, so that every check judges it to its end. */
const REFUSAL = {
  name: 'UNPROCESSABLE_ENTITY',
  message: 'The requested action could not be performed, semantically incorrect, or failed business validation.',
  debug_id: '90957fca61718',
  details: [{ issue: 'CANNOT_CANCEL_DRAFT_INVOICE', description: 'Draft invoice cannot be canceled.' }],
  links: [{ href: 'https://developer.paypal.com/docs/api/invoicing/#errors', rel: 'information_link', method: 'GET' }],
};

const header = (name: string, value: string): object => ({ name, value });

/** An entry of about 1.5 KB, as a browser writes it. */
const entry = (n: number): object => ({
  startedDateTime: new Date(1_700_000_000_000 + n * 1000).toISOString(),
  time: 123.4,
  request: {
    method: 'POST',
    url: `https://api-m.sandbox.paypal.com/v2/invoicing/invoices/INV2-ABCD-${1000 + (n % 9000)}-WXYZ-6789/cancel`,
    httpVersion: 'HTTP/2',
    cookies: [],
    headers: [
      header('content-type', 'application/json'),
      header('authorization', 'Bearer A21AAF0123456789012345678901234567890123456789'),
      header('accept', '*/*'),
      header('user-agent', 'bench'),
    ],
    queryString: [],
    postData: {
      mimeType: 'application/json',
      text: '{"subject":"Invoice canceled","note":"Cancelling \\"the\\" invoice"}',
    },
    headersSize: -1,
    bodySize: 110,
  },
  response: {
    status: 422,
    statusText: 'Unprocessable Entity',
    httpVersion: 'HTTP/2',
    cookies: [],
    headers: [
      header('content-type', 'application/json'),
      header('paypal-debug-id', '90957fca61718'),
      header('date', 'Sun, 22 Nov 2026 04:50:09 GMT'),
    ],
    content: { size: 480, mimeType: 'application/json', text: JSON.stringify(REFUSAL) },
    redirectURL: '',
    headersSize: -1,
    bodySize: 480,
  },
  cache: {},
  timings: { send: 0, wait: 120, receive: 3 },
});

/** Entries that are written together. */
const BLOCK = 1000;

/** A recording of at least so many bytes, piece by piece: nothing of it is held or stored. */
export function* recordingOf(format: 'har' | 'ndjson', bytes: number): Generator<Buffer> {
  const texts = Array.from({ length: BLOCK }, (_, n) => JSON.stringify(entry(n)));
  const block = Buffer.from(`${texts.join(format === 'har' ? ',' : '\n')}`);
  const separator = Buffer.from(format === 'har' ? ',' : '\n');
  if (format === 'har')
    yield Buffer.from('{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[');
  for (let size = 0; size < bytes; size += block.length) {
    if (size > 0) yield separator;
    yield block;
  }
  if (format === 'har') yield Buffer.from(']}}');
}
