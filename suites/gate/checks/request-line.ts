import { clipped, departure, type GateCheck, type GateDeparture, NOTHING } from '../gate-check.ts';

/** A segment unescaped once; undefined where its escaping is broken. */
function unescaped(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/** Method and path are the operation's, without a query, and the id is one segment that unescapes to what the caller gave. */
export const requestLine: GateCheck = (judged) => {
  const { arrivals, operation, call } = judged;
  const [first] = arrivals;
  if (first === undefined) return NOTHING;
  const { method, path } = first.exchange.request;
  const [before = '', after = ''] = operation.path.split('{invoice_id}');
  const expected = `${operation.method} ${operation.path}, the id escaped once`;
  const id = JSON.stringify(clipped(call.invoiceId));
  const wrong = (actual: string, explanation: string): GateDeparture =>
    departure(
      judged,
      { kind: 'client-wrong-request', expected, actual: `${actual}, for the id ${id}`, explanation },
      'parameter/invoice_id/required',
    );
  if (method !== operation.method)
    return [wrong(`${method} ${path}`, `The cancel is a ${operation.method}, and the client sends ${method}.`)];
  const segment =
    path.startsWith(before) && path.endsWith(after) ? path.slice(before.length, -after.length) : undefined;
  if (segment === undefined || /[/?]/.test(segment))
    return [
      wrong(
        `${method} ${path}`,
        'What arrives is not the path of the cancel: the id is not one escaped segment of it.',
      ),
    ];
  if (unescaped(segment) === call.invoiceId) return NOTHING;
  return [
    departure(
      judged,
      {
        kind: 'client-corrupted-value',
        pointer: '/invoice_id',
        expected,
        actual: `${method} ${path}, for the id ${id}`,
        explanation: 'Another id arrives than the caller gave: it is to be escaped once, and only once.',
      },
      'parameter/invoice_id/required',
    ),
  ];
};
