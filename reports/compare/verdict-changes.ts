import type { RunRecord, ScenarioRecord } from '../run-record.ts';
import { isDeparture } from '../summary/departures.ts';
import type { Change } from './change.ts';
import { isJudged, plannedIn, scenariosById, whyUnknown } from './scenario-index.ts';

type Told = Pick<Change, 'kind' | 'isRegression' | 'sentence'>;

/** A scenario that fails by nothing but what the baseline accepts is no regression. */
function regressed(after: RunRecord, scenario: ScenarioRecord): Told {
  const isFailing = scenario.findings.some((finding) => isDeparture(after)({ scenario, finding }));
  const isKnown = scenario.findings.length > 0 && !isFailing;
  const so = isKnown ? ', by nothing that fails the run' : '';
  return { kind: 'regressed', isRegression: !isKnown, sentence: `${scenario.id} passed before, and fails now${so}.` };
}

const fixed = ({ id }: ScenarioRecord): Told => ({
  kind: 'fixed',
  isRegression: false,
  sentence: `${id} failed before, and passes now.`,
});

const unknown = (was: ScenarioRecord, is: ScenarioRecord | undefined): Told => ({
  kind: 'now-inconclusive',
  isRegression: false,
  sentence: `${was.id} ${was.verdict === 'pass' ? 'passed' : 'failed'} before, and is ${whyUnknown(is)} now.`,
});

/** What has become of the verdict of a scenario that is still planned. */
function told(after: RunRecord, was: ScenarioRecord | undefined, is: ScenarioRecord | undefined): readonly Told[] {
  if (!isJudged(was)) return [];
  if (!isJudged(is)) return [unknown(was, is)];
  if (was.verdict === is.verdict) return [];
  return [is.verdict === 'fail' ? regressed(after, is) : fixed(is)];
}

function flaky(was: ScenarioRecord | undefined, is: ScenarioRecord | undefined): readonly Told[] {
  if (is?.flaky === undefined || was?.flaky !== undefined) return [];
  const sentence = `${is.id} was decided only in a second attempt; at first, ${is.flaky}`;
  return [{ kind: 'flaky', isRegression: false, sentence }];
}

const vanished = (before: RunRecord, after: RunRecord): readonly Change[] => {
  const now = plannedIn(after);
  const earlier = scenariosById(before);
  return [...plannedIn(before)]
    .filter((id) => !now.has(id))
    .map((id) => ({
      kind: 'vanished',
      subject: id,
      scenario: id,
      level: earlier.get(id)?.level ?? null,
      isRegression: true,
      sentence: `${id} was planned before (${earlier.get(id)?.verdict ?? 'not run'}), and is not any more.`,
    }));
};

/** Verdicts that are others than before, scenarios that were decided late, and those that have vanished. */
export function verdictChanges(before: RunRecord, after: RunRecord): readonly Change[] {
  const [earlier, later] = [scenariosById(before), scenariosById(after)];
  const changed = [...plannedIn(after)].flatMap((id): readonly Change[] => {
    const [was, is] = [earlier.get(id), later.get(id)];
    const all = [...told(after, was, is), ...flaky(was, is)];
    return all.map((one) => ({ ...one, subject: id, scenario: id, level: (is ?? was)?.level ?? null }));
  });
  return [...changed, ...vanished(before, after)];
}
