import type { CancelContext, TargetAnswer } from '../lie.ts';
import type { HonestVariant } from './honest-variant.ts';
import {
  answering,
  bodyOf,
  onRefusal,
  onStatus,
  rewriting,
  rewritingDetail,
  withBody,
  withHeader,
  without,
} from './rewrite.ts';

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
};

const indented = (answer: TargetAnswer): TargetAnswer =>
  withBody(answer, `\r\n\t${JSON.stringify(bodyOf(answer), null, 4)} \n`);

/** Every letter written as its escape. */
const escaped = (answer: TargetAnswer): TargetAnswer =>
  withBody(
    answer,
    String(answer.body).replaceAll(
      /[A-Za-z](?=[^"]*")/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

/** Where a request is wrong in two ways, the other one is named. */
function otherOrder({ request, decision }: CancelContext): CancelContext['decision'] {
  if (request.text !== '' && request.headers['content-type'] !== undefined) return decision;
  if (decision.status === 415) return { status: 400, example: 'INVALID_REQUEST' };
  return decision.status === 400 ? { status: 415, example: 'UNSUPPORTED_MEDIA_TYPE' } : decision;
}

const LINK = { href: 'https://www.paypal.com/support', rel: 'help', method: 'GET' };

/** A debug id of other letters than ours, in header and body. */
const OTHER_DEBUG_ID = 'f8d2-Ze_91.K+Q';

const withOtherDebugId = (answer: TargetAnswer): TargetAnswer =>
  withBody(
    withHeader(answer, 'PayPal-Debug-Id', OTHER_DEBUG_ID),
    JSON.stringify({ ...bodyOf(answer), debug_id: OTHER_DEBUG_ID }),
  );

/** Other answers that say the same, or more. */
export const bodyVariants: readonly HonestVariant[] = [
  {
    name: 'key-order',
    does: 'orders members the other way round',
    tell: rewriting(onRefusal, reversed as (body: unknown) => unknown),
  },
  { name: 'white-space', does: 'indents its JSON', tell: answering(onRefusal, indented) },
  { name: 'escapes', does: 'escapes every letter', tell: answering(onRefusal, escaped) },
  {
    name: 'more-links',
    does: 'links to further pages',
    tell: rewriting(onStatus(400, 403, 404, 422, 500), (body) => ({
      ...body,
      links: [LINK, LINK, ...((body.links as []) ?? [])],
    })),
  },
  { name: 'no-links', does: 'links to nothing', tell: rewriting(onRefusal, (body) => without(body, 'links')) },
  {
    name: 'details-where-none-are-due',
    does: 'explains a 404 in details',
    tell: rewriting(onStatus(404), (body) => ({
      ...body,
      details: [
        {
          field: 'invoice_id',
          value: 'x',
          location: 'path',
          issue: 'INVALID_RESOURCE_ID',
          description: 'There is no such invoice.',
        },
      ],
    })),
  },
  {
    name: 'sparse-details',
    does: 'leaves every optional member of a detail out but the field',
    tell: rewritingDetail(onStatus(400), ({ field, issue }) => ({ field, issue })),
  },
  {
    name: 'no-location',
    does: 'leaves the location of a body fault to its default',
    tell: rewritingDetail(onStatus(400), (detail) => without(detail, 'location')),
  },
  {
    name: 'field-of-the-path',
    does: 'names the path parameter in camel case',
    tell: rewritingDetail(onStatus(403, 422), (detail) => ({ ...detail, field: 'invoiceId' })),
  },
  {
    name: 'more-details',
    does: 'names the issue twice',
    tell: rewriting(onStatus(400, 403, 422), (body) => ({
      ...body,
      ...(Array.isArray(body.details) && { details: [...body.details, ...body.details] }),
    })),
  },
  {
    name: 'debug-id-alphabet',
    does: 'writes its debug ids in another alphabet',
    tell: answering(onRefusal, withOtherDebugId),
  },
  { name: 'other-order', does: 'names the other of two faults', tell: { decide: otherOrder } },
];
