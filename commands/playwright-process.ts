import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { openSecretChannel } from './secret-channel.ts';
import { onSignal, type Signal } from './signals.ts';

/** How long Playwright may take to end after a signal, in milliseconds. */
const GRACE_MS = 5000;

/** How much of its standard error is kept, in characters. */
const COMPLAINTS_LENGTH = 100_000;

/** How Playwright ended. */
export interface PlaywrightEnd {
  /** The signal that the command was sent, where it was. */
  readonly signal: Signal | null;
  /** Its exit code; null where a signal killed it. */
  readonly code: number | null;
  /** What it wrote to standard error. */
  readonly complaints: string;
}

/** Our own Playwright, not one that happens to be nearer. */
const PLAYWRIGHT = createRequire(import.meta.url).resolve('@playwright/test/cli');
const isCompiled = import.meta.url.endsWith('.js');
const CONFIG = fileURLToPath(new URL(`../playwright.config.${isCompiled ? 'js' : 'ts'}`, import.meta.url));

/** Where nothing is left to compile, Playwright's own loader is switched off: it takes a third of the start of each process. */
const LOADER: Readonly<Record<string, string>> = isCompiled ? { PW_DISABLE_TS_ESM: '1' } : {};

/** Starts it in a process group of its own: a Ctrl-C reaches the command alone, which passes it on once. */
function start(variables: Readonly<Record<string, string>>): ChildProcess {
  const args = [PLAYWRIGHT, 'test', '--config', CONFIG];
  const env = { ...process.env, ...LOADER, ...variables };
  return spawn(process.execPath, args, { env, detached: true, stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** A running Playwright. Once it has ended, this process knows every secret that its workers came to know. */
export interface PlaywrightProcess {
  readonly ended: Promise<PlaywrightEnd>;
  /** Ends it at once. */
  kill(): void;
}

/** Settles when the process and its output have ended. */
const closed = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });

/** Ends the child in order at the first signal, at once at a second one or after the grace. */
async function ending(child: ChildProcess): Promise<Pick<PlaywrightEnd, 'code' | 'signal'>> {
  const heard: Signal[] = [];
  let timer: NodeJS.Timeout | undefined;
  const stopListening = onSignal((signal) => {
    if (heard.push(signal) > 1) return killGroup(child);
    child.kill('SIGINT');
    timer = setTimeout(() => killGroup(child), GRACE_MS);
  });
  try {
    const code = await closed(child);
    return { code, signal: heard[0] ?? null };
  } finally {
    stopListening();
    clearTimeout(timer);
  }
}

/** Starts Playwright on the suite, with its output on ours. */
export function startPlaywright(variables: Readonly<Record<string, string>>): PlaywrightProcess {
  const channel = openSecretChannel();
  const child = start({ ...variables, ...channel.variables });
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-COMPLAINTS_LENGTH);
  });
  const ended = ending(child).finally(() => channel.close());
  return { ended: ended.then((end) => ({ ...end, complaints })), kill: () => killGroup(child) };
}
