import { cancelOperation } from '../cancel/cancel-contract.ts';
import { cancelScenarios } from '../cancel/cancel-scenarios.ts';
import type { LieBench } from './lie-bench.ts';
import { type PlainlyCaught, plainlyCaught, plainlyCaughtInAny } from './plain-judges.ts';
import { type PlantedLie, scenarioNamed } from './planted-lie.ts';

/** The scenarios that anybody writes first: the seven of the design card. */
export const SEVEN = [
  'cancel.state.sent',
  'cancel.request.note.length-4001',
  'cancel.request.additional_recipients.items-101',
  'cancel.state.draft',
  'cancel.state.paid',
  'cancel.state.cancelled',
  'cancel.access.foreign',
] as const;

const seven = SEVEN.map((id) => scenarioNamed(id, cancelScenarios));

/** What a plainer judge, with the seven scenarios alone, catches of a liar. */
export interface SevenOutcome {
  readonly name: string;
  readonly plain: PlainlyCaught;
}

/** Judges a lie by the seven scenarios, with the eyes of plainer judges. */
export async function judgeOfSeven(bench: LieBench, { name, tell, wait }: PlantedLie): Promise<SevenOutcome> {
  const judge = bench.tell(tell, wait);
  const caught: PlainlyCaught[] = [];
  for (const scenario of seven) caught.push(plainlyCaught(scenario, await judge(scenario), cancelOperation));
  return { name, plain: plainlyCaughtInAny(caught) };
}
