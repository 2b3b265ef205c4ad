import { IMPATIENT } from '../clients/patience.ts';
import { createHttpClient } from '../clients/undici-client.ts';
import type { Exchange } from '../schemas/exchange.ts';
import { openCredentials } from '../suites/credentials.ts';
import { openSandbox } from '../targets/sandbox/sandbox.ts';
import type { Target } from '../targets/target.ts';
import { clockSkew, type Diagnosis, reachability, tokenFor } from './diagnosis.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { exitCodeOf } from './exit-code.ts';
import { legacyDiagnoses } from './legacy-diagnosis.ts';
import { say } from './say.ts';

/** The largest answer that is read, in bytes: that of a token has some hundreds. */
const MAX_BODY_BYTES = 100_000;

const MARKS: Readonly<Record<Diagnosis['state'], string>> = { well: 'ok     ', wrong: 'wrong  ', unknown: 'unknown' };

const NO_FOREIGN: Diagnosis = {
  state: 'well',
  sentence:
    'There is no second merchant (PAYPAL_FOREIGN_CLIENT_ID): the scenarios of a foreign invoice are inapplicable.',
};

async function examined(target: Target, { timeout }: DoctorOptions): Promise<readonly Diagnosis[]> {
  const limits = { timeoutMs: timeout, maxBodyBytes: MAX_BODY_BYTES };
  const client = createHttpClient(target.baseUrl, limits);
  try {
    const credentials = openCredentials(target, client, IMPATIENT);
    const evidence: Exchange[] = [];
    const own = await tokenFor('merchant', credentials, evidence);
    const foreign = target.merchants.foreign ? await tokenFor('foreign', credentials, evidence) : NO_FOREIGN;
    const rest = [reachability(evidence, target), own, foreign, clockSkew(evidence)];
    return [...rest, ...(await legacyDiagnoses(target, limits))];
  } finally {
    await client.close();
  }
}

/** Checks what a run on the sandbox needs, a sentence each; resolves to 0, 2 where something has to be set right, or 3. */
export async function doctor(options: DoctorOptions): Promise<number> {
  const { target } = await openSandbox('sandbox');
  say(`${MARKS.well}  The configuration is complete, for ${target.baseUrl}.\n`);
  const found = await examined(target, options);
  for (const { state, sentence } of found) say(`${MARKS[state]}  ${sentence}\n`);
  const count = (wanted: Diagnosis['state']): number => found.filter(({ state }) => state === wanted).length;
  return exitCodeOf({
    signal: null,
    defects: 0,
    usage: count('wrong') > 0,
    findings: 0,
    unknown: count('unknown'),
    judged: count('well'),
  });
}
