import { sampleAt } from '../../schemas/boundaries/sample.ts';
import type { JsonPointer } from '../../schemas/contract/clause.ts';
import { walkSchema } from '../../schemas/contract/schema-walk.ts';
import type { Spec } from '../../schemas/contract/spec.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The schemas of the members of a schema, by name; of its items by `*`. */
function childrenOf(spec: Spec, at: JsonPointer): ReadonlyMap<string, JsonPointer> {
  const children = [...walkSchema(spec, at)].filter(({ path }) => path.length === 1);
  return new Map(children.toReversed().map(({ path, pointer }) => [path[0] ?? '', pointer]));
}

const known = new WeakMap<Spec, Map<JsonPointer, ReadonlyMap<string, JsonPointer>>>();

/** The schema of a member, or of the items for `*`; walked once. */
function childOf(spec: Spec, at: JsonPointer, name: string): JsonPointer | undefined {
  const schemas = known.get(spec) ?? new Map();
  known.set(spec, schemas);
  const children = schemas.get(at) ?? childrenOf(spec, at);
  schemas.set(at, children);
  return children.get(name);
}

/** A body with `value` at `path`, and conforming samples of all that is missing on the way. `*` is the first item. */
export function placeValue(
  spec: Spec,
  at: JsonPointer,
  body: unknown,
  path: readonly string[],
  value: unknown,
): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  const child = childOf(spec, at, head);
  const into = (present: unknown): unknown => {
    if (child === undefined || rest.length === 0) return value;
    return placeValue(spec, child, present ?? sampleAt(spec, child), rest, value);
  };
  if (head !== '*') {
    const members = isObject(body) ? body : {};
    return { ...members, [head]: into(members[head]) };
  }
  const [first, ...others] = Array.isArray(body) ? body : [];
  return [into(first), ...others];
}

/** A body without what stands at `path`: of a list the whole, of an object the member. */
export function removeAt(body: unknown, path: readonly string[]): unknown {
  const [head, ...rest] = path.at(-1) === '*' ? path.slice(0, -1) : path;
  if (head === '*') return Array.isArray(body) ? body.map((item) => removeAt(item, rest)) : body;
  if (!isObject(body) || head === undefined) return body;
  if (rest.length > 0) return { ...body, [head]: removeAt(body[head], rest) };
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== head));
}
