import type { Access } from '../prism/tokens.ts';
import type { LiesAgainst } from './lies-against.ts';
import { accepting } from './redecide.ts';

const lacks =
  (reason: (Access & { kind: 'none' })['why']) =>
  (access: Access): boolean =>
    access.kind === 'none' && access.why === reason;

/** What is let pass, by the last part of an obligation's id. */
const LET_PASS: Readonly<Record<string, (access: Access) => boolean>> = {
  missing: lacks('missing'),
  root: lacks('missing'),
  malformed: lacks('unknown'),
  expired: lacks('expired'),
};

const isUnscoped = (access: Access): boolean => access.kind === 'merchant' && !access.scoped;

/** A credential that is to be refused is taken as if it were in order. */
export const liesAgainstSecurity: LiesAgainst = ({ id }) => {
  const isLetPass = id.startsWith('security/scope/') ? isUnscoped : LET_PASS[id.split('/').at(-1) ?? ''];
  return isLetPass === undefined ? [] : [accepting(({ access }) => isLetPass(access))];
};
