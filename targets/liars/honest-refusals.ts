import type { CancelContext } from '../lie.ts';
import type { HonestVariant } from './honest-variant.ts';
import { answering, onStatus, rewriting, rewritingDetail, withBody, withHeader, without } from './rewrite.ts';

/** A 400 for which the contract documents no issue. */
const onGap = ({ decision }: CancelContext): boolean =>
  decision.status === 400 && decision.example === 'INVALID_REQUEST';

/** Other ways to refuse: what the contract says nothing of, said or left unsaid. */
export const refusalVariants: readonly HonestVariant[] = [
  {
    name: 'no-body-of-400',
    does: 'refuses without a body what no issue is documented for',
    tell: answering(onGap, (answer) => withHeader(withBody(answer, ''), 'Content-Type', null)),
  },
  {
    name: 'details-of-400',
    does: 'explains in details what no issue is documented for',
    tell: rewriting(onGap, (body) => ({
      ...body,
      details: [
        { field: '/', location: 'body', issue: 'MALFORMED_REQUEST_JSON', description: 'It is not well formed.' },
      ],
    })),
  },
  {
    name: 'name-of-the-path',
    does: 'names the path parameter without a pointer',
    tell: rewritingDetail(onStatus(403, 422), (detail) => ({ ...detail, field: 'invoice_id' })),
  },
  {
    name: 'fragment-of-the-path',
    does: 'points to the path parameter by a URI fragment',
    tell: rewritingDetail(onStatus(403, 422), (detail) => ({ ...detail, field: '#/invoice_id' })),
  },
  {
    name: 'no-value-of-the-path',
    does: 'does not repeat what the path held',
    tell: rewritingDetail(onStatus(403, 422), (detail) => without(detail, 'value')),
  },
];
