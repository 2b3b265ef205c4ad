import { askedFormat, decodedAnswer } from '../../schemas/checks/legacy/wire-formats.ts';
import { type JsonPointer, valueAt } from '../../schemas/contract/clause.ts';
import { type AnsweredExchange, type Exchange, type Header, headerOf, isAnswered } from '../../schemas/exchange.ts';
import type { ScenarioRecord } from '../run-record.ts';
import { type BodyMembers, bodyMembers } from './body-members.ts';

/** What of an answer can be held against that of another service. */
export interface ComparedAnswer {
  readonly status: number;
  /** Of a legacy answer its acknowledgment. */
  readonly name: string;
  /** Sorted, since nothing promises their order. */
  readonly issues: readonly string[];
  readonly members: BodyMembers;
  /** Those that matter, sorted; the media type with its value. */
  readonly headers: readonly string[];
  /** The first letters of a body that is not JSON; empty where it is, or there is none. */
  readonly text: string;
}

/** Headers whose presence means something to a client, in small letters. */
const HEADERS = ['allow', 'location', 'paypal-debug-id', 'retry-after', 'www-authenticate'] as const;

/** How much of a body that is not JSON is shown, in UTF-16 units. */
const SHOWN = 80;

interface Parsed {
  readonly body?: unknown;
  readonly text: string;
}

function parsed(text: string): Parsed {
  try {
    return { body: JSON.parse(text), text: '' };
  } catch {
    return { text: text.slice(0, SHOWN) };
  }
}

/** A legacy answer is compared in normal form, whatever its wire format. */
function read(exchange: AnsweredExchange): Parsed {
  const { body: text } = exchange.response;
  if (askedFormat(exchange.request) === undefined) return parsed(text);
  const { decoded } = decodedAnswer(exchange);
  return 'undecodable' in decoded ? { text: text.slice(0, SHOWN) } : { body: decoded.message, text: '' };
}

function headerNames(headers: readonly Header[]): readonly string[] {
  const mediaType = headerOf(headers, 'content-type')?.replace(/;.*/, '').trim().toLowerCase();
  const present = HEADERS.filter((name) => headerOf(headers, name) !== undefined);
  return mediaType === undefined ? present : [`content-type ${mediaType}`, ...present];
}

/** Where each system lists what is wrong, and what it calls that. */
const ISSUES = [
  ['/details', '/issue'],
  ['/error', '/errorId'],
] as const;

function issuesIn(body: unknown): readonly string[] {
  const issues = ISSUES.flatMap(([list, name]) => {
    const items = valueAt(body, list);
    return Array.isArray(items) ? items.map((item) => valueAt(item, name)) : [];
  });
  return issues.filter((issue) => typeof issue === 'string').toSorted();
}

/** An answer as it is compared. */
export function comparedAnswer(exchange: AnsweredExchange): ComparedAnswer {
  const { status, headers } = exchange.response;
  const { body, text: rest } = read(exchange);
  const name = valueAt(body, '/name') ?? valueAt(body, '/responseEnvelope/ack');
  return {
    status,
    name: typeof name === 'string' ? name : 'none',
    issues: issuesIn(body),
    members: bodyMembers(body),
    headers: headerNames(headers),
    text: rest,
  };
}

/** Statuses after which a call is made again: of a service they say nothing of the contract. */
const AGAIN: readonly number[] = [429, 502, 503, 504];

const isSame = (one: Exchange, other: Exchange | undefined): boolean =>
  one.request.method === other?.request.method &&
  one.request.url === other.request.url &&
  one.request.body === other.request.body;

/** The answers of the operation under test, in their order; those that were asked for again are left out. */
export function answersUnderTest({ operation, exchanges, topic }: ScenarioRecord): readonly AnsweredExchange[] {
  const own = exchanges.filter((exchange) => exchange.operation === operation);
  const last = own.filter((exchange, at) => {
    const isRefused = isAnswered(exchange) && AGAIN.includes(exchange.response.status);
    return topic === 'fault' || !isRefused || !isSame(exchange, own[at + 1]);
  });
  return last.filter(isAnswered);
}

/** The operations that look at an invoice, and where their answers show its state. */
const LOOKS: Readonly<Record<string, JsonPointer>> = {
  'invoices.get': '/status',
  GetInvoiceDetails: '/invoiceDetails/status',
};

/** What the invoice was in the end, as the service itself says; undefined where it was not asked for, or not found. */
export function stateAfterwards({ exchanges, operation }: ScenarioRecord): string | undefined {
  const first = exchanges.findIndex((exchange) => exchange.operation === operation);
  const states = exchanges.slice(first + 1).flatMap((exchange) => {
    const at = LOOKS[exchange.operation];
    if (at === undefined || !isAnswered(exchange) || exchange.response.status !== 200) return [];
    const state = valueAt(read(exchange).body, at);
    return typeof state === 'string' ? [state] : [];
  });
  return states.at(-1);
}
