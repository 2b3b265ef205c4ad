import type { HttpClient } from '../../clients/http-client.ts';
import type { CallEnd, ClientCall } from '../../clients/sdk/client-call.ts';
import { assertUsable, type SdkClient } from '../../clients/sdk/sdk-client.ts';
import type { Level } from '../../schemas/contract/clause.ts';
import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { isAnswered } from '../../schemas/exchange.ts';
import type { ScenarioResult } from '../../schemas/verdict.ts';
import type { Target } from '../../targets/target.ts';
import type { Arrival } from './arrival.ts';
import type { GateScenario } from './gate-scenario.ts';
import { gateTokens } from './gate-tokens.ts';
import { type CallEvidence, gateResult } from './judge-call.ts';
import { makeInvoice } from './make-invoice.ts';
import { startRecorder } from './recorder.ts';

/** How long a client is told to wait for an answer, and how long the suite waits for the client; in milliseconds. */
export interface GateWaits {
  readonly clientMs: number;
  readonly suiteMs: number;
}

/** Ours: the mock answers within milliseconds, so that a client loses nothing by a second. */
export const DEFAULT_GATE_WAITS: GateWaits = { clientMs: 1_000, suiteMs: 5_000 };

/** A client, what it calls, and how it is judged. */
export interface GateOptions {
  readonly client: SdkClient;
  readonly target: Target;
  /** Calls the target, past the recorder. */
  readonly http: HttpClient;
  readonly waits?: GateWaits;
  readonly failOn: Level;
}

/** A gate that judges one scenario after the other. */
export interface Gate {
  /** Throws CLIENT_UNUSABLE where the client's first call of all comes to nothing: it cannot be judged. */
  probe(): Promise<void>;
  judge(scenario: GateScenario): Promise<ScenarioResult>;
}

/** A plain cancel: what a client is asked first of all, and not judged by. */
const PLAIN: Pick<GateScenario, 'given' | 'asked' | 'answering'> = {
  given: 'SENT',
  asked: {},
  answering: { by: 'target' },
};

/** A scenario that did not show what it says proves nothing: the suite or its target is at fault. */
function assertShown({ id, meets, issues = [] }: GateScenario, arrivals: readonly Arrival[], end: CallEnd): void {
  const first = arrivals.find(({ exchange }) => exchange.request.path.includes('/cancel'))?.exchange;
  if (meets === undefined || first === undefined || !isAnswered(first) || end.kind !== 'outcome') return;
  const { status, body } = first.response;
  if (status === meets && issues.every((issue) => body.includes(`"${issue}"`))) return;
  throw new SuiteError(
    'DEFECT',
    `${id} is to meet ${meets} ${issues.join(', ')}, and met ${status}`.replace('  ', ' '),
    {
      hint: 'Report it.',
    },
  );
}

/** Opens a gate. The client stays its opener's to close. */
export function openGate({ client, target, http, failOn, waits = DEFAULT_GATE_WAITS }: GateOptions): Gate {
  const tokenOf = gateTokens(http, target);
  async function called({ given, asked, answering }: typeof PLAIN): Promise<CallEvidence> {
    const own = await makeInvoice(http, await tokenOf('merchant'), given);
    const token = await tokenOf(asked.token ?? 'merchant');
    const defects: unknown[] = [];
    const recorder = await startRecorder({
      ...{ answering, token, invoiceId: own, backstage: { target, client: http } },
      onDefect: (cause) => defects.push(cause),
    });
    const { notification = {}, invoiceId = own } = asked;
    const { baseUrl } = recorder;
    const call: ClientCall = { baseUrl, accessToken: token, invoiceId, timeoutMs: waits.clientMs, notification };
    const end = await client.call(call, waits.suiteMs).finally(() => recorder.close());
    if (defects[0] !== undefined) throw defects[0];
    return { call, end, arrivals: recorder.arrivals(), malformed: recorder.malformed() };
  }
  return {
    probe: async () => assertUsable((await called(PLAIN)).end),
    async judge(scenario) {
      const startedAt = new Date();
      const evidence = await called(scenario);
      const result = gateResult(scenario, evidence, failOn, startedAt);
      if (result.findings.length === 0) assertShown(scenario, evidence.arrivals, evidence.end);
      return result;
    },
  };
}
