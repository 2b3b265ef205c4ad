import type { CancelContext } from '../lie.ts';
import { sentIn } from './redecide.ts';
import type { Json, Where } from './rewrite.ts';

/** The members of the request's body. */
export const sentMembers = (context: CancelContext): Json => (sentIn(context) ?? {}) as Json;

/** The texts for people among them, each with its name. */
export const textsOf = (context: CancelContext): [name: string, text: string][] =>
  ['subject', 'note'].flatMap((name): [string, string][] => {
    const value = sentMembers(context)[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });

/** The addresses that are to get a copy; none where the member is no list. */
export function addressesOf(context: CancelContext): readonly unknown[] {
  const list = sentMembers(context).additional_recipients;
  return Array.isArray(list) ? list : [];
}

/** Where the honest decision is a certain example. */
export const isExample =
  (example: string): Where =>
  ({ decision }) =>
    decision.example === example;
