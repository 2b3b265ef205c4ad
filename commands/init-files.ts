import { readFileSync } from 'node:fs';
import { packageFile } from '../schemas/contract/package-file.ts';

/** A file that `init` writes into the caller's directory. */
export interface InitFile {
  readonly path: string;
  readonly text: () => string;
  /** What it is for, and what is to be done with it. */
  readonly purpose: string;
  readonly mode: number;
}

const shipped = (path: string) => () => readFileSync(packageFile(path), 'utf8');

/** What a team checks in or fills in, made of what the package ships. */
export const initFiles: readonly InitFile[] = [
  {
    path: '.env',
    text: shipped('.env.example'),
    purpose: 'fill in client ids and secrets, and those of the legacy system where you use it; never check it in',
    mode: 0o600,
  },
  {
    path: 'reports/baseline/sandbox.json',
    text: shipped('reports/baseline/sandbox.json'),
    purpose: 'the known departures of the real service; check it in',
    mode: 0o644,
  },
  {
    path: '.github/workflows/nightly.yml',
    text: shipped('.github/workflows/nightly.yml'),
    purpose: 'the nightly run; check it in, and set the secrets that it names',
    mode: 0o644,
  },
];
