import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** Where answers go: not standard output, which belongs to the module. */
const ANSWERS = 3;

type Cancel = (call: object) => unknown;

const say = (value: object): void => void writeSync(ANSWERS, `${JSON.stringify(value)}\n`);

/** How many causes behind each other are told: an error may be its own. */
const MOST_CAUSES = 5;

/** An error with what caused it: a log shows both, and so both may hold what no log should. */
function textOf(thrown: unknown, causesLeft = MOST_CAUSES): string {
  if (thrown instanceof Error) {
    const { name, message, cause } = thrown;
    const why = cause === undefined || causesLeft === 0 ? '' : `, caused by ${textOf(cause, causesLeft - 1)}`;
    return `${name}: ${message}${why}`;
  }
  try {
    return String(thrown);
  } catch {
    return 'an object that has no text';
  }
}

/** Node's exit code of a module that waits for what never comes. */
const UNSETTLED = 13;
const sayUnsettled = (): void => {
  if (process.exitCode === UNSETTLED) say({ unusable: 'An await at the top level of the module never ends' });
};

/** The module's `cancelInvoice`; ends the process with a word on why, where there is none. */
async function load(file: string): Promise<Cancel> {
  try {
    const loaded = await import(pathToFileURL(file).href);
    const cancel = loaded.cancelInvoice ?? loaded.default?.cancelInvoice;
    if (typeof cancel === 'function') return cancel;
    const exported = Object.keys(loaded).join(', ') || 'nothing';
    say({ unusable: `It exports no function cancelInvoice, but ${exported}` });
  } catch (thrown) {
    say({ unusable: `It cannot be loaded: ${textOf(thrown)}` });
  }
  process.exit(1);
}

/** One call's answer. What cannot be written as JSON counts as thrown. */
async function answer(cancel: Cancel, line: string): Promise<void> {
  const { call, ...request } = JSON.parse(line);
  try {
    say({ call, outcome: await cancel(request) });
  } catch (thrown) {
    say({ call, thrown: textOf(thrown) });
  }
}

process.once('exit', sayUnsettled);
const cancel = await load(process.argv[2] ?? '');
process.off('exit', sayUnsettled);
say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) await answer(cancel, line);
process.exit(0);
