import type { GateLiteral } from '../gate-scenario.ts';

/** A network does so; no contract speaks of it. */
const OBSERVED = { level: 'SHOULD', origin: 'observed' } as const;

const nothing = (by: 'reset' | 'hang' | 'stall' | 'closed', title: string): GateLiteral => ({
  id: `client.transport.${by}`,
  title,
  answering: { by },
  claims: 'prose/effect',
  rests: OBSERVED,
});

/** No whole answer comes: nothing is known, which is neither a success nor a reason to cancel again. */
export const transportScenarios = [
  nothing('reset', 'A connection that is dropped is told as that, and the cancel not sent again'),
  nothing('closed', 'A service that cannot be reached is told as that'),
  nothing('hang', 'An answer that never comes is given up'),
  nothing('stall', 'An answer that stops half-way is given up'),
] as const satisfies readonly GateLiteral[];
