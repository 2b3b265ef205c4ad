import { DEMO_MERCHANT } from '../targets/prism/merchants.ts';
import { targets } from '../targets/targets.ts';
import { exitCodeOf } from './exit-code.ts';
import type { ServeOptions } from './serve-options.ts';
import { nextSignal } from './signals.ts';

const greeting = (baseUrl: string): string => `${baseUrl}
client id      ${DEMO_MERCHANT.clientId}
client secret  ${DEMO_MERCHANT.clientSecret}
A mock that keeps its invoices in memory. Stop it with Ctrl-C.
`;

/** Serves the prism target until a signal stops it (PORT_IN_USE, PRISM_FAILED). */
export async function serve({ port }: ServeOptions): Promise<number> {
  const prism = await targets.prism.open({ port });
  try {
    await prism.ready();
    process.stdout.write(greeting(prism.baseUrl));
    const signal = await nextSignal();
    return exitCodeOf({ signal, defects: 0, usage: false, findings: 0, unknown: 0, judged: 0 });
  } finally {
    await prism.close();
  }
}
