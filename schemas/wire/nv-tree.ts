import { DEEPEST, excerpt } from './bounds.ts';
import { type Message, type MessageValue, messageOf } from './message.ts';

/** What leads to a value: a member's name, or an index in a list. */
type Step = string | number;

/** A message being gathered (all steps names), or a list (all steps indices): sparse, whatever the index. */
export interface Branch extends Map<Step, Branch | string> {}

/** One part of a name, e.g. `error(0)`. */
const PART = /^([A-Za-z_][\w-]*)(?:\((0|[1-9]\d{0,8})\))?$/;

/** The steps of a name such as `error(0).parameter(1)`; undefined where it is none. */
function stepsOf(name: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const part of name.split('.', DEEPEST + 1)) {
    const found = PART.exec(part);
    if (found === null) return undefined;
    const [, member, index] = found;
    steps.push(String(member));
    if (index !== undefined) steps.push(Number(index));
  }
  return steps;
}

/** A list takes no names, a message no indices: the first step decides. */
function isOtherKind(branch: Branch, step: Step): boolean {
  const { value: first } = branch.keys().next();
  return first !== undefined && typeof first !== typeof step;
}

/** The branch a step leads to, made where none is; undefined where a text stands or the branch is of another kind. */
function branchAt(branch: Branch, step: Step): Branch | undefined {
  const there = branch.get(step);
  if (there !== undefined) return typeof there === 'string' ? undefined : there;
  if (isOtherKind(branch, step)) return undefined;
  const made: Branch = new Map();
  branch.set(step, made);
  return made;
}

/** Puts a text where its name says; a sentence where that cannot be. */
export function put(root: Branch, name: string, text: string): string | undefined {
  const steps = stepsOf(name);
  if (steps === undefined) return `${excerpt(name)} is no name of a member.`;
  if (steps.length > DEEPEST) return `${excerpt(name)} leads deeper than ${DEEPEST} levels.`;
  let branch: Branch | undefined = root;
  for (const step of steps.slice(0, -1)) branch = branch && branchAt(branch, step);
  const last = steps.at(-1) as Step;
  if (branch === undefined || isOtherKind(branch, last) || branch.has(last))
    return `${excerpt(name)} stands twice, or stands against another name.`;
  branch.set(last, text);
  return undefined;
}

const isList = (branch: Branch): boolean => typeof branch.keys().next().value === 'number';

/** A list whose indices leave a gap, by its name: a reader that counts up from 0 would lose what comes after. */
export function gapIn(branch: Branch, name?: string): string | undefined {
  const steps = [...branch.keys()];
  if (steps.some((step) => typeof step === 'number' && step >= steps.length)) return name;
  for (const [step, inner] of branch) {
    const gap = typeof inner === 'string' ? undefined : gapIn(inner, String(step));
    if (gap !== undefined) return gap;
  }
  return undefined;
}

const normal = (branch: Branch | string): MessageValue => {
  if (typeof branch === 'string') return branch;
  return isList(branch) ? listIn(branch) : messageIn(branch);
};

const listIn = (branch: Branch): readonly MessageValue[] =>
  [...branch].sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => normal(item));

/** The message that was gathered. */
export const messageIn = (branch: Branch): Message =>
  messageOf(Array.from(branch, ([step, inner]) => [String(step), normal(inner)]));
