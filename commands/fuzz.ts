import { randomInt } from 'node:crypto';
import { paintFor } from '../reports/summary/paint.ts';
import type { Level } from '../schemas/contract/clause.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { type CounterExample, type FuzzOutcome, fuzz as search } from '../suites/fuzz/fuzz.ts';
import { literalText } from '../suites/fuzz/literal-text.ts';
import { openRun } from '../suites/open-run.ts';
import { targetNamed } from '../suites/target-named.ts';
import type { Target } from '../targets/target.ts';
import { conductOf } from './conduct.ts';
import { exitCodeOf } from './exit-code.ts';
import { ledgerFile, takeLedger } from './ledger-of.ts';
import type { RunOptions } from './run-options.ts';
import { complain, say } from './say.ts';

/** Most calls a judged cancel takes, those around it and those of shrinking included: ours, generous. */
const CALLS_EACH = 10;

/** The fewest calls a search may make. */
const FEWEST_CALLS = 2_000;

const counter = (judged: number): void => {
  if (process.stderr.isTTY && judged % 20 < 2) process.stderr.write(`\r${judged} cancels judged\u001b[K`);
};

/** A counter-example as it is to be pasted, with what it shows above it. */
function exampleText({ literal, findings, path }: CounterExample, seed: number): string {
  const notes = [
    ...findings.map(({ kind, explanation }) => `${kind}: ${explanation}`),
    ...(path.length === 0 ? [] : [`Drawn only after: ${path.join(' · ')}.`]),
    `Found by seed ${seed}.`,
  ];
  return literalText(literal, notes);
}

function outcomeText({ seed, judged, counterExamples, undecided }: FuzzOutcome, { name, judges }: Target): string {
  const { good, bad, doubt } = paintFor(process.stdout.isTTY === true);
  const paint = counterExamples.length > 0 ? bad : undecided.length > 0 ? doubt : good;
  const counted = `${counterExamples.length} ${counterExamples.length === 1 ? 'counter-example' : 'counter-examples'}`;
  const examples = counterExamples.map((example) => `\n${exampleText(example, seed)}\n`);
  return [
    `${paint(`${judged} cancels judged, ${counted}`)} · seed ${seed} · ${name}${judges === 'mock' ? ': this judged the mock, not PayPal' : ''}\n`,
    ...(undecided[0] === undefined
      ? []
      : [`Nothing could be known ${undecided.length} times, at first: ${undecided[0]}\n`]),
    ...(examples.length > 0 ? ['\nTo be pasted among the scenarios of suites/:\n', ...examples] : []),
  ].join('');
}

/** Searches a running target and prints what was found; resolves to the exit code. */
async function searchOn(target: Target, options: RunOptions, runs: number, seed: number): Promise<number> {
  const { session } = await openRun({
    ...conductOf(options, target),
    target: target.name,
    baseUrl: target.baseUrl,
    directory: null,
    failOn: options.failOn.toUpperCase() as Level,
    limits: { timeoutMs: options.timeout, maxBodyBytes: options.maxBody },
    concurrency: 1,
    maxCalls: options.maxCalls ?? Math.max(FEWEST_CALLS, CALLS_EACH * runs),
  });
  try {
    const outcome = await search(session, { runs, seed, progress: counter });
    if (process.stderr.isTTY) complain('\r\u001b[K');
    say(outcomeText(outcome, target));
    const { judged, undecided, counterExamples } = outcome;
    const findings = counterExamples.length;
    return exitCodeOf({ signal: null, defects: 0, usage: false, findings, unknown: undecided.length, judged });
  } finally {
    if (target.judges === 'service') await session.close();
    await session.client.close();
  }
}

/** Searches a target for answers that depart from the contract; resolves to the exit code. */
export async function fuzz(options: RunOptions, runs: number): Promise<number> {
  const kind = targetNamed(options.target);
  if (kind.profile !== 'contract')
    throw new SuiteError('USAGE', `The target ${options.target} keeps no invoices to search with`, {
      hint: 'Search prism or sandbox.',
    });
  const seed = options.seed ?? randomInt(2 ** 31);
  complain(`Searching ${options.target} with seed ${seed}.\n`);
  const defects: SuiteError[] = [];
  const { target, ready, close } = await kind.open({ onDefect: (defect) => defects.push(defect) });
  try {
    await ready();
    const release = await takeLedger(ledgerFile(target.name), target, options.wait * 1000);
    const code = await searchOn(target, options, runs, seed).finally(release);
    if (defects[0] !== undefined) throw defects[0];
    return code;
  } finally {
    await close();
  }
}
