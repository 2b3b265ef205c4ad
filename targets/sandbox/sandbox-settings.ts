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

const secret = (name: string, meaning: string): Setting => ({ name, meaning, unit: null, default: null });

/** What the legacy system of the same service is told; all of it is optional, and without it nobody asks that system. */
export const LEGACY_SETTINGS = {
  baseUrl: {
    name: 'PAYPAL_LEGACY_BASE_URL',
    meaning: 'Where the legacy system answers: a host of the sandbox over https, or this machine.',
    unit: 'origin',
    default: 'https://svcs.sandbox.paypal.com',
  },
  userId: secret('PAYPAL_LEGACY_USERID', 'API user id of the merchant; without it the legacy system is not asked.'),
  password: secret('PAYPAL_LEGACY_PASSWORD', 'API password of that merchant.'),
  signature: secret('PAYPAL_LEGACY_SIGNATURE', 'API signature of that merchant.'),
  applicationId: {
    name: 'PAYPAL_LEGACY_APPLICATION_ID',
    meaning: "Application id: the sandbox's own, the same for everybody, where none is given.",
    unit: null,
    default: 'APP-80W284485P519543T',
  },
  foreignUserId: secret(
    'PAYPAL_LEGACY_FOREIGN_USERID',
    'API user id of a second merchant, who tries to cancel invoices that are not his; without it nobody tries.',
  ),
  foreignPassword: secret('PAYPAL_LEGACY_FOREIGN_PASSWORD', 'API password of the second merchant.'),
  foreignSignature: secret('PAYPAL_LEGACY_FOREIGN_SIGNATURE', 'API signature of the second merchant.'),
  foreignApplicationId: {
    name: 'PAYPAL_LEGACY_FOREIGN_APPLICATION_ID',
    meaning: "Application id of the second merchant: the sandbox's own where none is given.",
    unit: null,
    default: 'APP-80W284485P519543T',
  },
} as const satisfies Readonly<Record<string, Setting>>;
