import { createPrismClient, type PrismClient } from '../ask-prism.ts';
import { type PrismServer, startPrismServer } from '../prism-server.ts';
import type { LegacyDesk } from '../route.ts';
import { type LegacyContract, loadLegacyContract } from './legacy-contract.ts';

/** The legacy system behind the director, which takes no time before it is first called. */
export interface LegacyBackstage {
  readonly desk: LegacyDesk;
  /** Stops its Prism, and starts none any more: cancels are not answered. */
  stop(): Promise<void>;
}

/**
 * A Prism of its own for the legacy document, started by the first cancel: beside one that runs already that takes some
 * 20 ms, which one Prism for both documents would take at every start.
 */
export function legacyBackstage(): LegacyBackstage {
  const contract = once(loadLegacyContract);
  let started: Promise<StartedPrism> | undefined;
  let stopped = false;
  return {
    desk: {
      contract,
      async prism() {
        if (stopped) return NOBODY;
        started ??= contract().then(startedPrism);
        return (await started).client;
      },
    },
    async stop() {
      stopped = true;
      const prism = await started?.catch(() => undefined);
      await prism?.client.close();
      await prism?.server.stop();
    },
  };
}

interface StartedPrism {
  readonly server: PrismServer;
  readonly client: PrismClient;
}

async function startedPrism({ document, cancel, examples }: LegacyContract): Promise<StartedPrism> {
  const server = await startPrismServer(document);
  return { server, client: createPrismClient(server.origin, cancel, examples) };
}

/** Whoever asks after the end gets no answer. */
const NOBODY: PrismClient = { ask: () => Promise.resolve('close'), close: () => Promise.resolve() };

/** A task that is begun by who first asks for it. */
function once<T>(task: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => {
    begun ??= task();
    return begun;
  };
}
