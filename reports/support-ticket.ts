import type { Exchange, Header } from '../schemas/exchange.ts';
import type { Finding } from '../schemas/finding.ts';
import { maskAddresses } from '../schemas/secrets/mail-addresses.ts';
import { isSensitive, REDACTED, redactNamed } from '../schemas/secrets/sensitive-names.ts';
import type { RunHeader } from './run-record.ts';

/** Longest body in a ticket, in UTF-16 units: ours. */
const LONGEST = 4000;

/** Where the legacy operation's id stands in an answer: JSON, name-value pairs or XML. */
const CORRELATION_ID = /correlationId(?:"\s*:\s*"|=|>)([\w-]{1,100})/;

const DEBUG_ID = /"debug_id"\s*:\s*"([^"]{1,100})"/;

/** The id by which PayPal finds an answer again, and what it is called. */
export interface AnswerId {
  readonly name: 'PayPal-Debug-Id' | 'correlationId';
  readonly value: string;
}

/** The id of an answer: the header's, or else the body's; undefined where it has none. */
export function answerIdOf({ response }: Pick<Exchange, 'response'>): AnswerId | undefined {
  if (response.kind === 'failure') return undefined;
  const inHeader = response.headers.find(([name]) => name.toLowerCase() === 'paypal-debug-id')?.[1];
  const debugId = inHeader ?? DEBUG_ID.exec(response.body)?.[1];
  if (debugId !== undefined) return { name: 'PayPal-Debug-Id', value: debugId };
  const correlationId = CORRELATION_ID.exec(response.body)?.[1];
  return correlationId === undefined ? undefined : { name: 'correlationId', value: correlationId };
}

/** What a ticket is about. */
export interface Reported {
  readonly run: Pick<RunHeader, 'id' | 'target' | 'contract' | 'suite'>;
  readonly scenario: string;
  readonly exchange: Exchange;
  readonly finding: Pick<Finding, 'explanation' | 'expected' | 'actual' | 'pointer' | 'clause'>;
}

/** A text fit to be sent to somebody else, however it came into the record. */
const redacted = (text: string): string => maskAddresses(redactNamed(text));

const headerLines = (headers: readonly Header[]): readonly string[] =>
  headers.map(([name, value]) => `${name}: ${isSensitive(name) ? REDACTED : redacted(value)}`);

function bodyText(body: string | null): string {
  if (body === null || body === '') return '(no body)';
  const rest = body.length - LONGEST;
  return redacted(body.slice(0, LONGEST)) + (rest > 0 ? `\n… and ${rest} characters more` : '');
}

function answerLines({ response }: Reported['exchange']): readonly string[] {
  if (response.kind === 'failure') return [`No answer: ${response.code}, ${redacted(response.message)}`];
  return [`HTTP ${response.status}`, ...headerLines(response.headers), '', bodyText(response.body)];
}

function seenLines({ finding, run }: Reported): readonly string[] {
  const { explanation, expected, actual, pointer, clause } = finding;
  return [
    redacted(explanation),
    ...(pointer === '' ? [] : [`Member:   ${pointer}`]),
    `Expected: ${redacted(expected)}`,
    `Actual:   ${redacted(actual)}`,
    `Contract: ${clause.file} ${run.contract.version}, line ${clause.line}, ${clause.pointer}`,
  ];
}

/** A ticket for PayPal's support, ready to paste: ids and times first, then what was seen, then request and answer, redacted. */
export function supportTicket(reported: Reported): string {
  const { run, scenario, exchange } = reported;
  const id = answerIdOf(exchange);
  const { request } = exchange;
  return [
    `Subject: ${exchange.operation} departs from its documentation`,
    '',
    `${id?.name ?? 'PayPal-Debug-Id'}: ${id?.value ?? 'the answer carried none'}`,
    `When: ${exchange.startedAt} (UTC), answered in ${exchange.durationMs.toFixed(0)} ms`,
    `Where: ${URL.canParse(request.url) ? new URL(request.url).origin : request.url}`,
    '',
    'What was seen',
    ...seenLines(reported),
    '',
    'Request (credentials left out)',
    `${request.method} ${redacted(request.url)}`,
    ...headerLines(request.headers),
    '',
    bodyText(request.body),
    '',
    'Answer',
    ...answerLines(exchange),
    '',
    `Seen by ${run.suite.name} ${run.suite.version}, run ${run.id}, scenario ${scenario}.`,
  ].join('\n');
}
