import type { JsonPointer } from '../contract/clause.ts';
import type { Spec } from '../contract/spec.ts';
import { validatorAt } from '../contract/validators.ts';

/** Whether the schema at a pointer takes a value. */
export const takes = (spec: Spec, pointer: JsonPointer, value: unknown): boolean =>
  validatorAt(spec, pointer)(value) === true;

/** Whether it takes the empty object. */
export const takesEmpty = (spec: Spec, pointer: JsonPointer): boolean => takes(spec, pointer, {});
