import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFile } from '../schemas/contract/package-file.ts';
import { harEntry } from './recordings.ts';

/** How a command of the README is shown to work, in one directory and in their order. */
export type Documented =
  /** It is run as it stands, with `also` behind it to be quick, and ends with this code. */
  | { readonly code: number; readonly also?: readonly string[]; readonly before?: (directory: string) => void }
  /** It runs until it is stopped: it says where it listens, with these arguments behind its own. */
  | { readonly serves: readonly string[] }
  | { readonly elsewhere: string };

const placed =
  (from: string, to: string) =>
  (directory: string): void => {
    mkdirSync(dirname(join(directory, to)), { recursive: true });
    copyFileSync(packageFile(from), join(directory, to));
  };

const lastNight = (directory: string): void =>
  cpSync(join(directory, 'reports/out/sandbox'), join(directory, 'last-night'), { recursive: true });

const recording = (directory: string): void =>
  writeFileSync(join(directory, 'traffic.har'), JSON.stringify({ log: { version: '1.2', entries: [harEntry()] } }));

const FEW = ['--grep', 'cancel\\.state\\.(sent|paid|draft) '];
const SANDBOX = 'npx cancel-conformance run --target sandbox';
const REPORT = 'npx cancel-conformance report reports/out/sandbox';

/** Every command in a `sh` block of the README. The sandbox is a mock that takes a paid invoice for a draft. */
export const documentedCommands: Readonly<Record<string, Documented>> = {
  'npm start': { elsewhere: '`npm test` ends with the same run' },
  'npm test': { elsewhere: 'this is part of it' },
  'npx cancel-conformance run --target prism': { code: 0, also: FEW },
  'npm install --save-dev cancel-conformance': { elsewhere: 'tests/tarball.test.ts' },
  'npx cancel-conformance init': { code: 0 },
  'npx cancel-conformance doctor': { code: 0 },
  [`${SANDBOX} --plan`]: { code: 0 },
  [SANDBOX]: { code: 1, also: [...FEW, '--rate', '0'] },
  [`${REPORT} --format html=report.html`]: { code: 1 },
  [`${REPORT} --against last-night/run.json`]: { code: 0, before: lastNight },
  [`${REPORT} --scenario cancel.state.paid`]: { code: 1 },
  'npx cancel-conformance accept reports/out/sandbox --reason "PayPal knows: ticket 4711" --only CC016 --dry-run': {
    code: 0,
  },
  'npx cancel-conformance run --client gate/client.mjs': {
    code: 0,
    also: ['--grep', 'client.issue'],
    before: placed('examples/clients/module.mjs', 'gate/client.mjs'),
  },
  'npx cancel-conformance run --client "python3 gate/client.py"': { elsewhere: 'tests/clients/examples.test.ts' },
  'npx cancel-conformance serve --upstream https://api-m.sandbox.paypal.com --record traffic.har': {
    serves: ['--port', '0'],
  },
  'npx cancel-conformance judge traffic.har': { code: 0, before: recording },
  'npx cancel-conformance judge reports/out/sandbox': { code: 1 },
  'npx cancel-conformance run --target prism --format parity=parity.md': { code: 0, also: FEW },
  'npx cancel-conformance serve --port 4010': { serves: ['--port', '0'] },
  'npx cancel-conformance serve --liar list': { code: 0 },
  'npx cancel-conformance run --target prism --fuzz 2000 --seed 1': { code: 0, also: ['--fuzz', '100'] },
  'npx cancel-conformance contract': { code: 0 },
  'npx cancel-conformance contract --against new-page.md': {
    code: 0,
    before: placed('specs/paypal/invoices.cancel.openapi.yaml', 'new-page.md'),
  },
  'npx playwright test --project=prism -g state.draft': { code: 0 },
  'npx playwright test --project=prism --ui': { elsewhere: 'it opens a window' },
};
