import { paintFor } from '../reports/summary/paint.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { type LieBench, openLieBench } from '../suites/selftest/lie-bench.ts';
import { scoreOf } from '../suites/selftest/score.ts';
import { mayIdle, selftest as runSelftest, type SelftestPlan, selftestPlan } from '../suites/selftest/selftest.ts';
import { exitCodeOf } from './exit-code.ts';
import { say } from './say.ts';
import type { SelftestCommandOptions } from './selftest-options.ts';
import { selftestText } from './selftest-text.ts';

/** A live line on a terminal, nothing elsewhere: a self-test takes seconds. */
function progress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(done < of ? `\r${done} of ${of}` : '\r\u001b[K');
}

function planOf(grep: string | undefined): SelftestPlan {
  const plan = selftestPlan(grep);
  if (plan.lies.length + plan.honest.length > 0) return plan;
  throw new SuiteError('USAGE', `No lie matches --grep ${JSON.stringify(grep)}`, {
    hint: 'It is a regular expression, matched against the name and @group of each; see serve --liar list.',
  });
}

function assertSound({ defects }: LieBench): void {
  const [cause] = defects;
  if (cause === undefined) return;
  throw new SuiteError('DEFECT', `The lying target failed: ${cause.message}`, { hint: cause.hint, cause });
}

/** Proves the suite against every lying target and every honest variant; resolves to the exit code. */
export async function selftest({ full = false, grep, json = false }: SelftestCommandOptions): Promise<number> {
  const started = performance.now();
  const plan = planOf(grep);
  const bench = await openLieBench();
  try {
    const outcome = await runSelftest(bench, plan, { full, progress });
    assertSound(bench);
    const score = scoreOf(outcome, mayIdle);
    const seconds = (performance.now() - started) / 1000;
    say(
      json
        ? `${JSON.stringify({ format: 1, seconds, score, ...outcome }, null, 2)}\n`
        : selftestText(outcome, score, seconds, paintFor(process.stdout.isTTY)),
    );
    const findings = score.perfect ? 0 : 1;
    return exitCodeOf({ signal: null, defects: 0, usage: false, findings, unknown: 0, judged: score.lies + 1 });
  } finally {
    await bench.close();
  }
}
