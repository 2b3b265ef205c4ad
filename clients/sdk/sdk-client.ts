import { setTimeout as sleep } from 'node:timers/promises';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import type { CallEnd, ClientCall } from './client-call.ts';
import { answeredTwice, callLine, endOfLine } from './client-protocol.ts';
import type { ClientSource } from './client-source.ts';
import type { Heard } from './line-inbox.ts';
import { type LineProcess, startLines } from './line-process.ts';

/** A client under test, in a process of its own, which is started again where it ended. */
export interface SdkClient {
  /** Makes one call and waits no longer than `waitMs` for its answer; a client that does not answer is ended. */
  call(call: ClientCall, waitMs: number): Promise<CallEnd>;
  close(): Promise<void>;
}

/** How long a module may take to load, in milliseconds: ours. Large SDKs take a second or two. */
const LOAD_MS = 30_000;

const MEND = 'Mend it, or what is named after --client; docs/client.md says what it has to do.';

/** What a client that answers, and is not heard, most often leaves out. */
const UNHEARD =
  'A process ends each answer with a line feed, and flushes it at once (python3 -u); docs/client.md says what it has to do.';

const unusable = (why: string, hint = MEND): SuiteError =>
  new SuiteError('CLIENT_UNUSABLE', `The client cannot be used. ${why}`.replace(/\.$/, ''), { hint });

const within = (heard: Promise<Heard>, ms: number): Promise<Heard | undefined> => {
  const over = new AbortController();
  const late = sleep(ms, undefined, { signal: over.signal }).catch(() => undefined);
  return Promise.race([heard, late as Promise<undefined>]).finally(() => over.abort());
};

/** How much of what a client wrote is shown where it cannot be used, in characters. */
const SHOWN = 120;
const shownText = (text: string): string => JSON.stringify(text.slice(0, SHOWN));

/** What the host of a module says of it; undefined where the module itself has written there. */
function wordOf(text: string): { readonly ready?: boolean; readonly unusable?: string } | undefined {
  try {
    return Object(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Waits for a module's word that it is loaded (CLIENT_UNUSABLE). A command says nothing before it is asked. */
async function assertLoaded(lines: LineProcess, source: ClientSource): Promise<void> {
  if (source.kind === 'command') return;
  const heard = await within(lines.next(), LOAD_MS);
  const word = heard?.kind === 'line' ? wordOf(heard.text) : undefined;
  if (word?.ready === true) return;
  lines.kill();
  if (heard === undefined) throw unusable(`It is not loaded after ${LOAD_MS / 1000} s`);
  if (heard.kind === 'line')
    throw unusable(
      word?.unusable ?? `It writes on descriptor 3, where the suite is answered: ${shownText(heard.text)}`,
    );
  throw unusable(heard.kind === 'ended' ? heard.how : 'It floods its output');
}

function endOf(heard: Heard | undefined, number: number, waitedMs: number): CallEnd {
  if (heard === undefined) return { kind: 'hung', waitedMs };
  if (heard.kind === 'ended') return { kind: 'crashed', how: heard.how, gone: true };
  if (heard.kind === 'line') return endOfLine(heard.text, number);
  return {
    kind: 'broken',
    what: `It wrote ${heard.characters} characters, where an answer has a few hundred`,
    text: '',
    inStep: false,
  };
}

/** Out of step, or silent: nothing more can be asked of the process that ended a call so. */
const isLost = (end: CallEnd): boolean => end.kind === 'hung' || (end.kind === 'broken' && !end.inStep);

/** Asks a process once. An answer with another line behind it is none. */
async function asked(lines: LineProcess, call: ClientCall, number: number, waitMs: number): Promise<CallEnd> {
  lines.send(callLine(number, call));
  const end = endOf(await within(lines.next(), waitMs), number, waitMs);
  const second = lines.extra();
  return end.kind === 'outcome' && second !== undefined ? answeredTwice(second) : end;
}

/** Opens a client: its process is started with the first call, and again after it ended. */
export function openSdkClient(source: ClientSource): SdkClient {
  let lines: LineProcess | undefined;
  let number = 0;
  const stop = (): void => {
    lines?.kill();
    lines = undefined;
  };
  return {
    async call(call, waitMs) {
      if (lines === undefined || lines.isOver) {
        lines = startLines(source);
        await assertLoaded(lines, source);
      }
      number += 1;
      const end = await asked(lines, call, number, waitMs);
      if (isLost(end)) stop();
      return end;
    },
    close: async () => stop(),
  };
}

/** Throws CLIENT_UNUSABLE with why a client cannot be judged at all: its first call of all came to nothing. */
export function assertUsable(end: CallEnd): void {
  if (end.kind === 'crashed' && end.gone) throw unusable(end.how);
  if (end.kind === 'broken') throw unusable(end.text === '' ? end.what : `${end.what}: ${shownText(end.text)}`);
  if (end.kind === 'hung') throw unusable(`It did not answer its first call within ${end.waitedMs / 1000} s`, UNHEARD);
}
