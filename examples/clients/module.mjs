// A client of the cancel with nothing but Node: what `cancel-conformance run --client examples/clients/module.mjs` judges.

/** An id is one segment of the path, whatever characters it has. */
const urlOf = (baseUrl, invoiceId) => `${baseUrl}/v2/invoicing/invoices/${encodeURIComponent(invoiceId)}/cancel`;

/** The error that the service wrote; undefined where what came is none of its own. */
function errorIn(text) {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function kindOf(status, error) {
  if (status === 401) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  if (error === undefined) return 'unreadable';
  return status >= 400 && status < 500 ? 'refused' : 'failed';
}

/** Only what is text is taken over: a service in trouble may send anything. */
const textIn = (value) => (typeof value === 'string' ? value : undefined);

function issuesIn({ details }) {
  if (!Array.isArray(details)) return undefined;
  const items = details.filter((item) => typeof item?.issue === 'string');
  return items.map(({ issue, field }) => ({ issue, field: textIn(field) }));
}

async function failureOf(response) {
  const { status, headers } = response;
  const error = errorIn(await response.text());
  const seconds = headers.get('retry-after');
  return {
    ok: false,
    kind: kindOf(status, error),
    status,
    name: textIn(error?.name),
    issues: error && issuesIn(error),
    debugId: textIn(error?.debug_id) ?? headers.get('paypal-debug-id') ?? undefined,
    retryAfter: seconds !== null && /^\d+$/.test(seconds) ? Number(seconds) : undefined,
    message: `The cancel was answered ${status} ${textIn(error?.name) ?? ''}`.trim(),
  };
}

/** Cancels an invoice: one request, never repeated, since a cancel without an answer may have happened. */
export async function cancelInvoice({ baseUrl, accessToken, invoiceId, notification, timeoutMs = 30_000 }) {
  try {
    const response = await fetch(urlOf(baseUrl, invoiceId), {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(notification ?? {}),
      // A redirect would take the token and the cancel elsewhere.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return response.status === 204 ? { ok: true } : await failureOf(response);
  } catch (error) {
    const kind = error.name === 'TimeoutError' ? 'timeout' : 'network';
    return { ok: false, kind, message: `No whole answer came (${error.cause?.code ?? error.name})` };
  }
}
