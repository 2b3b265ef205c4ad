import { CLI, inTurn, msOf, RUNS } from './measure.ts';
import { line, ms, ratio, type Section } from './section.ts';

/** The command's start, beside bare Node's. */
export function startUp(): Section {
  const [help = [], bare = []] = inTurn(RUNS * 2, [CLI, '--help'], ['-e', '']);
  const [helpMs, nodeMs] = [msOf(help), msOf(bare)];
  return {
    name: 'start-up',
    figures: { helpMs, nodeMs, ratio: helpMs / nodeMs, goalRatio: 3 },
    lines: [line('--help', ms(helpMs), `bare Node ${ms(nodeMs)}, ratio ${ratio(helpMs, nodeMs)}`, 'goal under 3×')],
  };
}
