import { contractScenarios } from '../profile.ts';
import type { SystemName } from '../scenario.ts';
import type { LieBench } from './lie-bench.ts';
import { type PlainlyCaught, plainlyCaught, plainlyCaughtInAny } from './plain-judges.ts';
import { type PlantedLie, scenarioNamed } from './planted-lie.ts';

/**
 * The scenarios that anybody writes first: the seven of the design card. The legacy system has no limits, and two other
 * requests that are not valid in their place.
 */
export const SEVEN = {
  rest: [
    'cancel.state.sent',
    'cancel.request.note.length-4001',
    'cancel.request.additional_recipients.items-101',
    'cancel.state.draft',
    'cancel.state.paid',
    'cancel.state.cancelled',
    'cancel.access.foreign',
  ],
  legacy: [
    'legacy.state.sent',
    'legacy.request.no-invoice-id',
    'legacy.request.send_to_recipient.string',
    'legacy.state.draft',
    'legacy.state.paid',
    'legacy.state.cancelled',
    'legacy.access.foreign',
  ],
} as const satisfies Readonly<Record<SystemName, readonly string[]>>;

/** What a plainer judge, with the seven scenarios alone, catches of a liar. */
export interface SevenOutcome {
  readonly name: string;
  readonly system: SystemName;
  readonly plain: PlainlyCaught;
}

/** Judges a lie by the seven scenarios of its system, with the eyes of plainer judges. */
export async function judgeOfSeven(bench: LieBench, { name, system, tell, wait }: PlantedLie): Promise<SevenOutcome> {
  const judge = bench.tell(tell, wait);
  const caught: PlainlyCaught[] = [];
  for (const id of SEVEN[system]) {
    const scenario = scenarioNamed(id, contractScenarios);
    caught.push(plainlyCaught(scenario, await judge(scenario)));
  }
  return { name, system, plain: plainlyCaughtInAny(caught) };
}
