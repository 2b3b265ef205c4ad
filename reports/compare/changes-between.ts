import { LEVELS } from '../../schemas/contract/clause.ts';
import type { RunRecord } from '../run-record.ts';
import { CHANGE_KINDS, type Change } from './change.ts';
import { coverageChanges } from './coverage-changes.ts';
import { findingChanges } from './finding-changes.ts';
import { verdictChanges } from './verdict-changes.ts';

const levelRank = ({ level }: Change): number => (level === null ? LEVELS.length : LEVELS.indexOf(level));

/** What fails the comparison comes first, then by kind and level; equals stay in the order of the runs. */
const worstFirst = (a: Change, b: Change): number =>
  Number(b.isRegression) - Number(a.isRegression) ||
  CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) ||
  levelRank(a) - levelRank(b);

/** Everything in which the later of two runs differs from the earlier one, the worst first. Merged shards are one run. */
export const changesBetween = (before: RunRecord, after: RunRecord): readonly Change[] =>
  [...verdictChanges(before, after), ...findingChanges(before, after), ...coverageChanges(before, after)].toSorted(
    worstFirst,
  );
