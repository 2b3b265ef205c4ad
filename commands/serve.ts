import type { Liar } from '../targets/liars/liar.ts';
import { DEMO_MERCHANT } from '../targets/prism/merchants.ts';
import { targets } from '../targets/targets.ts';
import { exitCodeOf } from './exit-code.ts';
import { liarNamed, printLiars } from './liar-list.ts';
import type { ServeOptions } from './serve-options.ts';
import { nextSignal } from './signals.ts';

const greeting = (baseUrl: string, liar: Liar | undefined): string => `${baseUrl}
client id      ${DEMO_MERCHANT.clientId}
client secret  ${DEMO_MERCHANT.clientSecret}
A mock that keeps its invoices in memory${liar ? ` and ${liar.lies}` : ''}. Stop it with Ctrl-C.
`;

/** Serves the prism target, honest or lying, until a signal stops it (PORT_IN_USE, PRISM_FAILED, USAGE). */
export async function serve({ port, liar: name }: ServeOptions): Promise<number> {
  if (name === 'list') return printLiars();
  const liar = name === undefined ? undefined : liarNamed(name);
  const prism = await targets.prism.open({ port, ...(liar && { lie: liar.tell }) });
  try {
    await prism.ready();
    process.stdout.write(greeting(prism.baseUrl, liar));
    const signal = await nextSignal();
    return exitCodeOf({ signal, defects: 0, usage: false, findings: 0, unknown: 0, judged: 0 });
  } finally {
    await prism.close();
  }
}
