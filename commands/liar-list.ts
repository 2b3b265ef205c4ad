import { columns, grouped } from '../reports/summary/columns.ts';
import { paintFor } from '../reports/summary/paint.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { legacyLiars } from '../targets/liars/legacy-liars.ts';
import type { Liar } from '../targets/liars/liar.ts';
import { liars } from '../targets/liars/liars.ts';
import { say } from './say.ts';

/** Those about REST, and those about the legacy system. */
const all: readonly Liar[] = [...liars, ...legacyLiars];

/** Every liar by its class, with a sentence each. */
export function liarList(title: (text: string) => string = (text) => text): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const blocks = [...grouped(all, (liar) => liar.class)].map(([group, members]) =>
    [title(group), ...columns(members.map(({ name, lies }) => [`${name.padEnd(width)}  ${lies}`]))].join('\n'),
  );
  return blocks.join('\n\n');
}

/** Prints them all; resolves to the exit code. */
export function printLiars(): number {
  say(`${liarList(paintFor(process.stdout.isTTY).title)}\n`);
  return 0;
}

/** The liar of that name (USAGE). */
export function liarNamed(name: string): Liar {
  const liar = all.find((candidate) => candidate.name === name);
  if (liar !== undefined) return liar;
  throw new SuiteError('USAGE', `There is no liar called ${JSON.stringify(name)}`, {
    hint: `Choose one of these:\n\n${liarList()}`,
  });
}
