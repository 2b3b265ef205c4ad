import type { Expected } from '../schemas/checks/check.ts';
import type { Origin } from '../schemas/contract/clause.ts';
import type { Obligation } from '../schemas/contract/obligation.ts';
import { SuiteError } from '../schemas/contract/suite-error.ts';
import type { Given, Scenario, SystemName, Topic, When } from './scenario.ts';

/** What a scenario literal expects of one answer; clause, level and origin come from the obligation it names. */
export interface Outcome {
  /** Several where the contract leaves the choice; none in the legacy system, where it decides nothing. */
  readonly status: number | readonly number[];
  /** Of the legacy system: how it has to end. */
  readonly ack?: 'Success' | 'Failure';
  readonly issue?: string;
  readonly field?: string;
  readonly location?: 'body' | 'path' | 'query';
  readonly value?: string;
}

/** A scenario as it is written down: one literal, one place. */
export interface ScenarioLiteral {
  /** `cancel.state.draft`: operation, topic, case. Never reused. */
  readonly id: string;
  readonly title: string;
  readonly given: Given;
  readonly when: When;
  /** One outcome a request sent at once; their order is free. */
  readonly expected: Outcome | readonly [Outcome, ...Outcome[]];
  /** The obligations it proves, by id; the first is the clause that it rests on. */
  readonly claims: readonly [string, ...string[]];
  /** Only where it differs from what the first claim implies: `spec` for a MUST, `prose` for a SHOULD. */
  readonly origin?: Origin;
  readonly gap?: string;
  /** The same in the legacy system, under the same id with `legacy` in front. */
  readonly legacy?: LegacyBinding;
  /** The id of the same scenario in the other system, where that has no literal in common with it. */
  readonly twin?: string;
}

/** What of a scenario is another in the legacy system; what it does not say is the same. */
export type LegacyBinding = Pick<ScenarioLiteral, 'expected' | 'claims' | 'origin' | 'gap'> &
  Partial<Pick<ScenarioLiteral, 'title' | 'given' | 'when'>>;

/** The contract that literals are read against. */
export interface ScenarioContext {
  /** REST where it is left out. */
  readonly system?: SystemName;
  readonly operation: string;
  readonly obligations: ReadonlyMap<string, Obligation>;
}

function obligationOf(id: string, claim: string, { obligations }: ScenarioContext): Obligation {
  const obligation = obligations.get(claim);
  if (obligation) return obligation;
  throw new SuiteError('DEFECT', `Scenario ${id} claims ${claim}, which the contract does not oblige to`, {
    hint: 'Name an obligation that stands in the contract, or retire the scenario.',
  });
}

function expectedOf(literal: ScenarioLiteral, outcome: Outcome, context: ScenarioContext): Expected {
  const { status, ...rest } = outcome;
  const own = outcome.ack === undefined ? `issue/${String(status)}/${outcome.issue}` : `code/${outcome.issue}`;
  const { clause, level } = obligationOf(literal.id, context.obligations.has(own) ? own : literal.claims[0], context);
  const origin = literal.origin ?? (level === 'MUST' ? 'spec' : 'prose');
  return { ...rest, status: [status].flat(), clause, level, origin };
}

/** The id of a scenario's binding in the legacy system. */
export const legacyIdOf = (id: string): string => id.replace(/^cancel\./, 'legacy.');

/** The literals that exist in the legacy system too, as they read there. */
export const legacyLiterals = (literals: readonly ScenarioLiteral[]): readonly ScenarioLiteral[] =>
  literals.flatMap(({ legacy, gap: _, origin: __, ...literal }) =>
    legacy === undefined ? [] : [{ ...literal, when: {}, ...legacy, id: legacyIdOf(literal.id), twin: literal.id }],
  );

/** Topics of the legacy system have its name in front, so that no table counts both as one. */
const topicOf = (id: string, system: SystemName): Topic => {
  const [, topic] = id.split('.');
  return (system === 'legacy' ? `legacy-${topic}` : topic) as Topic;
};

/** The scenarios that literals stand for: each with the clause, level and origin of what it claims. */
export function defineScenarios(literals: readonly ScenarioLiteral[], context: ScenarioContext): readonly Scenario[] {
  const { system = 'rest' } = context;
  return literals.map((literal) => {
    const { id, title, given, when, claims, gap } = literal;
    const twin = literal.legacy === undefined ? literal.twin : legacyIdOf(id);
    const outcomes = [literal.expected].flat() as [Outcome, ...Outcome[]];
    for (const claim of claims) obligationOf(id, claim, context);
    const [first, ...more] = outcomes;
    return {
      id,
      title,
      topic: topicOf(id, system),
      operation: context.operation,
      ...(context.system !== undefined && { system: context.system }),
      ...(twin !== undefined && { twin }),
      given,
      when,
      expected: [expectedOf(literal, first, context), ...more.map((outcome) => expectedOf(literal, outcome, context))],
      claims,
      ...(gap === undefined ? {} : { gap }),
    };
  });
}
