import { packageFile } from '../../schemas/contract/package-file.ts';
import type { SuiteError } from '../../schemas/contract/suite-error.ts';
import type { Lie } from '../lie.ts';
import type { Merchant, OpenedTarget } from '../target.ts';
import { createPrismClient } from './ask-prism.ts';
import { openBooks } from './books.ts';
import { connectPrism } from './connect-prism.ts';
import { startDirector } from './director.ts';
import { legacyBackstage } from './legacy/start-legacy.ts';
import { DEMO_MERCHANTS } from './merchants.ts';
import { loadPrismContract } from './prism-contract.ts';
import { startPrismServer } from './prism-server.ts';

export { connectPrism } from './connect-prism.ts';

/** What the prism target is started with; every part has a default. */
export interface PrismOptions {
  /** Any free one by default. */
  readonly port?: number;
  /** None by default: an honest target. */
  readonly lie?: Lie;
  readonly specFile?: string;
  readonly overlayFile?: string;
  /** Known beside the two demo clients. */
  readonly merchants?: readonly Merchant[];
  /** Told of what stops the target from answering; ignored by default. */
  readonly onDefect?: (error: SuiteError) => void;
}

/** The running prism target. */
export interface StartedPrism extends OpenedTarget {
  /** Fulfilled once Prism listens; rejected with PRISM_FAILED, or with what is wrong with the documents. */
  ready(): Promise<void>;
  /** Stops Prism and leaves the director: cancels are not answered any more. */
  stopPrism(): Promise<void>;
}

/** Starts the director at once (PORT_IN_USE), and Prism behind it: the first cancel waits for it. */
export async function startPrism(options: PrismOptions = {}): Promise<StartedPrism> {
  const { onDefect = () => {}, merchants = [], lie = {}, port = 0 } = options;
  const backstage = startBackstage(options);
  const legacy = legacyBackstage();
  const desk = {
    books: openBooks([...DEMO_MERCHANTS, ...merchants]),
    lie,
    contract: () => backstage.contract,
    prism: () => backstage.client,
    legacy: legacy.desk,
  };
  const director = await startDirector(desk, { port, onDefect });
  backstage.begin();
  const stopPrism = async (): Promise<void> => {
    await Promise.all([backstage.server.then(({ stop }) => stop()), legacy.stop()]);
  };
  return {
    target: connectPrism(director.origin),
    baseUrl: director.origin,
    ready: async () => void (await backstage.client),
    stopPrism,
    async close() {
      await director.close();
      await Promise.allSettled([backstage.client.then((client) => client.close())]);
      await Promise.allSettled([stopPrism()]);
    },
  };
}

/** What is loaded behind the director, from the next turn of the event loop on: importing Prism occupies this thread. */
function startBackstage({ specFile = SPEC_FILE, overlayFile = OVERLAY_FILE }: PrismOptions) {
  let begin = (): void => {};
  const contract = new Promise<void>((resolve) => {
    begin = () => void setImmediate(resolve);
  }).then(() => loadPrismContract(specFile, overlayFile));
  const server = contract.then(({ document }) => startPrismServer(document));
  const client = Promise.all([contract, server]).then(([{ cancel, examples }, { origin }]) =>
    createPrismClient(origin, cancel, examples),
  );
  // Whoever waits for one of them is told; nobody has to.
  for (const part of [contract, server, client]) part.catch(() => {});
  return { begin: () => begin(), contract, server, client };
}

const SPEC_FILE = packageFile('specs/paypal/invoices.cancel.openapi.yaml');
const OVERLAY_FILE = packageFile('specs/invoices.cancel.overlay.yaml');
