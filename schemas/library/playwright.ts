import { findingText } from '../checks/finding-text.ts';
import { LEVELS, type Level } from '../contract/clause.ts';
import { SuiteError } from '../contract/suite-error.ts';
import type { Finding } from '../finding.ts';
import { type JudgeOptions, judge } from './judge.ts';
import type { OperationId } from './operation-list.ts';
import type { PlainExchange, PlainHeaders } from './plain-exchange.ts';

type NamedValues = readonly { readonly name: string; readonly value: string }[];

/** Playwright's `APIResponse`, or the `Response` of a page, as far as they are used: any version's have these. */
export interface ApiResponse {
  status(): number;
  headersArray(): NamedValues | Promise<NamedValues>;
  body(): Promise<Uint8Array>;
}

/** An answer of `fetch`, as far as it is used. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: PlainHeaders;
  clone(): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** What is known besides the answer, and which findings count. */
export interface ConformOptions extends Omit<JudgeOptions, 'operation'> {
  /** Findings of this level and above fail; SHOULD where it is left out. */
  readonly failOn?: Level;
}

/** What `expect` is told. */
export interface MatcherResult {
  readonly name: 'toConformTo';
  readonly pass: boolean;
  readonly message: () => string;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';

const isApiResponse = (received: object): received is ApiResponse =>
  'headersArray' in received &&
  isFunction(received.headersArray) &&
  'status' in received &&
  isFunction(received.status);

const isFetchResponse = (received: object): received is FetchResponse =>
  'clone' in received && isFunction(received.clone) && 'status' in received && typeof received.status === 'number';

async function exchangeIn(received: unknown): Promise<PlainExchange> {
  const value = Object(received) as object;
  if (isApiResponse(value)) {
    const headers = (await value.headersArray()).map(({ name, value: text }) => [name, text] as const);
    return { response: { status: value.status(), headers, body: await value.body() } };
  }
  if (isFetchResponse(value)) {
    const body = new Uint8Array(await value.clone().arrayBuffer());
    return { response: { status: value.status, headers: value.headers, body } };
  }
  if ('response' in value) return value as PlainExchange;
  throw new SuiteError('USAGE', 'toConformTo was given neither an answer nor an exchange', {
    hint: 'Give it what request.post() or fetch() resolves to, or { request, response }.',
  });
}

const counts = ({ origin, level }: Finding, failOn: Level): boolean =>
  origin !== 'undefined' && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);

function sentence(operation: OperationId, findings: readonly Finding[]): string {
  if (findings.length === 0) return `The answer conforms to ${operation}, and was expected not to.`;
  const count = `${findings.length} ${findings.length === 1 ? 'way' : 'ways'}`;
  return [
    `The answer departs from ${operation} in ${count}:`,
    ...findings.map((finding) => findingText(operation, finding)),
  ].join('\n\n');
}

/**
 * For `expect.extend(matchers)` of Playwright, Vitest or Jest: `await expect(answer).toConformTo('invoices.cancel')` passes
 * where the answer keeps the contract, and else names each finding with its clause. With a status, and an issue, in the
 * options the answer has to be that one.
 */
export const matchers = {
  async toConformTo(received: unknown, operation: OperationId, options: ConformOptions = {}): Promise<MatcherResult> {
    const { failOn = 'SHOULD', ...expected } = options;
    const findings = judge(await exchangeIn(received), { ...expected, operation });
    const failing = findings.filter((finding) => counts(finding, failOn));
    return { name: 'toConformTo', pass: failing.length === 0, message: () => sentence(operation, failing) };
  },
};
