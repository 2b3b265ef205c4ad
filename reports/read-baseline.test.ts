import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageFile } from '../schemas/contract/package-file.ts';
import { FINDING_KINDS } from '../schemas/finding.ts';
import { KNOWN_DEPARTURES } from '../targets/rehearsal/departures.ts';
import { baselineFor, readBaseline } from './read-baseline.ts';

const SHIPPED = packageFile('reports/baseline/sandbox.json');
const home = process.cwd();
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'baseline-'));
  process.chdir(directory);
});
afterEach(() => process.chdir(home));

const shipped = (): Record<string, unknown> => JSON.parse(readFileSync(SHIPPED, 'utf8'));
const entry = { id: 'a', findings: [{ kind: 'wrong-status', pointer: '' }], reason: 'r', owner: 'o', source: 's' };

function written(text: string, path = 'b.json'): string {
  mkdirSync(join(directory, 'reports/baseline'), { recursive: true });
  writeFileSync(join(directory, path), text);
  return path;
}

const listing = (...accepted: unknown[]): string => JSON.stringify({ format: 1, target: 'sandbox', accepted });

describe('which baseline a run uses', () => {
  test('the shipped one where the caller has none', () => {
    expect(baselineFor('sandbox', undefined)).toMatchObject({ file: 'reports/baseline/sandbox.json as shipped' });
    expect(baselineFor('prism', undefined)).toBeUndefined();
  });

  test("the caller's own before the shipped one, and the one that is named before both", () => {
    written(listing(), 'reports/baseline/sandbox.json');
    expect(baselineFor('sandbox', undefined)).toEqual({ file: 'reports/baseline/sandbox.json', accepted: [] });
    const named = written(listing({ ...entry, date: '2026-01-01' }));
    expect(baselineFor('sandbox', named)).toMatchObject({ file: 'b.json', accepted: [{ id: 'a' }] });
  });

  test('none where none is asked for', () => {
    expect(baselineFor('sandbox', 'none')).toBeUndefined();
  });
});

test.each([
  ['is not there', undefined, /cannot be read/],
  ['is not JSON', '{', /is not JSON/],
  ['is newer', '{"format":2,"target":"sandbox","accepted":[]}', /is of a newer format, 2; this suite reads 1/],
  ['is older', '{"format":0,"target":"sandbox","accepted":[]}', /is of an older format, 0; this suite reads 1/],
  ['has no format', '{"target":"sandbox","accepted":[]}', /must have required property 'format'/],
  ['has a member too many', '{"format":1,"target":"sandbox","accepted":[],"more":1}', /must NOT have .*\(more\)/],
  ['is of another target', '{"format":1,"target":"prism","accepted":[]}', /is of the target prism, not of sandbox/],
  ['has an entry without a date', listing(entry), /must have required property 'date'/],
  [
    'names an unknown kind',
    listing({ ...entry, date: '2026-01-01', findings: [{ kind: 'wrong-mood', pointer: '' }] }),
    /names "wrong-mood" at \/accepted\/0\/findings\/0\/kind, which is no kind of finding/,
  ],
  [
    'has two entries of one id',
    listing({ ...entry, date: '2026-01-01' }, { ...entry, date: '2026-01-02' }),
    /two entries called a/,
  ],
])('a baseline that %s is refused in a sentence', (_, text, sentence) => {
  const file = text === undefined ? 'nowhere.json' : written(text);
  expect(() => baselineFor('sandbox', file)).toThrow(
    expect.objectContaining({ code: 'BASELINE_INVALID', message: expect.stringMatching(sentence) }),
  );
});

test('the published schema knows the same kinds of finding as the suite', () => {
  const schema = JSON.parse(readFileSync(packageFile('schemas/published/baseline.schema.json'), 'utf8'));
  expect(schema.$defs.finding.properties.kind.enum).toEqual(FINDING_KINDS);
});

test('the shipped baseline accepts every known departure of the real service that draws a finding', () => {
  const { accepted } = readBaseline(SHIPPED, 'sandbox');
  expect(accepted.map(({ id }) => id)).toEqual(
    KNOWN_DEPARTURES.filter(({ draws }) => draws.length > 0).map(({ id }) => id),
  );
  expect(shipped().$schema).toBe('../../schemas/published/baseline.schema.json');
});
