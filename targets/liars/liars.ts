import { boundaryLiars } from './boundary.ts';
import { formLiars } from './boundary-of-form.ts';
import { coherenceLiars } from './coherence.ts';
import { detailsLiars } from './coherence-of-details.ts';
import { concurrencyLiars } from './concurrency.ts';
import { httpLiars } from './http.ts';
import type { Liar } from './liar.ts';
import { schemaLiars } from './schema.ts';
import { securityLiars } from './security.ts';
import { stateLiars } from './state.ts';
import { afterwardsLiars } from './state-afterwards.ts';
import { transportLiars } from './transport.ts';

/** Every liar, by class. */
export const liars: readonly Liar[] = [
  ...transportLiars,
  ...httpLiars,
  ...schemaLiars,
  ...coherenceLiars,
  ...detailsLiars,
  ...boundaryLiars,
  ...formLiars,
  ...stateLiars,
  ...afterwardsLiars,
  ...concurrencyLiars,
  ...securityLiars,
];
