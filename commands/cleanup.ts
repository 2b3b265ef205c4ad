import { existsSync } from 'node:fs';
import { openAllowance } from '../clients/allowance.ts';
import { DEFAULT_LIMITS, type HttpClient } from '../clients/http-client.ts';
import { createPacedClient } from '../clients/paced-client.ts';
import { createHttpClient } from '../clients/undici-client.ts';
import { deleteEvidence } from '../reports/old-evidence.ts';
import { loadOperation } from '../schemas/contract/operation.ts';
import { loadSpec } from '../schemas/contract/spec.ts';
import type { Orphan } from '../schemas/verdict.ts';
import { CANCEL_SPEC } from '../suites/cancel/cancel-spec.ts';
import { accountOf, openLedger, readLedger } from '../suites/ledger.ts';
import { LEGACY_SPEC } from '../suites/legacy/legacy-spec.ts';
import { legacySystem } from '../suites/legacy/legacy-system.ts';
import { newRunId } from '../suites/run-id.ts';
import { openSession, type Session, type SessionOptions } from '../suites/session.ts';
import { sweep } from '../suites/sweep.ts';
import { targetNamed, targetNames } from '../suites/target-named.ts';
import type { Target } from '../targets/target.ts';
import type { CleanupOptions } from './cleanup-options.ts';
import { rateOf } from './conduct.ts';
import { exitCodeOf } from './exit-code.ts';
import { ledgerFile, takeLedger } from './ledger-of.ts';
import { say } from './say.ts';

/** A session of each system that the target has: what one has made, the other may not find. */
function sessionsOn(
  target: Target,
  clientOf: (origin: string) => HttpClient,
  options: Pick<SessionOptions, 'runId' | 'ledger'>,
): [Session, ...Session[]] {
  const cancel = loadOperation(loadSpec(CANCEL_SPEC), 'invoices.cancel');
  const rest = openSession({ ...options, target, client: clientOf(target.baseUrl), operation: cancel });
  if (target.legacy === undefined) return [rest];
  const client = clientOf(target.legacy.baseUrl);
  const operation = loadOperation(loadSpec(LEGACY_SPEC), 'CancelInvoice');
  return [rest, openSession({ ...options, target, client, operation, system: legacySystem })];
}

/** Clears up what stands in the ledger; resolves to how much did, and what stays. */
async function clear(target: Target, file: string, options: CleanupOptions) {
  const run = newRunId();
  const ledger = openLedger(file, { account: accountOf(target), run, durable: true });
  const found = ledger.open().length;
  const allowance = openAllowance({ callsPerSecond: rateOf(options, target), maxCalls: Number.POSITIVE_INFINITY });
  const clientOf = (origin: string) =>
    createPacedClient(createHttpClient(origin, { ...DEFAULT_LIMITS, timeoutMs: options.timeout }), origin, allowance);
  const sessions = sessionsOn(target, clientOf, { runId: run, ledger });
  try {
    return { found, stay: await sweep(...sessions) };
  } finally {
    ledger.release();
    for (const { client } of sessions) await client.close();
  }
}

function print(name: string, found: number, stay: readonly Orphan[]): void {
  const lines = stay.map(
    ({ invoiceId, reference, run, state, reason }) =>
      `  ${invoiceId ?? `reference ${reference}`} of run ${run} (${state ?? 'state unknown'}): ${reason}`,
  );
  const left = stay.length === 0 ? 'nothing stays' : `${stay.length} stay:`;
  say(`${[`${name}: ${found - stay.length} of ${found} cleared up, ${left}`, ...lines].join('\n')}\n`);
}

/** Clears up one target's account; resolves to how many invoices stay. */
async function clearTarget(name: string, options: CleanupOptions): Promise<number> {
  const file = ledgerFile(name);
  if (readLedger(file).size === 0) {
    say(`${name}: nothing is left in its ledger\n`);
    return 0;
  }
  const started = await targetNamed(name).open();
  try {
    const release = await takeLedger(file, started.target, options.wait * 1000);
    try {
      const { found, stay } = await clear(started.target, file, options);
      print(name, found, stay);
      return stay.length;
    } finally {
      release();
    }
  } finally {
    await started.close();
  }
}

/** Finishes what killed runs left; resolves to the exit code: 3 where something stays. Only invoices in the ledger are touched. */
export async function cleanup(options: CleanupOptions): Promise<number> {
  if (options.target !== undefined) targetNamed(options.target);
  if (options.evidenceOlderThan !== undefined) {
    const deleted = deleteEvidence('reports/out', options.evidenceOlderThan, Date.now());
    say(`evidence: ${deleted.length} old runs deleted\n`);
  }
  const names =
    options.target === undefined ? targetNames.filter((name) => existsSync(ledgerFile(name))) : [options.target];
  let stay = 0;
  for (const name of names) stay += await clearTarget(name, options);
  return exitCodeOf({ signal: null, defects: 0, usage: false, findings: 0, unknown: stay, judged: 1 });
}
