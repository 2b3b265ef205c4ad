import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process: its id is used again sooner or later, so its host and (on Linux) its start tell it from a later one. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Clock ticks from the machine's start to the process's, as `/proc` has it; null where there is no `/proc`. */
  readonly startTicks: string | null;
}

/** Field 22 of `/proc/PID/stat`; the second one, the name in brackets, may itself hold spaces. */
function startTicksOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** The running process. */
export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  host: hostname(),
  startTicks: startTicksOf(process.pid),
});

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether that process still runs on this machine. One of another host cannot be seen, and counts as gone. */
export function isAlive({ pid, host, startTicks }: ProcessIdentity): boolean {
  if (host !== hostname() || !exists(pid)) return false;
  return startTicks === null || startTicksOf(pid) === startTicks;
}
