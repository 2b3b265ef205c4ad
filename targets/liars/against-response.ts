import { sampleAt, sampleOf } from '../../schemas/boundaries/sample.ts';
import { type JsonPointer, valueAt } from '../../schemas/contract/clause.ts';
import type { Obligation } from '../../schemas/contract/obligation.ts';
import { objectAt } from '../../schemas/contract/reference.ts';
import type { Spec } from '../../schemas/contract/spec.ts';
import { validatorAt } from '../../schemas/contract/validators.ts';
import { ruleOf } from '../../schemas/keywords/keywords.ts';
import type { LiesAgainst } from './lies-against.ts';
import { placeValue } from './place-value.ts';
import { detailsOf, type Json, onStatus, rewriting } from './rewrite.ts';

/** Values that the keyword itself refuses, whatever stands around it. Of a long list all items but the first are equal. */
export function refusedValues(spec: Spec, { name, schemaPointer }: NonNullable<Obligation['keyword']>): unknown[] {
  const validate = validatorAt(spec, schemaPointer);
  const items = new Map<number, unknown>();
  const itemOf = (n: number): unknown => {
    if (!items.has(n)) items.set(n, sampleAt(spec, `${schemaPointer}/items`, n));
    return items.get(n);
  };
  const samples = {
    own: (n: number) => sampleAt(spec, schemaPointer, n),
    item: (n: number) => itemOf(Math.min(n, 2)),
    ofMembers: (members: number) => sampleOf(spec, [schemaPointer], { members }),
  };
  const candidates = ruleOf(name)?.candidates(objectAt(spec, schemaPointer), samples) ?? [];
  const isBroken = (value: unknown): boolean =>
    !validate(value) &&
    (validate.errors ?? []).some(({ keyword, instancePath }) => keyword === name && instancePath === '');
  return candidates.map(({ value }) => value).filter(isBroken);
}

/** The issue whose alternative a schema belongs to; undefined where it belongs to none. */
function issueOf(spec: Spec, schemaPointer: JsonPointer): unknown {
  const alternative = /^.*\/(?:anyOf|oneOf)\/\d+(?=\/)/.exec(schemaPointer)?.[0];
  return alternative === undefined ? undefined : valueAt(spec.document, `${alternative}/properties/issue/enum/0`);
}

/** A value that the keyword refuses, at its place in the answers of its statuses; of one issue's schema, in its bodies only. */
export const liesAgainstResponse: LiesAgainst = ({ keyword, statuses = [] }, operation) => {
  if (keyword === undefined) return [];
  const { spec, statusContract } = operation;
  const issue = issueOf(spec, keyword.schemaPointer);
  const isAbout = (body: Json): boolean => issue === undefined || detailsOf(body)[0]?.issue === issue;
  return refusedValues(spec, keyword).map((value) =>
    rewriting(onStatus(...statuses), (body, { decision }) => {
      const contract = statusContract(decision.status);
      const schema =
        contract?.branches.find(({ status }) => status === decision.status)?.pointer ?? contract?.schemaPointer;
      return schema && isAbout(body) ? placeValue(spec, schema, body, keyword.path, value) : body;
    }),
  );
};
