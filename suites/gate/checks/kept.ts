import { isDeepStrictEqual } from 'node:util';
import type { ClientFailure } from '../../../clients/sdk/client-call.ts';
import type { Level, Origin } from '../../../schemas/contract/clause.ts';
import type { FindingKind } from '../../../schemas/finding.ts';
import { departure, failureOf, type GateCheck, type GivenAnswer, NOTHING, shown } from '../gate-check.ts';
import { citationOf } from '../gate-scenarios.ts';

interface Resting {
  readonly level: Level;
  readonly origin: Origin;
}

/** Seen of the real service, and promised nowhere. */
const OBSERVED: Resting = { level: 'SHOULD', origin: 'observed' };

/** Something that a caller has to get to know of an answer. */
interface Kept {
  readonly kind: FindingKind;
  /** The member of the outcome. */
  readonly member: string;
  /** As a person calls it. */
  readonly what: string;
  /** What the answer says; undefined where it says nothing of the kind. */
  readonly given: (answer: GivenAnswer) => unknown;
  readonly told: (failure: ClientFailure) => unknown;
  /** The obligation that every answer's part of it rests on, so that one cause is one finding whatever the status. */
  readonly claim: string;
  /** How firmly, where the contract does not speak of it. */
  readonly rests?: (answer: GivenAnswer) => Resting;
}

/** What is not to be lost between the service and the caller, a line each. */
const KEPT: readonly Kept[] = [
  {
    kind: 'client-lost-status',
    member: 'status',
    what: 'HTTP status',
    given: ({ status }) => status,
    told: ({ status }) => status,
    claim: 'status/default',
  },
  {
    kind: 'client-lost-name',
    member: 'name',
    what: 'name',
    given: ({ name }) => name,
    told: ({ name }) => name,
    claim: 'status/default',
  },
  {
    kind: 'client-lost-issue',
    member: 'issues',
    what: 'list of issue codes',
    given: ({ issues }) => issues,
    told: ({ issues = [] }) => issues.map(({ issue }) => issue),
    claim: 'response/error_details/issue/type',
  },
  {
    kind: 'client-lost-debug-id',
    member: 'debugId',
    what: 'debug id',
    given: ({ debugId }) => debugId,
    told: ({ debugId }) => debugId,
    claim: 'status/default',
    // The header stands in no contract.
    rests: (answer) => (answer.isReadable ? firmness(answer) : OBSERVED),
  },
  {
    kind: 'client-lost-retry-after',
    member: 'retryAfter',
    what: 'time to wait',
    given: ({ retryAfter }) => retryAfter,
    told: ({ retryAfter }) => retryAfter,
    claim: 'status/default',
    rests: () => OBSERVED,
  },
];

/** As firm as the status that it came with: of one that only observation knows, no more is promised. */
const firmness = ({ status }: GivenAnswer): Resting => {
  const cited = citationOf(`status/${status}`);
  return cited === undefined ? { level: 'SHOULD', origin: 'prose' } : { level: cited.level, origin: cited.origin };
};

/** What the service says of an error reaches the caller, in members of its own and not only in free text. */
export const kept: GateCheck = (judged) => {
  const failure = failureOf(judged);
  const { answer } = judged;
  if (failure === undefined || answer === undefined || answer.status === 204) return NOTHING;
  return KEPT.flatMap(({ kind, member, what, given, told, claim, rests = firmness }) => {
    const expected = given(answer);
    const actual = told(failure);
    if (expected === undefined || isDeepStrictEqual(actual, expected)) return [];
    const said = {
      kind,
      pointer: `/${member}`,
      expected: `the ${what} of the answer`,
      // A debug id is another one each time: what the answer says is no part of what is accepted.
      actual: shown(actual),
      explanation: `Of the answer ${answer.status} the ${what} does not reach the caller as it is: ${shown(expected)}.`,
    };
    return [departure(judged, { ...said, ...rests(answer) }, claim)];
  });
};
