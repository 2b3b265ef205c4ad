import type { components } from './contract.ts';

type Schemas = components['schemas'];
type IssueIn<Name extends keyof Schemas> =
  NonNullable<Schemas[Name] extends { details?: infer Details } ? Details : never> extends readonly (infer Item)[]
    ? Item extends { issue?: infer Issue }
      ? NonNullable<Issue>
      : never
    : never;

/** The request's body, as the contract has it. */
export type Notification = Schemas['notification'];

/** The issue codes that the contract documents. */
export type KnownIssue = IssueIn<'invoices.cancel-400'> | IssueIn<403> | IssueIn<'invoices.cancel-422'>;

/** A code of the contract, or one of tomorrow: editors offer the first, the compiler accepts the second. */
export type Issue = KnownIssue | (string & {});

/** Why a cancel did not come about, told without free text. */
export interface Failure {
  readonly ok: false;
  readonly kind: 'refused' | 'unauthorized' | 'rate-limited' | 'failed' | 'unreadable' | 'network' | 'timeout';
  readonly message: string;
  readonly status?: number;
  readonly name?: string;
  readonly issues?: readonly { readonly issue: Issue; readonly field?: string }[];
  readonly debugId?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** What became of a cancel. */
export type Outcome = { readonly ok: true } | Failure;

/** One cancel. */
export interface Cancel {
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly invoiceId: string;
  readonly notification?: Notification;
  /** Longest wait for a whole answer, in milliseconds. */
  readonly timeoutMs?: number;
}

type Members = Readonly<Record<string, unknown>>;

/** The members of an object; undefined where the value is none. */
const membersOf = (value: unknown): Members | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Members) : undefined;

function errorIn(text: string): Members | undefined {
  try {
    return membersOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function kindOf(status: number, error: Members | undefined): Failure['kind'] {
  if (status === 401) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  if (error === undefined) return 'unreadable';
  return status >= 400 && status < 500 ? 'refused' : 'failed';
}

/** A member that is only there where it is a text: a service in trouble may send anything. */
const text = <Name extends string>(name: Name, value: unknown): { readonly [member in Name]?: string } =>
  (typeof value === 'string' ? { [name]: value } : {}) as { readonly [member in Name]?: string };

function issuesIn({ details }: Members): Pick<Failure, 'issues'> {
  if (!Array.isArray(details)) return {};
  const items: readonly (Members | undefined)[] = details.map(membersOf);
  return {
    issues: items.flatMap((item) =>
      typeof item?.issue === 'string' ? [{ issue: item.issue, ...text('field', item.field) }] : [],
    ),
  };
}

async function failureOf(response: Response): Promise<Failure> {
  const { status, headers } = response;
  const error = errorIn(await response.text());
  const seconds = headers.get('retry-after') ?? '';
  return {
    ok: false,
    kind: kindOf(status, error),
    status,
    message: `The cancel was answered ${status}`,
    ...text('name', error?.name),
    ...(error && issuesIn(error)),
    ...text('debugId', error?.debug_id ?? headers.get('paypal-debug-id')),
    ...(/^\d+$/.test(seconds) && { retryAfter: Number(seconds) }),
  };
}

/** Cancels an invoice: one request, never repeated, since a cancel without an answer may have happened. */
export async function cancelInvoice({
  baseUrl,
  accessToken,
  invoiceId,
  notification = {},
  timeoutMs = 30_000,
}: Cancel): Promise<Outcome> {
  try {
    const response = await fetch(`${baseUrl}/v2/invoicing/invoices/${encodeURIComponent(invoiceId)}/cancel`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(notification),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return response.status === 204 ? { ok: true } : await failureOf(response);
  } catch (error) {
    const { name } = error as Error;
    return {
      ok: false,
      kind: name === 'TimeoutError' ? 'timeout' : 'network',
      message: `No whole answer came (${name})`,
    };
  }
}
