import { valueAt } from '../../schemas/contract/clause.ts';
import type { LegacyContext } from '../lie.ts';
import { CREDENTIAL_HEADERS } from '../prism/legacy/known-merchants.ts';
import { DEMO_LEGACY_MERCHANT } from '../prism/merchants.ts';
import { onCode, redeciding, taking } from './legacy-rewrite.ts';
import type { LiesAgainst } from './lies-against.ts';

const isUnknown = onCode('520003');

const sent = ({ request }: LegacyContext, header: string): string | undefined => request.headers[header.toLowerCase()];

/** Whether every header of the merchant's but one is right. */
const isRightBeside = (context: LegacyContext, unread: string): boolean =>
  Object.entries(CREDENTIAL_HEADERS).every(
    ([part, header]) =>
      header === unread.toLowerCase() ||
      sent(context, header) === DEMO_LEGACY_MERCHANT[part as keyof typeof DEMO_LEGACY_MERCHANT],
  );

/** Calls are taken in which one credential is missing, or wrong, and all else is right. */
export const legacyLiesAgainstSecurity: LiesAgainst = ({ id }, { spec }) => {
  const [, scheme, way] = id.split('/');
  const header = String(valueAt(spec.document, `/components/securitySchemes/${scheme}/name`));
  const isMissing = way === 'missing';
  return [
    taking(
      (context) =>
        isUnknown(context) && (sent(context, header) === undefined) === isMissing && isRightBeside(context, header),
    ),
  ];
};

/** Calls by which a header has this value are refused as ones that cannot be read; of a keyword there is nothing to break. */
export const legacyLiesAgainstHeader: LiesAgainst = ({ id, keyword }) => {
  const [, header = '', value] = id.split('/');
  return keyword === undefined ? [redeciding((context) => sent(context, header) === value, { example: '580022' })] : [];
};
