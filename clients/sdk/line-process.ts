import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { packageFile } from '../../schemas/contract/package-file.ts';
import type { ClientSource } from './client-source.ts';
import { type LineInbox, lineInbox } from './line-inbox.ts';

/** A client's process: lines in, lines out. */
export interface LineProcess extends Pick<LineInbox, 'next' | 'extra' | 'isOver'> {
  send(line: string): void;
  /** Ends it, with all that it started. */
  kill(): void;
}

/** How much of standard error is kept, in characters: a stack stands between the last line and the one that says why. */
const KEPT_COMPLAINT = 8_000;

/** How much of it is shown to a person, in characters. */
const SHOWN_COMPLAINT = 400;

const HOST = packageFile('dist/clients/sdk/module-host.js');
const OWN_GROUP = process.platform !== 'win32';

/** What a client inherits: not our settings, among which are somebody's credentials. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:PAYPAL|CONFORMANCE)_/.test(name)));

/** Modules answer on a descriptor of their own, so that what they print is no answer. */
function started(source: ClientSource): { child: ChildProcess; answers: Readable } {
  const usual = { detached: OWN_GROUP, env: environment() };
  if (source.kind === 'command') {
    const child = spawn(source.command, { ...usual, shell: true, stdio: 'pipe' });
    return { child, answers: child.stdout };
  }
  const stdio = ['pipe', 'pipe', 'pipe', 'pipe'] as const;
  const child = spawn(process.execPath, [HOST, source.file], { ...usual, stdio: [...stdio] });
  child.stdout?.resume();
  return { child, answers: child.stdio[3] as Readable };
}

function killAll({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(OWN_GROUP ? -pid : pid, 'SIGKILL');
  } catch {
    // It is over already.
  }
}

/** The line with which Node ends what it says of an error, behind its stack and its members. */
const NODES_LAST = /^Node\.js v\d/;
const ERROR = /^(?:Uncaught )?\[?[\w$]*(?:Error|Exception|Rejection)\b/;

function endingOf(code: number | null, signal: string | null, complaint: string): string {
  const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
  const lines = complaint.trim().split('\n');
  const last = lines.at(-1)?.trim() ?? '';
  const why = NODES_LAST.test(last) ? lines.findLast((line) => ERROR.test(line)) : undefined;
  const said = (why ?? last).slice(0, SHOWN_COMPLAINT);
  return `Its process ended with ${how}${said === '' ? '' : `: ${said}`}`;
}

/** Starts a client's process. */
export function startLines(source: ClientSource): LineProcess {
  const { child, answers } = started(source);
  const inbox = lineInbox();
  let complaint = '';
  answers.setEncoding('utf8').on('data', (text: string) => {
    if (!inbox.add(text)) killAll(child);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-KEPT_COMPLAINT);
  });
  // A process that is gone takes no more lines; its end says so.
  child.stdin?.on('error', () => {});
  child.once('error', ({ message }) => inbox.end({ kind: 'ended', how: `It cannot be started: ${message}` }));
  child.once('close', (code, signal) => inbox.end({ kind: 'ended', how: endingOf(code, signal, complaint) }));
  return Object.assign(inbox, {
    send: (line: string) => void child.stdin?.write(line),
    kill: () => killAll(child),
  });
}
