// A client that keeps every rule, and the ways to break one of them: the module under test is told which by BROKEN_CLIENT.
import { request } from 'node:http';

/** What fetch does not let anybody send. */
const plainly = (url, { body, ...options }) =>
  new Promise((resolve, reject) => {
    const answered = async (answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      resolve(new Response(text || null, { status: answer.statusCode, headers: answer.headers }));
    };
    request(url, options, (answer) => answered(answer).catch(reject))
      .on('error', reject)
      .end(body);
  });

const FAULTS = {
  none: {},
  // Honest as well: it refuses what exceeds a limit itself, and waits as long as a rate limit says.
  careful: {
    refuses: ({ note = '', subject = '', additional_recipients = [] }) =>
      [...note].length > 4000 || [...subject].length > 4000 || additional_recipients.length > 100,
    repeats: (status, waited) => status === 429 && !waited,
    waits: 1000,
  },
  'retries-on-500': { repeats: (status, again) => status === 500 && !again },
  'retries-on-reset': { repeats: (status, again) => status === undefined && !again },
  'hurries-after-429': { repeats: (status, again) => status === 429 && !again },
  'any-2xx-is-success': { succeeds: (status) => status >= 200 && status < 300 },
  'parses-204': { parses204: true },
  'looks-first': { before: (origin, id) => fetch(`${origin}/v2/invoicing/invoices/${encodeURIComponent(id)}`) },
  'asks-for-a-token': { before: (origin) => fetch(`${origin}/v1/oauth2/token`, { method: 'POST' }) },
  'token-in-a-header': { headers: (all) => ({ ...all, 'x-debug': `token=${all.authorization.slice(7)}` }) },
  'token-in-a-cookie': { headers: (all) => ({ ...all, cookie: `token=${all.authorization.slice(7)}` }) },
  'media-type-with-parameters': {
    headers: (all) => ({ ...all, 'content-type': 'application/json;version=1; Charset="UTF-8"' }),
  },
  // As Java's own client does where it is told nothing else.
  'offers-http2': {
    fetch: plainly,
    headers: (all) => ({ ...all, connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAEAAEAA' }),
  },
  'asks-for-options': { before: (origin) => plainly(origin, { method: 'OPTIONS', path: '*' }) },
  'drops-status': { tells: ({ status: _, ...failure }) => failure },
  'drops-name': { tells: ({ name: _, ...failure }) => failure },
  'drops-issues': { tells: ({ issues: _, ...failure }) => failure },
  'drops-debug-id': { tells: ({ debugId: _, ...failure }) => failure },
  'drops-retry-after': { tells: ({ retryAfter: _, ...failure }) => failure },
  'first-issue-only': { tells: ({ issues, ...failure }) => ({ ...failure, issues: issues?.slice(0, 1) }) },
  'reads-free-text': {
    tells: (failure, text) =>
      text.includes('Draft invoice') ? { ...failure, issues: [{ issue: 'CANNOT_CANCEL_DRAFT_INVOICE' }] } : failure,
  },
  'known-issues-only': {
    tells: ({ issues, ...failure }) => ({ ...failure, issues: issues?.filter(({ issue }) => !/DISPUTED/.test(issue)) }),
  },
  'token-in-error': { tells: (failure, _, token) => ({ ...failure, message: `failed with Bearer ${token}` }) },
  'everything-is-network': { tells: (failure) => ({ ...failure, kind: 'network' }) },
  'half-an-outcome': { tells: ({ kind: _, ...failure }) => failure },
  'crashes-on-html': { parse: JSON.parse },
  'truncates-notes': {
    sends: ({ note, ...rest }) => (note === undefined ? rest : { ...rest, note: note.slice(0, 4000) }),
  },
  'drops-falsy': { sends: (given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value)) },
  'adds-its-own': { sends: (given) => ({ note: 'Sent by an SDK', ...given }) },
  'adds-unknown': { sends: (given) => ({ ...given, sdk_version: '1.0' }) },
  'escapes-twice': { segment: (id) => encodeURIComponent(encodeURIComponent(id)) },
  'escapes-never': { segment: (id) => id },
  'no-content-type': { headers: (all) => ({ authorization: all.authorization }) },
  'no-authorization': { headers: (all) => ({ 'content-type': all['content-type'] }) },
  'no-body': { body: () => undefined },
  'follows-redirects': { redirect: 'follow' },
  'never-gives-up': { signal: undefined },
};

const fault = FAULTS[process.env.BROKEN_CLIENT ?? 'none'];

const quietly = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

function kindOf(status, error) {
  if (status === 401) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  if (error === undefined) return 'unreadable';
  return status < 500 ? 'refused' : 'failed';
}

function failureFrom(status, headers, text) {
  const value = (fault.parse ?? quietly)(text);
  const error = value !== null && typeof value === 'object' ? value : undefined;
  const items = Array.isArray(error?.details) ? error.details.filter(({ issue }) => issue) : undefined;
  return {
    ...{ ok: false, kind: kindOf(status, error), status, message: `answered ${status}`, name: error?.name },
    issues: items?.map(({ issue, field }) => ({ issue, field })),
    debugId: error?.debug_id ?? headers.get('paypal-debug-id') ?? undefined,
    retryAfter: headers.has('retry-after') ? Number(headers.get('retry-after')) : undefined,
  };
}

async function sent({ baseUrl, accessToken, invoiceId, notification, timeoutMs }) {
  const segment = (fault.segment ?? encodeURIComponent)(invoiceId);
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const text = JSON.stringify(fault.sends?.(notification) ?? notification);
  if (fault.before) await fault.before(baseUrl, invoiceId).then((answer) => answer.arrayBuffer());
  const response = await (fault.fetch ?? fetch)(`${baseUrl}/v2/invoicing/invoices/${segment}/cancel`, {
    method: 'POST',
    headers: fault.headers?.(headers) ?? headers,
    // Of a text fetch would say what it is.
    body: fault.body ? fault.body() : fault.headers ? new TextEncoder().encode(text) : text,
    redirect: fault.redirect ?? 'manual',
    ...('signal' in fault ? {} : { signal: AbortSignal.timeout(timeoutMs) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function attempt(call, again) {
  let answer;
  try {
    answer = await sent(call);
  } catch (error) {
    if (fault.repeats?.(undefined, again)) return attempt(call, true);
    const kind = error.name === 'TimeoutError' ? 'timeout' : 'network';
    return { ok: false, kind, message: error.name };
  }
  const { status, headers, text } = answer;
  if (fault.repeats?.(status, again)) {
    if (fault.waits) await new Promise((resolve) => setTimeout(resolve, fault.waits));
    return attempt(call, true);
  }
  if (status === 204 && fault.parses204 && quietly(text) === undefined)
    return { ok: false, kind: 'unreadable', status, message: 'no JSON' };
  if (fault.succeeds?.(status) ?? status === 204) return { ok: true };
  const failure = failureFrom(status, headers, text);
  return fault.tells?.(failure, text, call.accessToken) ?? failure;
}

export async function cancelInvoice(call) {
  if (fault.refuses?.(call.notification)) return { ok: false, kind: 'not-sent', message: 'beyond a limit' };
  return attempt(call, false);
}
