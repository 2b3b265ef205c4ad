// @paypal/agent-toolkit as it is, in the form that the gate asks for: `run --client examples/clients/agent-toolkit.mjs`.
// Only names are translated here. What the toolkit does not tell its caller is left out, not looked up.
import { PayPalAPI } from '@paypal/agent-toolkit/mcp';

/** The kind of a failure, by the code and the status that the toolkit gives. */
function kindOf({ code, status }) {
  if (code !== 'PAYPAL_API_HTTP_ERROR') return 'network';
  if (status === 401) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  return status >= 400 && status < 500 ? 'refused' : 'failed';
}

export async function cancelInvoice({ baseUrl, accessToken, invoiceId, notification }) {
  const api = new PayPalAPI(accessToken, { sandbox: true });
  api.paypalClient._baseUrl = baseUrl;
  const told = JSON.parse(await api.run('cancel_sent_invoice', { invoice_id: invoiceId, ...notification }));
  if (told?.success === true) return { ok: true };
  if (told?.ok === false) return { ok: false, kind: kindOf(told), status: told.status, message: told.message };
  // Neither a success nor an error: the body of an answer that it did not expect.
  return { ok: false, kind: 'failed', message: told?.error?.message ?? 'No word of a success' };
}
