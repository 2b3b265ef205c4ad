import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { packageFile } from '../schemas/contract/package-file.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Baseline, UsedBaseline } from './baseline.ts';

const SCHEMA = 'schemas/published/baseline.schema.json';

/** Where the baseline of a target lies, under the caller's directory and in the package. */
export const baselinePath = (target: string): string => join('reports', 'baseline', `${target}.json`);

const invalid = (file: string, what: string, cause?: unknown): SuiteError =>
  new SuiteError('BASELINE_INVALID', `The baseline ${file} ${what}`, {
    hint: `Mend it by ${SCHEMA} in this package, or run with --baseline none.`,
    ...(cause !== undefined && { cause }),
  });

function parsed(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw invalid(file, 'cannot be read', cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(file, 'is not JSON', cause);
  }
}

/** The first thing that is wrong, for a person. */
function sentenceOf({ instancePath, keyword, message, params }: ErrorObject, value: unknown): string {
  const place = instancePath === '' ? 'its top' : instancePath;
  const last = instancePath.split('/').at(-1);
  if (keyword === 'enum' && last === 'kind') {
    const found = instancePath
      .split('/')
      .slice(1)
      .reduce<unknown>((inner, key) => Object(inner)[key], value);
    return `names ${JSON.stringify(found)} at ${place}, which is no kind of finding`;
  }
  const member = params.additionalProperty ?? '';
  return `is wrong at ${place}: it ${message}${member ? ` (${member})` : ''}`;
}

/** The version of the baseline that this suite writes, and the only one that it reads. */
const FORMAT = 1;

/** Another version's would be misread. */
function assertFormat(file: string, value: unknown): void {
  const { format } = Object(value) as { readonly format?: unknown };
  if (typeof format !== 'number' || format === FORMAT) return;
  throw invalid(
    file,
    `is of ${format > FORMAT ? 'a newer' : 'an older'} format, ${format}; this suite reads ${FORMAT}`,
  );
}

/** Two entries of one id could not be told apart. */
function assertDistinct(file: string, { accepted }: Baseline): void {
  const ids = accepted.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw invalid(file, `has two entries called ${twice}`);
}

/** The baseline in a file (BASELINE_INVALID), which has to be of that target. */
export function readBaseline(file: string, target: string): Baseline {
  const value = parsed(file);
  assertFormat(file, value);
  const schema = JSON.parse(readFileSync(packageFile(SCHEMA), 'utf8'));
  const validate = new Ajv2020({ strict: true }).compile<Baseline>(schema);
  const [error] = validate(value) ? [] : (validate.errors ?? []);
  if (error !== undefined) throw invalid(file, sentenceOf(error, value));
  const baseline = value as Baseline;
  if (baseline.target !== target) throw invalid(file, `is of the target ${baseline.target}, not of ${target}`);
  assertDistinct(file, baseline);
  return baseline;
}

/**
 * The baseline for a run on a target: the file that is named, none for `none`; by default the caller's own
 * `reports/baseline/<target>.json`, else the one that the package ships, else none.
 */
export function baselineFor(target: string, named: string | undefined): UsedBaseline | undefined {
  if (named === 'none') return undefined;
  const own = relative('', resolve(named ?? baselinePath(target)));
  if (named !== undefined || existsSync(own)) return { file: own, accepted: readBaseline(own, target).accepted };
  const shipped = packageFile(baselinePath(target));
  if (!existsSync(shipped)) return undefined;
  return { file: `${baselinePath(target)} as shipped`, accepted: readBaseline(shipped, target).accepted };
}
