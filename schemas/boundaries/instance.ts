import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import type { Place, Step } from '../contract/schema-walk.ts';
import type { Spec } from '../contract/spec.ts';
import { sampleOf } from './sample.ts';

/** A member that no schema names. */
const OTHER_MEMBER = 'x_other';

function around(spec: Spec, { root, choices }: Place, step: Step, value: unknown): unknown {
  const sample = sampleOf(spec, [root], { choices });
  if (step.kind === 'item') return [value, ...(Array.isArray(sample) ? sample.slice(1) : [])];
  return { ...(sample as object), [step.kind === 'member' ? step.name : OTHER_MEMBER]: value };
}

/** A whole instance that conforms, as far as samples do, but for `value` at a place of it. */
export function instanceWith(spec: Spec, { within }: Place, value: unknown): unknown {
  return within === undefined
    ? value
    : instanceWith(spec, within.place, around(spec, within.place, within.step, value));
}

/** Where the place is to be found in such an instance. */
export function pointerOfPlace({ within }: Place): JsonPointer {
  if (within === undefined) return '';
  const { place, step } = within;
  const token = step.kind === 'item' ? 0 : step.kind === 'member' ? step.name : OTHER_MEMBER;
  return pointerTo(pointerOfPlace(place), token);
}
