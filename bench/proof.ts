import { CLI, once } from './measure.ts';
import { line, type Section } from './section.ts';

/** What `selftest --json` says of itself. */
interface Score {
  readonly score: { readonly caught: number; readonly lies: number };
}

/** The proof: every lie, each against the scenarios that can see it. Once: it takes long, and shows its own work. */
export function proof(): Section {
  const { ms, stdout } = once([CLI, 'selftest', '--json']);
  const seconds = ms / 1000;
  const { score } = JSON.parse(stdout) as Score;
  return {
    name: 'selftest',
    figures: { seconds, goalSeconds: 60, lies: score.lies, caught: score.caught },
    lines: [
      line('selftest', `${seconds.toFixed(1)} s`, `${score.caught} of ${score.lies} lies caught`, 'goal under 60 s'),
    ],
  };
}
