import type { HttpClient, Limits } from '../clients/http-client.ts';
import { IMPATIENT } from '../clients/patience.ts';
import { createHttpClient } from '../clients/undici-client.ts';
import { type Exchange, isAnswered } from '../schemas/exchange.ts';
import { legacySystem } from '../suites/legacy/legacy-system.ts';
import { isUndecided } from '../suites/undecided.ts';
import type { Target } from '../targets/target.ts';
import { type Diagnosis, unknown, well, wrong } from './diagnosis.ts';

type Whose = 'merchant' | 'foreign';

/** In the form of PayPal's ids, and most likely nobody's: a look at it changes nothing. */
const NOBODYS_INVOICE = 'INV2-AAAA-AAAA-AAAA-AAAA';

/** The application id is not known. Source: the codes beyond the page's that were recorded. */
const APPLICATION_UNKNOWN = '560022';

const VARIABLES: Readonly<Record<Whose, string>> = { merchant: 'PAYPAL_LEGACY', foreign: 'PAYPAL_LEGACY_FOREIGN' };

/** What an answer to a look says of the credentials that it was made with. */
function told(exchange: Exchange, whose: Whose): Diagnosis {
  const who = whose === 'foreign' ? 'foreign merchant' : whose;
  if (legacySystem.stateIn(exchange) !== undefined) return well(`The legacy system takes the ${who}'s API signature.`);
  const said = `For the ${who}'s API signature ${exchange.operation} ${legacySystem.describe(exchange)}.`;
  const check = `Check ${VARIABLES[whose]}`;
  if (legacySystem.refusesCredentials(exchange))
    return wrong(`${said} ${check}_USERID, its password and signature, and that they are of the sandbox.`);
  const isOfApplication = isAnswered(exchange) && legacySystem.shown(exchange).code === APPLICATION_UNKNOWN;
  return isOfApplication ? wrong(`${said} ${check}_APPLICATION_ID.`) : unknown(said);
}

/** Whether a merchant's API signature is taken, by a look at an invoice that he most likely does not have. */
async function signatureOf(whose: Whose, target: Target, client: HttpClient): Promise<Diagnosis> {
  const authorization = await legacySystem.openCredentials(target, client, IMPATIENT).authorize(whose, []);
  if (isUndecided(authorization)) return unknown(authorization.undecided);
  const look = legacySystem.setUpCall({ call: 'get' }, { invoiceId: NOBODYS_INVOICE }, authorization);
  return told(await client.send({ ...look, credential: whose }), whose);
}

const NO_LEGACY = well(
  'The legacy system is not asked (PAYPAL_LEGACY_USERID, _PASSWORD and _SIGNATURE): its scenarios are inapplicable.',
);

const NO_FOREIGN = well(
  'There is no second legacy merchant (PAYPAL_LEGACY_FOREIGN_USERID): the legacy scenarios of a foreign invoice are inapplicable.',
);

/** What a run on the legacy system needs, a sentence each; one alone where its credentials are not there. */
export async function legacyDiagnoses(target: Target, limits: Limits): Promise<readonly Diagnosis[]> {
  if (target.legacy === undefined) return [NO_LEGACY];
  const client = createHttpClient(target.legacy.baseUrl, limits);
  try {
    const own = await signatureOf('merchant', target, client);
    return [own, target.legacy.merchants.foreign ? await signatureOf('foreign', target, client) : NO_FOREIGN];
  } finally {
    await client.close();
  }
}
