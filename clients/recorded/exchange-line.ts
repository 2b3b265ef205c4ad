import type { Answer, Failure } from '../../schemas/exchange.ts';
import { failure } from '../failure.ts';
import { readHarEntry } from './har-entry.ts';
import { memberOf, numberOf, textOf } from './members.ts';
import { instantOf, type OperationOf, type Reading, rawPathOf } from './recorded-exchange.ts';
import { headersIn } from './shown-headers.ts';
import { withinLimit } from './within-limit.ts';

/** A body as text: one that is JSON may stand unquoted. */
function bodyOf(value: unknown): string | undefined {
  const body = memberOf(value, 'body');
  if (body === undefined || body === null) return undefined;
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function answerIn(response: unknown): Answer | Failure {
  const status = numberOf(response, 'status');
  if (status === undefined || !Number.isInteger(status) || status < 100 || status > 999)
    return failure(
      textOf(response, 'code') ?? 'NO_ANSWER',
      textOf(response, 'message') ?? 'The recording has no answer.',
    );
  const body = bodyOf(response) ?? '';
  return withinLimit({
    kind: 'answer',
    status,
    headers: headersIn(memberOf(response, 'headers')).shown,
    body,
    bodyBytes: numberOf(response, 'bodyBytes') ?? Buffer.byteLength(body),
    validUtf8: memberOf(response, 'validUtf8') !== false,
  });
}

/** Of a HAR entry alone, wherever it stands: no member of ours is called so. */
const isHarEntry = (value: unknown): boolean =>
  memberOf(value, 'startedDateTime') !== undefined || memberOf(memberOf(value, 'response'), 'content') !== undefined;

/** Reads a line: an exchange as `exchange.schema.json` has it, or an entry of a HAR. */
export function readExchangeLine(line: unknown, operationOf: OperationOf): Reading {
  if (isHarEntry(line)) return readHarEntry(line, operationOf);
  const request = memberOf(line, 'request');
  const url = textOf(request, 'url') ?? textOf(request, 'path');
  if (url === undefined) return { why: 'is no exchange: it has no request with a URL or a path' };
  const method = textOf(request, 'method')?.toUpperCase() ?? 'POST';
  const operation = operationOf(method, url);
  if (operation === undefined) return 'other';
  const sent = headersIn(memberOf(request, 'headers'));
  const response = memberOf(line, 'response');
  const credential = textOf(request, 'credential') ?? (sent.credentials.length > 0 ? 'caller' : 'none');
  return {
    exchange: {
      operation,
      request: {
        method,
        url,
        path: textOf(request, 'path') ?? rawPathOf(url),
        headers: sent.shown,
        body: bodyOf(request) ?? null,
        credential,
      },
      response: answerIn(response),
      startedAt: instantOf(textOf(line, 'startedAt')),
      durationMs: Math.max(0, numberOf(line, 'durationMs') ?? 0),
    },
    credentials: [...sent.credentials, ...headersIn(memberOf(response, 'headers')).credentials],
  };
}
