import type { Operation } from '../contract/operation.ts';
import type { AnsweredExchange } from '../exchange.ts';
import { namedIssues } from './answer-body.ts';
import type { Judged } from './check.ts';

/** An answered exchange with its body parsed and its contract looked up, once for every check. */
export function makeReady(exchange: AnsweredExchange, operation: Operation): Judged {
  const { status, headers, body: text } = exchange.response;
  const contract = operation.statusContract(status);
  let body: unknown;
  let jsonError: string | undefined;
  try {
    if (text !== '') body = JSON.parse(text);
  } catch (error) {
    jsonError = (error as Error).message;
  }
  return { exchange, status, contract, headers, text, body, jsonError, issues: namedIssues(body) };
}
