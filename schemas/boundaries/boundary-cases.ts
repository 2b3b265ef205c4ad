import type { ErrorObject, ValidateFunction } from 'ajv';
import type { JsonPointer } from '../contract/clause.ts';
import type { Obligation, ObligingKeyword } from '../contract/obligation.ts';
import { type SchemaNode, walkSchema } from '../contract/schema-walk.ts';
import type { Spec } from '../contract/spec.ts';
import { validatorAt } from '../contract/validators.ts';
import type { Candidate } from '../keywords/keyword-rule.ts';
import { ruleOf } from '../keywords/keywords.ts';
import type { BoundaryCase, KeywordObligation, OneSided } from './boundary-case.ts';
import { instanceWith, pointerOfPlace } from './instance.ts';
import { oneSidedness } from './one-sided.ts';
import { sampleOf } from './sample.ts';
import { wholeSchema } from './whole-schema.ts';

/** What cases are derived from: a schema of the contract, its validator, and the obligations of its keywords. */
export interface BoundarySource {
  readonly spec: Spec;
  readonly schemaPointer: JsonPointer;
  readonly validate: ValidateFunction;
  readonly obligations: readonly Obligation[];
  /** What the schema's root is called in ids: `body`, or a parameter's name. */
  readonly root: string;
}

/** `additional_recipients.item.length-255`; a blank in the name of an alternative becomes a dash. */
function idOf(root: string, trail: readonly string[], label: string): string {
  const names =
    trail.length === 0 ? [root] : trail.map((name) => (name === '*' ? 'item' : name.replaceAll(/\s+/g, '-')));
  return [...names, label].join('.');
}

function candidatesOf(spec: Spec, { schema, place }: SchemaNode, keyword: string): readonly Candidate[] {
  const { root, choices } = place;
  const whole = wholeSchema(spec, [root], choices);
  const samples = {
    own: (n: number) => sampleOf(spec, [root], { choices, n }),
    item: (n: number) => sampleOf(spec, whole.items, { n }),
    ofMembers: (members: number) => sampleOf(spec, [root], { choices, members }),
  };
  return ruleOf(keyword)?.candidates({ ...whole.keywords, ...schema }, samples) ?? [];
}

/** What a schema says against a value; nothing where it accepts it. */
function errorsOf(validate: ValidateFunction, value: unknown): readonly ErrorObject[] {
  validate(value);
  return validate.errors ?? [];
}

/**
 * Whether the keyword itself, where it stands, refuses the value: other schemas may refuse it by one of the same name.
 */
const isBrokenBy = (spec: Spec, { name, schemaPointer }: ObligingKeyword, value: unknown): boolean =>
  errorsOf(validatorAt(spec, schemaPointer), value).some(
    ({ keyword, instancePath }) => keyword === name && instancePath === '',
  );

function caseOf(
  { spec, validate, root }: BoundarySource,
  node: SchemaNode,
  { id, keyword }: KeywordObligation,
  { label, title, value, proseAgainst }: Candidate,
): BoundaryCase {
  const instance = instanceWith(spec, node.place, value);
  const errors = errorsOf(validate, instance);
  const accepted = errors.length === 0;
  return {
    id: idOf(root, node.trail, label),
    title: `${node.trail.join('.') || root}: ${title}`,
    obligations: [id],
    accepted,
    broken: accepted || !isBrokenBy(spec, keyword, value) ? [] : [id],
    refusedBy: [...new Set(errors.map((error) => error.keyword))],
    instance,
    pointer: pointerOfPlace(node.place),
    value,
    ...(accepted && proseAgainst ? { proseAgainst } : {}),
  };
}

const union = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];

/** Whether a case of this id is known whose instance is another. */
const isTaken = (known: BoundaryCase | undefined, { instance }: BoundaryCase): boolean =>
  known !== undefined && JSON.stringify(known.instance) !== JSON.stringify(instance);

/** A value that shows several obligations is one case; different values under one id are numbered. */
function merge(cases: readonly BoundaryCase[]): BoundaryCase[] {
  const byId = new Map<string, BoundaryCase>();
  for (const one of cases) {
    let { id } = one;
    for (let n = 2; isTaken(byId.get(id), one); n++) id = `${one.id}-${n}`;
    const known = byId.get(id) ?? { ...one, id };
    byId.set(id, {
      ...known,
      obligations: union(known.obligations, one.obligations),
      broken: union(known.broken, one.broken),
    });
  }
  return [...byId.values()];
}

const isOfKeyword = (obligation: Obligation): obligation is KeywordObligation => obligation.keyword !== undefined;

/** Every boundary of every keyword in a schema, on both sides where both exist, and the sides that do not. */
export function boundaryCases(source: BoundarySource): {
  readonly cases: readonly BoundaryCase[];
  readonly oneSided: readonly OneSided[];
} {
  const obligations = source.obligations.filter(isOfKeyword);
  const all: BoundaryCase[] = [];
  for (const node of walkSchema(source.spec, source.schemaPointer))
    for (const obligation of obligations) {
      const { keyword } = obligation;
      if (keyword.schemaPointer !== node.pointer || keyword.trail.join('/') !== node.trail.join('/')) continue;
      const candidates = candidatesOf(source.spec, node, keyword.name);
      all.push(...candidates.map((candidate) => caseOf(source, node, obligation, candidate)));
    }
  const cases = merge(all);
  return { cases, oneSided: obligations.flatMap((obligation) => oneSidedness(obligation, cases)) };
}
