import type { HonestVariant } from './honest-variant.ts';
import { legacyHonestMessages } from './legacy-honest-messages.ts';
import { legacySpellings } from './legacy-honest-spellings.ts';
import { legacyWireVariants } from './legacy-honest-wire.ts';

/** What the page of the legacy operation leaves free, used freely. */
export const legacyHonestVariants: readonly HonestVariant[] = [
  ...legacyWireVariants,
  ...legacySpellings,
  ...legacyHonestMessages,
];
