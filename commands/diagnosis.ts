import { type Exchange, headerOf, isAnswered } from '../schemas/exchange.ts';
import type { Credentials } from '../suites/credentials.ts';
import { isUndecided } from '../suites/undecided.ts';
import type { Target } from '../targets/target.ts';

/** What was found out: a sentence, and whether all is well, the configuration is wrong, or nothing can be known now. */
export interface Diagnosis {
  readonly state: 'well' | 'wrong' | 'unknown';
  readonly sentence: string;
}

/** What is as it has to be. */
export const well = (sentence: string): Diagnosis => ({ state: 'well', sentence });

/** What has to be set right before a run. */
export const wrong = (sentence: string): Diagnosis => ({ state: 'wrong', sentence });

/** What cannot be known now. */
export const unknown = (sentence: string): Diagnosis => ({ state: 'unknown', sentence });

/** How far clocks may be apart, in seconds: ours. Dates of invoices and the life of tokens bear a minute. */
const SKEW_S = 60;

/** Whether anything answered at all, by the first call that was made. */
export function reachability(evidence: readonly Exchange[], { baseUrl }: Target): Diagnosis {
  const answered = evidence.find(isAnswered);
  const failed = evidence.find(({ response }) => response.kind === 'failure')?.response;
  if (answered !== undefined) return well(`${baseUrl} answers, in ${Math.round(answered.durationMs)} ms.`);
  return unknown(failed?.kind === 'failure' ? failed.message : `${baseUrl} was not asked.`);
}

/** How far this machine's clock is from the service's, by the `Date` header of an answer (RFC 9110 §6.6.1). */
export function clockSkew(evidence: readonly Exchange[]): Diagnosis {
  const answered = evidence.find(isAnswered);
  const date = Date.parse((answered && headerOf(answered.response.headers, 'date')) ?? '');
  if (answered === undefined || Number.isNaN(date))
    return unknown('No answer told the time, so that the clock is not checked.');
  const midwayMs = Date.parse(answered.startedAt) + answered.durationMs / 2;
  const seconds = Math.round((midwayMs - date) / 1000);
  const apart = `${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} the service's`;
  if (Math.abs(seconds) <= SKEW_S) return well(`The clock agrees with the service's within ${SKEW_S} s.`);
  return wrong(`The clock is ${apart}: set it, or invoices are dated wrongly.`);
}

/** Whether a merchant's client is given a token; what was sent and answered is added to the evidence. */
export async function tokenFor(
  whose: 'merchant' | 'foreign',
  credentials: Credentials,
  evidence: Exchange[],
): Promise<Diagnosis> {
  const before = evidence.length;
  const authorization = await credentials.authorize(whose, evidence);
  if (!isUndecided(authorization))
    return well(`The ${whose === 'foreign' ? 'foreign merchant' : whose} is given a token.`);
  const refused = evidence.slice(before).some((one) => isAnswered(one) && isRefusal(one.response.status));
  const variable = whose === 'merchant' ? 'PAYPAL_CLIENT_ID' : 'PAYPAL_FOREIGN_CLIENT_ID';
  if (!refused) return unknown(authorization.undecided);
  return wrong(`${authorization.undecided} Check ${variable} and its secret, and that the app is one of the sandbox.`);
}

/** Statuses by which a service says that the client is at fault, and not its own state. */
const isRefusal = (status: number): boolean => status >= 400 && status < 500 && status !== 429 && status !== 408;
