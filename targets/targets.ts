import type { PrismOptions, StartedPrism } from './prism/prism.ts';
import type { Target } from './target.ts';

/** How a target is had by its name. Each is imported only when asked for. */
export interface TargetKind {
  /** One line for `--help`. */
  readonly summary: string;
  /** Starts it in this process. */
  open(options?: PrismOptions): Promise<StartedPrism>;
  /** The one that another process started. */
  connect(baseUrl: string): Promise<Target>;
}

/** The targets by name. */
export const targets = {
  prism: {
    summary: "Prism serving PayPal's document, with invoices that have a state: a mock, in this process",
    open: async (options) => (await import('./prism/prism.ts')).startPrism(options),
    connect: async (baseUrl) => (await import('./prism/connect-prism.ts')).connectPrism(baseUrl),
  },
} as const satisfies Readonly<Record<string, TargetKind>>;
