import { SuiteError } from '../../schemas/contract/suite-error.ts';
import type { Target } from '../target.ts';
import { DEMO_FOREIGN, DEMO_LEGACY_FOREIGN, DEMO_LEGACY_MERCHANT, DEMO_MERCHANT } from './merchants.ts';

/** The prism target that listens at `baseUrl`, in this process or in another. */
export const connectPrism = (baseUrl: string): Target => ({
  name: 'prism',
  baseUrl,
  judges: 'mock',
  capabilities: new Set(['fault', 'expired-token', 'unscoped-token', 'foreign-merchant']),
  merchants: { merchant: DEMO_MERCHANT, foreign: DEMO_FOREIGN },
  legacy: { baseUrl, merchants: { merchant: DEMO_LEGACY_MERCHANT, foreign: DEMO_LEGACY_FOREIGN } },
  async specialToken(kind) {
    const { access_token } = await told(baseUrl, 'tokens', { client_id: DEMO_MERCHANT.clientId, kind });
    return String(access_token);
  },
  async setFault(invoiceId, status) {
    await told(baseUrl, 'faults', { invoice_id: invoiceId, status });
  },
  async setLegacyFault(invoiceId, code) {
    await told(baseUrl, 'legacy-faults', { invoice_id: invoiceId, code });
  },
});

/** How long a control call may take, in milliseconds: it waits for nothing but Prism's start. */
const TIMEOUT_MS = 30_000;

/** What the director answers to a control call; TARGET_UNREACHABLE where it does not, DEFECT where it refuses. */
async function told(baseUrl: string, what: string, body: unknown): Promise<Readonly<Record<string, unknown>>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const init = { method: 'POST', signal, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const asked = fetch(`${baseUrl}/_director/${what}`, init).then(async (response) => ({
    response,
    answer: (await response.json()) as Readonly<Record<string, unknown>>,
  }));
  const { response, answer } = await asked.catch((cause: unknown) => {
    throw new SuiteError('TARGET_UNREACHABLE', `Nothing answers at ${baseUrl}`, {
      hint: 'Start the prism target.',
      cause,
    });
  });
  if (response.ok) return answer;
  throw new SuiteError('DEFECT', `The prism target refuses: ${answer.message}`, {
    hint: 'Ask for a fault that the documents have an example for, on an invoice that exists.',
  });
}
