import type { PrismOptions } from './prism/prism.ts';
import type { OpenedTarget, Target } from './target.ts';

/** Which scenarios a target is judged by: the contract's, or those of the sandbox's negative testing. */
export type Profile = 'contract' | 'simulator';

/** How a target is had by its name. Each is imported only when asked for. */
export interface TargetKind {
  /** One line for `--help`. */
  readonly summary: string;
  readonly profile: Profile;
  /** Starts it in this process, where it does not run by itself. */
  open(options?: PrismOptions): Promise<OpenedTarget>;
  /** The one that runs already. */
  connect(baseUrl: string): Promise<Target>;
}

/** The targets by name. */
export const targets = {
  prism: {
    summary: "Prism serving PayPal's document, with invoices that have a state: a mock, in this process",
    profile: 'contract',
    open: async (options) => (await import('./prism/prism.ts')).startPrism(options),
    connect: async (baseUrl) => (await import('./prism/connect-prism.ts')).connectPrism(baseUrl),
  },
  sandbox: {
    summary: "PayPal's sandbox, or whatever stands in for it at PAYPAL_BASE_URL",
    profile: 'contract',
    open: async () => (await import('./sandbox/sandbox.ts')).openSandbox('sandbox'),
    connect: async (baseUrl) => (await import('./sandbox/sandbox.ts')).connectSandbox(baseUrl, 'sandbox'),
  },
  simulator: {
    summary: "the sandbox's negative testing: invoice ids that PayPal answers with a chosen error",
    profile: 'simulator',
    open: async () => (await import('./sandbox/sandbox.ts')).openSandbox('simulator'),
    connect: async (baseUrl) => (await import('./sandbox/sandbox.ts')).connectSandbox(baseUrl, 'simulator'),
  },
} as const satisfies Readonly<Record<string, TargetKind>>;
