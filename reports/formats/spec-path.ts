import { isAbsolute } from 'node:path';
import type { Clause } from '../../schemas/contract/clause.ts';
import { inert } from './inert-text.ts';

/** Where a clause's file lies, seen from the root of the repository or the package; an absolute path stays. */
export const specPathOf = ({ file }: Pick<Clause, 'file'>): string =>
  isAbsolute(file) ? inert(file) : `specs/${inert(file)}`;
