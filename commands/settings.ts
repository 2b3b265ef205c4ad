import { DEFAULT_LIMITS } from '../clients/http-client.ts';
import { LEGACY_SETTINGS, SANDBOX_SETTINGS, type Setting } from '../targets/sandbox/sandbox-settings.ts';

/** How a run on a service behaves, where the command line does not say: the defaults of options of the same meaning. */
const RUN_SETTINGS: readonly Setting[] = [
  {
    name: 'CONFORMANCE_MAX_CALLS',
    meaning: 'How many calls a run may make; by default twice what "run --plan" prints for the whole suite.',
    unit: 'calls',
    default: null,
    option: '--max-calls',
  },
  {
    name: 'CONFORMANCE_RATE',
    meaning: 'How many calls are made a second; 0 for no limit.',
    unit: 'calls a second',
    default: '5',
    option: '--rate',
  },
  {
    name: 'CONFORMANCE_WORKERS',
    meaning: 'How many scenarios run at once; by default one on a mock, enough for the rate on a service.',
    unit: 'scenarios',
    default: null,
    option: '--workers',
  },
  {
    name: 'CONFORMANCE_TIMEOUT',
    meaning: 'Longest wait for a whole answer.',
    unit: 'milliseconds',
    default: String(DEFAULT_LIMITS.timeoutMs),
    option: '--timeout',
  },
];

/** Every setting, in the order in which `.env.example` lists them. */
export const settings: readonly Setting[] = [
  ...Object.values(SANDBOX_SETTINGS),
  ...Object.values(LEGACY_SETTINGS),
  ...RUN_SETTINGS,
];
