import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Liar } from '../targets/liars/liar.ts';
import { DEMO_FOREIGN, DEMO_LEGACY_FOREIGN, DEMO_LEGACY_MERCHANT, DEMO_MERCHANT } from '../targets/prism/merchants.ts';
import type { LegacyMerchant, Merchant } from '../targets/target.ts';
import { targets } from '../targets/targets.ts';
import { exitCodeOf } from './exit-code.ts';
import { liarNamed, printLiars } from './liar-list.ts';
import type { ServeOptions } from './serve-options.ts';
import { nextSignal } from './signals.ts';

const credentials = ({ clientId, clientSecret }: Merchant): string => `client id      ${clientId}
client secret  ${clientSecret}`;

const legacyCredentials = ({ userId, password, signature }: LegacyMerchant): string => `userid         ${userId}
password       ${password}
signature      ${signature}`;

const greeting = (baseUrl: string, liar: Liar | undefined): string => `${baseUrl}
${credentials(DEMO_MERCHANT)}
The same merchant in the legacy system, as PAYPAL_LEGACY_… calls it:
${legacyCredentials(DEMO_LEGACY_MERCHANT)}
Another merchant, to whom its invoices do not belong, as PAYPAL_FOREIGN_… and PAYPAL_LEGACY_FOREIGN_… call it:
${credentials(DEMO_FOREIGN)}
${legacyCredentials(DEMO_LEGACY_FOREIGN)}
A mock that keeps its invoices in memory${liar ? ` and ${liar.lies}` : ''}. Stop it with Ctrl-C.
`;

/** A proxy's options without a proxy would be passed over in silence (USAGE). */
function assertNoProxy({ record, header, failOn }: ServeOptions): void {
  const given = Object.entries({ record, header, 'fail-on': failOn }).find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw new SuiteError('USAGE', `--${given[0]} is for a proxy`, {
    hint: 'Name the service behind it with --upstream.',
  });
}

/** Serves the prism target, honest or lying, or a proxy, until a signal stops it (PORT_IN_USE, PRISM_FAILED, USAGE). */
export async function serve(options: ServeOptions): Promise<number> {
  if (options.upstream !== undefined) return (await import('./proxy.ts')).proxy(options.upstream, options);
  assertNoProxy(options);
  const { port, liar: name } = options;
  if (name === 'list') return printLiars();
  const liar = name === undefined ? undefined : liarNamed(name);
  const prism = await targets.prism.open({ port, ...(liar && { lie: liar.tell }) });
  try {
    await prism.ready();
    // Whoever reads the greeting may stop it at once.
    const signal = nextSignal();
    process.stdout.write(greeting(prism.baseUrl, liar));
    return exitCodeOf({ signal: await signal, defects: 0, usage: false, findings: 0, unknown: 0, judged: 0 });
  } finally {
    await prism.close();
  }
}
