/** One setting: a variable of the environment, or a line of `.env`. */
export interface Setting {
  readonly name: string;
  /** One sentence for a person. */
  readonly meaning: string;
  readonly unit: string | null;
  /** As it would be written; null where there is none. */
  readonly default: string | null;
  /** The option of a command whose default it is. */
  readonly option?: `--${string}`;
}

/** What the targets that stand for PayPal's service are told. */
export const SANDBOX_SETTINGS = {
  baseUrl: {
    name: 'PAYPAL_BASE_URL',
    meaning: 'Where the service answers: a host of the sandbox over https, or this machine.',
    unit: 'origin',
    default: 'https://api-m.sandbox.paypal.com',
  },
  clientId: {
    name: 'PAYPAL_CLIENT_ID',
    meaning: 'Client id of the merchant whose invoices are made and cancelled.',
    unit: null,
    default: null,
  },
  clientSecret: {
    name: 'PAYPAL_CLIENT_SECRET',
    meaning: 'Client secret of that merchant.',
    unit: null,
    default: null,
  },
  foreignClientId: {
    name: 'PAYPAL_FOREIGN_CLIENT_ID',
    meaning: 'Client id of a second merchant, who tries to cancel invoices that are not his; without it nobody tries.',
    unit: null,
    default: null,
  },
  foreignClientSecret: {
    name: 'PAYPAL_FOREIGN_CLIENT_SECRET',
    meaning: 'Client secret of the second merchant.',
    unit: null,
    default: null,
  },
} as const satisfies Readonly<Record<string, Setting>>;
