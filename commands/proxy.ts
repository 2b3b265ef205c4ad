import { openHarFile } from '../clients/proxy/har-file.ts';
import { startProxy } from '../clients/proxy/proxy-server.ts';
import type { Level } from '../schemas/contract/clause.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import { operationNamed } from '../schemas/library/known-operations.ts';
import { knownOperations } from '../schemas/library/operation-list.ts';
import { allowedOrigin, liveHostsOf } from '../targets/sandbox/host-guard.ts';
import { assertTrusting } from '../targets/sandbox/sandbox.ts';
import { exitCodeOf } from './exit-code.ts';
import { LiveJudge } from './live-judge.ts';
import { greeting, proxySummary } from './proxy-text.ts';
import { complain, say } from './say.ts';
import { type ServeOptions, UPSTREAM_TIMEOUT_MS } from './serve-options.ts';
import { nextSignal } from './signals.ts';

/** How long requests under way may take after a signal, in milliseconds. */
const GRACE_MS = 5000;

/** How the guard speaks of the option. */
const UPSTREAM = {
  name: '--upstream',
  meaning: 'Where the proxy passes requests on to.',
  unit: 'origin',
  default: 'https://api-m.sandbox.paypal.com',
} as const;

/** The upstream, where the suite may call it; not the proxy itself, which would ask itself for ever (CONFIGURATION, USAGE). */
function upstreamOf(text: string, port: number): string {
  const live = knownOperations.flatMap(({ id }) => liveHostsOf(operationNamed(id).spec.document));
  const origin = allowedOrigin(text, live, UPSTREAM);
  assertTrusting(origin, process.env);
  const { hostname, port: itsPort } = new URL(origin);
  if (hostname.endsWith('.paypal.com') || Number(itsPort) !== port) return origin;
  throw new SuiteError('USAGE', `The upstream ${origin} is where the proxy itself would listen`, {
    hint: 'Choose another port with --port, 0 for any free one.',
  });
}

/**
 * Stands between a client and the upstream until a signal stops it: every cancel is judged, everything goes on as it came.
 * The signal is the usual end and decides nothing; resolves to the exit code that the findings make (CONFIGURATION, USAGE,
 * PORT_IN_USE, WRITE_FAILED).
 */
export async function proxy(upstream: string, options: ServeOptions): Promise<number> {
  const { port, record, header = false, failOn = 'should', timeout: timeoutMs = UPSTREAM_TIMEOUT_MS } = options;
  const origin = upstreamOf(upstream, port);
  const har = record === undefined ? undefined : openHarFile(record);
  const observer = new LiveJudge({ failOn: failOn.toUpperCase() as Level, isHeld: header, har, complain });
  const running = await startProxy({ upstream: origin, port, timeoutMs, observer });
  const signal = nextSignal();
  say(greeting(running.origin, origin, har?.path));
  await signal;
  await running.close(GRACE_MS);
  await observer.close();
  const { totals, failure } = observer;
  say(proxySummary(totals, har?.path));
  if (failure !== undefined) throw failure;
  const { failing, inconclusive, judged } = totals;
  return exitCodeOf({ signal: null, defects: 0, usage: false, findings: failing, unknown: inconclusive, judged });
}
