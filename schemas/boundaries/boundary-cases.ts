import type { ErrorObject, ValidateFunction } from 'ajv';
import type { JsonPointer } from '../contract/clause.ts';
import type { Obligation } from '../contract/obligation.ts';
import { type SchemaNode, walkSchema } from '../contract/schema-walk.ts';
import type { Spec } from '../contract/spec.ts';
import { validatorAt } from '../contract/validators.ts';
import type { Candidate } from '../keywords/keyword-rule.ts';
import { ruleOf } from '../keywords/keywords.ts';
import type { BoundaryCase, OneSided } from './boundary-case.ts';
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

const keywordsOf = (errors: readonly ErrorObject[] | null | undefined): string[] => [
  ...new Set((errors ?? []).map(({ keyword }) => keyword)),
];

/**
 * Whether the keyword itself, where it stands, refuses the value: other schemas may refuse it by one of the same name.
 */
function isBrokenBy({ spec }: BoundarySource, { pointer }: SchemaNode, keyword: string, value: unknown): boolean {
  const validate = validatorAt(spec, pointer);
  return (
    !validate(value) && (validate.errors ?? []).some((error) => error.keyword === keyword && error.instancePath === '')
  );
}

function caseOf(source: BoundarySource, node: SchemaNode, obligation: Obligation, candidate: Candidate): BoundaryCase {
  const { spec, validate, root } = source;
  const { label, title, value, proseAgainst } = candidate;
  const instance = instanceWith(spec, node.place, value);
  const accepted = validate(instance) === true;
  return {
    id: idOf(root, node.trail, label),
    title: `${node.trail.join('.') || root}: ${title}`,
    obligations: [obligation.id],
    accepted,
    broken: accepted || !isBrokenBy(source, node, obligation.keyword?.name ?? '', value) ? [] : [obligation.id],
    refusedBy: accepted ? [] : keywordsOf(validate.errors),
    instance,
    pointer: pointerOfPlace(node.place),
    value,
    ...(accepted && proseAgainst ? { proseAgainst } : {}),
  };
}

const union = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];

/** A value that shows several obligations is one case; different values under one id are numbered. */
function merge(cases: readonly BoundaryCase[]): BoundaryCase[] {
  const byId = new Map<string, BoundaryCase>();
  for (const one of cases) {
    const text = JSON.stringify(one.instance);
    let id = one.id;
    for (let n = 2; byId.has(id) && JSON.stringify(byId.get(id)?.instance) !== text; n++) id = `${one.id}-${n}`;
    const { obligations, broken } = byId.get(id) ?? one;
    const known = byId.get(id) ?? { ...one, id };
    byId.set(id, { ...known, obligations: union(obligations, one.obligations), broken: union(broken, one.broken) });
  }
  return [...byId.values()];
}

/** Every boundary of every keyword in a schema, on both sides where both exist, and the sides that do not. */
export function boundaryCases(source: BoundarySource): {
  readonly cases: readonly BoundaryCase[];
  readonly oneSided: readonly OneSided[];
} {
  const obligations = source.obligations.filter(({ keyword }) => keyword !== undefined);
  const all: BoundaryCase[] = [];
  for (const node of walkSchema(source.spec, source.schemaPointer))
    for (const obligation of obligations) {
      const { keyword } = obligation;
      if (keyword?.schemaPointer !== node.pointer || keyword.trail.join('/') !== node.trail.join('/')) continue;
      const candidates = candidatesOf(source.spec, node, keyword.name);
      all.push(...candidates.map((candidate) => caseOf(source, node, obligation, candidate)));
    }
  const cases = merge(all);
  return { cases, oneSided: obligations.flatMap((obligation) => oneSidedness(obligation, cases)) };
}
