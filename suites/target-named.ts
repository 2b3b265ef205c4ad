import { SuiteError } from '../schemas/contract/suite-error.ts';
import { type TargetKind, targets } from '../targets/targets.ts';

/** The names of all targets. */
export const targetNames: readonly string[] = Object.keys(targets);

/** The target of that name (USAGE). */
export function targetNamed(name: string): TargetKind {
  const kinds: Readonly<Record<string, TargetKind>> = targets;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind !== undefined) return kind;
  throw new SuiteError('USAGE', `There is no target called ${JSON.stringify(name)}`, {
    hint: `Choose one of: ${targetNames.join(', ')}.`,
  });
}
