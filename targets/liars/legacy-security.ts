import type { LegacyContext, Lie } from '../lie.ts';
import { CREDENTIAL_HEADERS } from '../prism/legacy/known-merchants.ts';
import { DEMO_LEGACY_MERCHANT } from '../prism/merchants.ts';
import { onCode, redeciding, taking } from './legacy-rewrite.ts';
import { ofClass } from './liar.ts';

const PARTS = ['userId', 'password', 'signature'] as const;

const sent = ({ request }: LegacyContext, part: (typeof PARTS)[number]): string | undefined =>
  request.headers[CREDENTIAL_HEADERS[part]];

const isUnknown = onCode('520003');
const isForeign = onCode('550027');
const FOREIGN = 'legacy.access.foreign';

/** Takes callers of whom all but one credential is right. */
const knownWithout = (unread: (typeof PARTS)[number]): Lie =>
  taking(
    (context) =>
      isUnknown(context) &&
      PARTS.every((part) => part === unread || sent(context, part) === DEMO_LEGACY_MERCHANT[part]),
  );

/** Doors of the legacy system that stand open, and doors that give the wrong reason. */
export const legacySecurityLiars = ofClass('security', [
  {
    name: 'legacy-needs-no-credentials',
    lies: 'cancels for callers without credentials',
    tell: taking((context) => isUnknown(context) && PARTS.every((part) => sent(context, part) === undefined)),
    draws: ['wrong-ack'],
    seenBy: ['legacy.access.no-token'],
  },
  {
    name: 'legacy-takes-any-credentials',
    lies: 'cancels for callers with credentials that nobody has',
    tell: taking((context) => isUnknown(context) && PARTS.every((part) => sent(context, part) !== undefined)),
    draws: ['wrong-ack'],
    seenBy: ['legacy.access.malformed-token', 'legacy.access.malformed-password'],
  },
  {
    name: 'legacy-reads-no-signature',
    lies: 'cancels without looking at the signature',
    tell: knownWithout('signature'),
    draws: ['wrong-ack'],
    seenBy: ['legacy.access.missing-signature', 'legacy.access.malformed-signature'],
  },
  {
    name: 'legacy-reads-no-password',
    lies: 'cancels without looking at the password',
    tell: knownWithout('password'),
    draws: ['wrong-ack'],
    seenBy: ['legacy.access.missing-password', 'legacy.access.malformed-password'],
  },
  {
    name: 'legacy-forbids-strangers-as-foreign',
    lies: 'answers callers whom it does not know as if they were other merchants',
    tell: redeciding(isUnknown, { example: '550027' }),
    draws: ['wrong-issue'],
    seenBy: ['legacy.access.no-token', 'legacy.access.malformed-signature'],
  },
  {
    name: 'legacy-cancels-for-anybody',
    lies: "cancels another merchant's invoice",
    tell: taking(isForeign),
    draws: ['wrong-ack'],
    seenBy: [FOREIGN],
  },
  {
    name: 'legacy-hides-foreign-invoices',
    lies: 'says of an invoice of another merchant that it does not exist',
    tell: redeciding(isForeign, { example: '580047' }),
    draws: ['wrong-issue'],
    seenBy: [FOREIGN],
  },
]);
