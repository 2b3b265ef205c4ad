import { SuiteError } from '../../schemas/contract/suite-error.ts';
import { cancelObligations } from '../cancel/cancel-contract.ts';
import type { GateLiteral, GateScenario } from './gate-scenario.ts';
import { answerScenarios } from './scenarios/answer.scenarios.ts';
import { pathScenarios } from './scenarios/path.scenarios.ts';
import { boundaryScenarios, requestScenarios } from './scenarios/request.scenarios.ts';
import { statusScenarios } from './scenarios/status.scenarios.ts';
import { transportScenarios } from './scenarios/transport.scenarios.ts';

const literals: readonly GateLiteral[] = [
  ...statusScenarios,
  ...requestScenarios,
  ...pathScenarios,
  ...boundaryScenarios,
  ...answerScenarios,
  ...transportScenarios,
];

const obligations = new Map(cancelObligations.obligations.map((obligation) => [obligation.id, obligation]));

/** The clause, level and origin of an obligation by its id; undefined where the contract does not oblige to it. */
export function citationOf(id: string): Pick<GateScenario, 'clause' | 'level' | 'origin'> | undefined {
  const obligation = obligations.get(id);
  if (obligation === undefined) return undefined;
  const { clause, level } = obligation;
  return { clause, level, origin: level === 'MUST' ? 'spec' : 'prose' };
}

function scenarioOf({ claims, rests, ...literal }: GateLiteral): GateScenario {
  const cited = citationOf(claims);
  if (cited === undefined)
    throw new SuiteError('DEFECT', `Scenario ${literal.id} claims ${claims}, which the contract does not oblige to`, {
      hint: 'Name an obligation that stands in the contract, or retire the scenario.',
    });
  return {
    given: 'SENT',
    asked: {},
    answering: { by: 'target' },
    ...literal,
    topic: literal.id.split('.')[1] ?? '',
    ...cited,
    ...rests,
  };
}

/** Every scenario by which a client is judged, in the order they run. */
export const gateScenarios: readonly GateScenario[] = literals.map(scenarioOf);
