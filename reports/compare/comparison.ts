import type { RunRecord, UsedContract } from '../run-record.ts';
import { counted } from '../summary/columns.ts';
import type { Change } from './change.ts';
import { changesBetween } from './changes-between.ts';
import { plannedIn } from './scenario-index.ts';

/** What a comparison says of each of its runs. */
export type ComparedRun = Pick<RunRecord, 'id' | 'startedAt' | 'suite' | 'contract' | 'target' | 'failOn' | 'totals'>;

/** Two runs side by side: what `report RUN --against OTHER --json` prints. */
export interface Comparison {
  readonly format: 1;
  readonly kind: 'changes';
  readonly before: ComparedRun;
  readonly after: ComparedRun;
  /** In what the runs themselves differ, so that a change may be no doing of the target's: sentences. */
  readonly caveats: readonly string[];
  /** Ids of scenarios that were not planned before. */
  readonly newScenarios: readonly string[];
  readonly regressions: number;
  readonly changes: readonly Change[];
}

/** What a comparison keeps of a run. */
export const comparedRun = ({ id, startedAt, suite, contract, target, failOn, totals }: RunRecord): ComparedRun => ({
  id,
  startedAt,
  suite,
  contract,
  target,
  failOn,
  totals,
});

/** What the earlier and the later of two runs are called, or the two sides of another comparison. */
type Sides = readonly [before: string, after: string];

const BEFORE_AND_NOW: Sides = ['before', 'now'];

const differing = (what: string, one: string, other: string, [before, after]: Sides): readonly string[] =>
  one === other ? [] : [`Another ${what}: ${one} ${before}, ${other} ${after}.`];

const contractText = ({ file, version, sha256 }: UsedContract): string =>
  `${file} ${version} (sha256 ${sha256.slice(0, 12)}…)`;

/** A system that only one of two runs asked is told by its scenarios. */
const contractCaveats = (
  what: string,
  one: UsedContract | undefined,
  other: UsedContract | undefined,
  sides: Sides,
): readonly string[] =>
  one === undefined || other === undefined || one.sha256 === other.sha256
    ? []
    : differing(what, contractText(one), contractText(other), sides);

/** What of one run makes its side of a comparison weak. */
function weaknesses({ interrupted, endedEarly, partial, shard, defects }: RunRecord, side: string): readonly string[] {
  return [
    ...(interrupted ? [`The run ${side} was interrupted.`] : []),
    ...(endedEarly ? [`The run ${side} ended early, by ${endedEarly.cause}: ${endedEarly.reason}`] : []),
    ...(partial ? [`The run ${side} judged only some scenarios of the suite.`] : []),
    ...(shard ? [`The run ${side} is only shard ${shard.current}/${shard.total}.`] : []),
    ...(defects.length > 0 ? [`The run ${side} met ${counted(defects.length, 'defect')}.`] : []),
  ];
}

/** In what two runs differ before any of their scenarios does, their targets apart. */
export const caveatsOf = (before: RunRecord, after: RunRecord, sides: Sides = BEFORE_AND_NOW): readonly string[] => [
  ...contractCaveats('contract', before.contract, after.contract, sides),
  ...contractCaveats('legacy contract', before.legacyContract, after.legacyContract, sides),
  ...differing('suite', before.suite.version, after.suite.version, sides),
  ...differing('failing level', before.failOn, after.failOn, sides),
  ...weaknesses(before, sides[0]),
  ...weaknesses(after, sides[1]),
];

/** A mock is at another port each time. */
const targetCaveats = ({ target: was }: RunRecord, { target: is }: RunRecord): readonly string[] => [
  ...differing('target', was.name, is.name, BEFORE_AND_NOW),
  ...(was.judges !== 'service' ? [] : differing('address', was.baseUrl, is.baseUrl, BEFORE_AND_NOW)),
];

/** The comparison of two runs of one kind of target. */
export function comparisonOf(before: RunRecord, after: RunRecord): Comparison {
  const changes = changesBetween(before, after);
  const earlier = plannedIn(before);
  return {
    format: 1,
    kind: 'changes',
    before: comparedRun(before),
    after: comparedRun(after),
    caveats: [...targetCaveats(before, after), ...caveatsOf(before, after)],
    newScenarios: [...plannedIn(after)].filter((id) => !earlier.has(id)),
    regressions: changes.filter(({ isRegression }) => isRegression).length,
    changes,
  };
}
