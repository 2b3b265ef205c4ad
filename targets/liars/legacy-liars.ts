import { legacyBoundaryLiars } from './legacy-boundary.ts';
import { legacyCoherenceLiars } from './legacy-coherence.ts';
import { legacyErrorLiars } from './legacy-coherence-of-errors.ts';
import { legacyConcurrencyLiars } from './legacy-concurrency.ts';
import { legacyEnvelopeLiars } from './legacy-envelope.ts';
import { legacyHttpLiars } from './legacy-http.ts';
import { legacyMemberLiars } from './legacy-members.ts';
import { legacySecurityLiars } from './legacy-security.ts';
import { legacyStateLiars } from './legacy-state.ts';
import { legacyTransportLiars } from './legacy-transport.ts';
import type { Liar } from './liar.ts';

/** Every liar about the legacy operation, by class. */
export const legacyLiars: readonly Liar[] = [
  ...legacyTransportLiars,
  ...legacyHttpLiars,
  ...legacyEnvelopeLiars,
  ...legacyMemberLiars,
  ...legacyCoherenceLiars,
  ...legacyErrorLiars,
  ...legacyBoundaryLiars,
  ...legacyStateLiars,
  ...legacyConcurrencyLiars,
  ...legacySecurityLiars,
];
