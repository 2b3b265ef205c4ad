import type { FindingKind } from '../../schemas/finding.ts';
import { answerPages } from './answer-pages.ts';
import { clientOutcomePages } from './client-outcome-pages.ts';
import { clientRequestPages } from './client-request-pages.ts';
import { errorPages } from './error-pages.ts';
import { issuePages } from './issue-pages.ts';
import type { KindCode, KindPage } from './kind-page.ts';
import { legacyAnswerPages } from './legacy-answer-pages.ts';
import { legacyEnvelopePages } from './legacy-envelope-pages.ts';
import { statePages } from './state-pages.ts';

const PAGES: Readonly<Record<FindingKind, KindPage>> = {
  ...answerPages,
  ...errorPages,
  ...issuePages,
  ...statePages,
  ...legacyEnvelopePages,
  ...legacyAnswerPages,
  ...clientRequestPages,
  ...clientOutcomePages,
};

/** What a person needs to know of a kind of finding. */
export const pageOf = (kind: FindingKind): KindPage => PAGES[kind];

/** The same of a kind in a record, which another version may have written: undefined where this one does not know it. */
export const pageFor = (kind: string): KindPage | undefined =>
  Object.hasOwn(PAGES, kind) ? PAGES[kind as FindingKind] : undefined;

/** The permanent code of a kind in a record; undefined where this version does not know it. */
export const codeOf = (kind: string): KindCode | undefined => pageFor(kind)?.code;

/** A kind with its code, as every report names it: `CC001 wrong-status`. */
export const namedKind = (kind: string): string => [codeOf(kind), kind].filter((part) => part !== undefined).join(' ');

/** Every kind with its page, in the order of their codes. */
export const KIND_PAGES: readonly (readonly [kind: FindingKind, page: KindPage])[] = (
  Object.entries(PAGES) as [FindingKind, KindPage][]
).toSorted(([, a], [, b]) => (a.code < b.code ? -1 : 1));
