import { harAnswer } from './har-answer.ts';
import { memberOf, numberOf, textOf } from './members.ts';
import { instantOf, type OperationOf, type Reading, rawPathOf } from './recorded-exchange.ts';
import { headersIn } from './shown-headers.ts';

/** The request's body as text; null where none was sent, or none recorded. */
function postedBy(request: unknown): string | null {
  const posted = memberOf(request, 'postData');
  const text = textOf(posted, 'text');
  if (text === undefined) return null;
  const encoding = textOf(posted, 'encoding') ?? textOf(posted, '_encoding');
  return encoding?.toLowerCase() === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
}

/** Reads an entry of a HAR 1.2 log; members that the format does not know are passed over. */
export function readHarEntry(entry: unknown, operationOf: OperationOf): Reading {
  const request = memberOf(entry, 'request');
  const [method, url] = [textOf(request, 'method')?.toUpperCase(), textOf(request, 'url')];
  if (method === undefined || url === undefined) return { why: 'has no request with a method and a URL' };
  const operation = operationOf(method, url);
  if (operation === undefined) return 'other';
  const sent = headersIn(memberOf(request, 'headers'));
  const answer = memberOf(entry, 'response');
  const received = headersIn(memberOf(answer, 'headers'));
  const credential = sent.credentials.length > 0 ? 'caller' : 'none';
  return {
    exchange: {
      operation,
      request: { method, url, path: rawPathOf(url), headers: sent.shown, body: postedBy(request), credential },
      response: harAnswer(answer, received.shown),
      startedAt: instantOf(textOf(entry, 'startedDateTime')),
      durationMs: Math.max(0, numberOf(entry, 'time') ?? 0),
    },
    credentials: [...sent.credentials, ...received.credentials],
  };
}
