import { bodyVariants } from './honest-bodies.ts';
import { wireVariants } from './honest-on-the-wire.ts';
import { refusalVariants } from './honest-refusals.ts';
import type { HonestVariant } from './honest-variant.ts';

/** What the contract leaves free, used freely: every target that a suite must not fault. */
export const honestVariants: readonly HonestVariant[] = [...wireVariants, ...bodyVariants, ...refusalVariants];
