import type { FindingKind } from '../../schemas/finding.ts';
import { bodyOf, detailsOf, type Json, withBody } from '../liars/rewrite.ts';
import type { TargetAnswer } from '../lie.ts';

/** One way in which the real service was seen to depart from its contract, or to use what the contract leaves free. */
export interface KnownDeparture {
  /** Stable, in kebab-case; the shipped baseline names its entry alike. */
  readonly id: string;
  /** A predicate, e.g. `links without rel`. */
  readonly does: string;
  /** Where it is known from. */
  readonly source: string;
  /** What it draws; nothing where the contract leaves it free. */
  readonly draws: readonly FindingKind[];
  /** The answer as the real service gives it. */
  change(answer: TargetAnswer): TargetAnswer;
}

const DEBUG_ID = 'paypal-debug-id';
const isError = ({ status }: TargetAnswer): boolean => status >= 400;

/** Rewrites the JSON body of answers of these statuses. */
const rewritten =
  (statuses: readonly number[], change: (body: Json) => Json) =>
  (answer: TargetAnswer): TargetAnswer => {
    const body = statuses.includes(answer.status) ? bodyOf(answer) : undefined;
    return body === undefined ? answer : withBody(answer, JSON.stringify(change(body)));
  };

const INVOICING_PAGE = 'https://developer.paypal.com/docs/api/invoicing/v2/';

const inCamelCase = (detail: Json): Json =>
  detail.field === '/invoice_id' ? { ...detail, field: 'invoiceId' } : detail;

/** What is known of the real service beyond its contract, a row each. Recorded from it in public, but not always for cancel. */
export const KNOWN_DEPARTURES: readonly KnownDeparture[] = [
  {
    id: 'links-without-rel',
    does: 'links of a 400 and a 404 have href and method only',
    source: 'recorded from other v2 operations; for cancel it is inferred',
    draws: ['incomplete-link'],
    change: rewritten([400, 404], (body) => ({
      ...body,
      links: [{ href: `${INVOICING_PAGE}#error-${body.name}`, method: 'GET' }],
    })),
  },
  {
    id: 'oauth-body-of-401',
    does: 'answers 401 with the body of an OAuth error',
    source: 'recorded from the service',
    draws: ['schema-violation'],
    change: rewritten([401], (body) =>
      'name' in body ? { error: 'invalid_token', error_description: 'Token signature verification failed' } : body,
    ),
  },
  {
    id: 'message-of-415',
    does: 'words the message of a 415 in its own way',
    source: 'recorded from the service',
    draws: ['wrong-message'],
    change: rewritten([415], (body) => ({ ...body, message: 'The request payload is not supported' })),
  },
  {
    id: 'field-of-the-path',
    does: 'names the path parameter invoiceId instead of pointing to it',
    source: 'recorded: cancel of a SCHEDULED invoice',
    draws: [],
    change: rewritten([403, 422], (body) =>
      Array.isArray(body.details) ? { ...body, details: detailsOf(body).map(inCamelCase) } : body,
    ),
  },
  {
    id: 'debug-id-in-upper-case-and-twice',
    does: 'writes its debug id in varying case, and sends it twice',
    source: 'recorded from the service',
    draws: [],
    change: (answer) => {
      const id = answer.headers.find(([name]) => name.toLowerCase() === DEBUG_ID)?.[1];
      if (id === undefined || !isError(answer)) return answer;
      return { ...answer, headers: [...answer.headers, ['paypal-debug-id', id.toUpperCase()]] };
    },
  },
];
