import type { FindingKind } from '../finding.ts';
import { memberOf, type NamedIssue, preview } from './answer-body.ts';
import { type CheckDefinition, type Departure, type Expected, NONE } from './check.ts';
import { type Grounds, inProseOf, metExpectation } from './grounds.ts';
import { memberClause } from './schema-source.ts';

/** Where a fault is when `location` is absent. Source: the `default` of `error_location`. */
const DEFAULT_LOCATION = 'body';

/** The places that `location` may name; anything else breaks the schema. Source: the `enum` of `error_location`. */
const LOCATIONS: readonly unknown[] = ['body', 'path', 'query'];

interface Mismatch {
  readonly member: 'field' | 'location' | 'value';
  readonly kind: FindingKind;
  readonly expected: string;
}

function isFieldWrong(actual: unknown, { field, location = DEFAULT_LOCATION }: Expected): boolean {
  if (field === undefined || actual === field) return false;
  return actual === undefined || (location === 'body' && typeof actual === 'string');
}

const isLocationWrong = (actual: unknown, { location }: Expected): boolean =>
  location !== undefined && actual !== location && LOCATIONS.includes(actual);

const isValueWrong = (actual: unknown, { value }: Expected): boolean =>
  value !== undefined && typeof actual === 'string' && actual !== value;

/** The members of a detail that are not as expected: at most one of each kind. */
function mismatches(detail: unknown, expected: Expected): readonly Mismatch[] {
  const wrong: Mismatch[] = [];
  if (isFieldWrong(memberOf(detail, 'field'), expected))
    wrong.push({ member: 'field', kind: 'wrong-field', expected: String(expected.field) });
  if (isLocationWrong(memberOf(detail, 'location') ?? DEFAULT_LOCATION, expected))
    wrong.push({ member: 'location', kind: 'wrong-location', expected: String(expected.location) });
  if (isValueWrong(memberOf(detail, 'value'), expected))
    wrong.push({ member: 'value', kind: 'wrong-value', expected: preview(expected.value) });
  return wrong;
}

function departure(
  { member, kind, expected: wanted }: Mismatch,
  { detail, index }: NamedIssue,
  grounds: Grounds,
): Departure {
  const actual = preview(memberOf(detail, member));
  return {
    ...grounds,
    kind,
    pointer: `/details/${index}/${member}`,
    expected: wanted,
    actual,
    explanation: `The issue is about the ${member} ${wanted}; the answer says ${actual}.`,
  };
}

/** Of several details that name the expected issue, the one that fits best: an error may list every fault it found. */
function leastWrong(issues: readonly NamedIssue[], expected: Expected) {
  let best: { readonly named: NamedIssue; readonly wrong: readonly Mismatch[] } | undefined;
  for (const named of issues) {
    if (named.issue !== expected.issue) continue;
    const wrong = mismatches(named.detail, expected);
    if (best === undefined || wrong.length < best.wrong.length) best = { named, wrong };
  }
  return best;
}

/** Where an issue names a field, it is the one at fault. Source: the prose of `field`, `value` and `location` in `error_details`. */
export const detailsLocation: CheckDefinition = {
  id: 'details-location',
  summary: 'The expected issue stands at the field, location and value that were at fault.',
  judge: (judged, context) => {
    const { contract, issues } = judged;
    const expected = metExpectation(judged, context);
    if (!contract || expected?.issue === undefined) return NONE;
    const best = leastWrong(issues, expected);
    if (best === undefined) return NONE;
    return best.wrong.map((mismatch) => {
      const clause = memberClause(context.operation.spec, contract, `/details/0/${mismatch.member}`);
      return departure(mismatch, best.named, inProseOf(expected, clause ?? expected.clause));
    });
  },
};
