import { createHash } from 'node:crypto';
import type { JsonPointer } from '../../schemas/contract/clause.ts';
import { type FindingKind, placeOf } from '../../schemas/finding.ts';
import { inert } from '../formats/inert-text.ts';

/** Longest text that a history writes out, in UTF-16 units: ours; a service may name a member as it likes. */
const LONGEST = 200;

/** How much of a longer one stands before its hash, and how many of the hash's hexadecimal digits stand. */
const KEPT = 160;
const DIGITS = 12;

/** A text as a history has it: it only shows, and is no longer than a line can bear. */
export function historyText(text: string): string {
  const shown = inert(text);
  if (shown.length <= LONGEST) return shown;
  return `${shown.slice(0, KEPT)}…${createHash('sha256').update(shown).digest('hex').slice(0, DIGITS)}`;
}

/** A finding's place as a history has it. */
export const historyPlaceOf = (pointer: JsonPointer): string => historyText(placeOf(pointer));

/** What identifies a finding in a history: `scenario#kind@place`. */
export const historyFingerprint = (scenario: string, kind: FindingKind, place: string): string =>
  `${scenario}#${kind}@${place}`;
