import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A refused cancel as PayPal's document has it, of the usual size. */
const REFUSAL = JSON.stringify({
  name: 'UNPROCESSABLE_ENTITY',
  message: 'The requested action could not be performed, semantically incorrect, or failed business validation.',
  debug_id: '90957fca61718',
  details: [{ issue: 'CANNOT_CANCEL_DRAFT_INVOICE', description: 'Draft invoice cannot be canceled.' }],
  links: [{ href: 'https://developer.paypal.com/docs/api/invoicing/#errors', rel: 'information_link', method: 'GET' }],
});

/** An upstream that costs as little as a server can: it says where it listens and answers each request alike. */
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(422, {
    'Content-Type': 'application/json',
    'Content-Length': REFUSAL.length,
    'PayPal-Debug-Id': '90957fca61718',
  });
  response.end(REFUSAL);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
