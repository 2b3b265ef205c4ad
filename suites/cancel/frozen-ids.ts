import { readFileSync } from 'node:fs';
import { packageFile } from '../../schemas/contract/package-file.ts';

/** The list, relative to the package. */
export const FROZEN_IDS = 'suites/cancel/frozen-ids.txt';

const idsIn = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

/** Ids of one operation's scenarios that the pinned contract gives, and of those that were given up and are never used again. */
export function frozenIds(operation: 'cancel' | 'legacy'): {
  readonly active: readonly string[];
  readonly retired: readonly string[];
} {
  const [active = '', retired = ''] = readFileSync(packageFile(FROZEN_IDS), 'utf8').split(/^# retired$/m);
  const own = (text: string) => idsIn(text).filter((id) => id.startsWith(`${operation}.`));
  return { active: own(active), retired: own(retired) };
}
