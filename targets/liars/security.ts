import type { CancelContext } from '../lie.ts';
import { ofClass } from './liar.ts';
import { accepting } from './redecide.ts';
import { onStatus, rewriting } from './rewrite.ts';

const isRefusedFor =
  (why: 'missing' | 'unknown' | 'expired') =>
  ({ access }: CancelContext): boolean =>
    access.kind === 'none' && access.why === why;

const isForeign = ({ access, invoice, decision }: CancelContext): boolean =>
  decision.status === 403 && access.kind === 'merchant' && invoice !== undefined && access.clientId !== invoice.owner;

const FOREIGN = 'cancel.access.foreign';

/** Doors that stand open, and doors that give the wrong reason. */
export const securityLiars = ofClass('security', [
  {
    name: 'needs-no-token',
    lies: 'cancels without a token',
    tell: accepting(isRefusedFor('missing')),
    draws: ['wrong-status'],
    seenBy: ['cancel.access.no-token'],
  },
  {
    name: 'takes-any-token',
    lies: 'cancels with a token that nobody issued',
    tell: accepting(isRefusedFor('unknown')),
    draws: ['wrong-status'],
    seenBy: ['cancel.access.malformed-token'],
  },
  {
    name: 'takes-expired-tokens',
    lies: 'cancels with a token that has expired',
    tell: accepting(isRefusedFor('expired')),
    draws: ['wrong-status'],
    seenBy: ['cancel.access.expired-token'],
  },
  {
    name: 'reads-no-scope',
    lies: 'cancels with a token without the scope',
    tell: accepting(({ access }) => access.kind === 'merchant' && !access.scoped),
    draws: ['wrong-status'],
    seenBy: ['cancel.access.unscoped-token'],
  },
  {
    name: 'cancels-for-anybody',
    lies: "cancels another merchant's invoice",
    tell: accepting(isForeign),
    draws: ['wrong-status'],
    seenBy: [FOREIGN],
  },
  {
    name: 'hides-foreign-invoices',
    lies: 'answers 404 for an invoice of another merchant',
    tell: {
      decide: (context) => (isForeign(context) ? { status: 404, example: 'RESOURCE_NOT_FOUND' } : context.decision),
    },
    draws: ['wrong-status'],
    seenBy: [FOREIGN],
  },
  {
    name: 'forbids-unknown-invoices',
    lies: 'answers 403 for an invoice that does not exist',
    tell: {
      decide: ({ decision }) => (decision.status === 404 ? { status: 403, example: 'PERMISSION_DENIED' } : decision),
    },
    draws: ['wrong-status'],
    seenBy: ['cancel.state.unknown', 'cancel.state.deleted'],
  },
  {
    name: 'forbids-the-anonymous',
    lies: 'answers 403 where no token was sent',
    tell: {
      decide: ({ decision }) => (decision.status === 401 ? { status: 403, example: 'PERMISSION_DENIED' } : decision),
    },
    draws: ['wrong-status'],
    seenBy: ['cancel.access.no-token', 'cancel.access.expired-token'],
  },
  {
    name: 'oauth-error-body',
    lies: "answers 401 with an OAuth error in the contract's stead",
    tell: rewriting(onStatus(401), () => ({
      error: 'invalid_token',
      error_description: 'Token signature verification failed',
    })),
    draws: ['schema-violation'],
    seenBy: ['cancel.access.malformed-token'],
  },
]);
