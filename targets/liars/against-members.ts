import type { Operation } from '../../schemas/contract/operation.ts';
import type { Spec } from '../../schemas/contract/spec.ts';
import type { DerivedLie } from './derived-lie.ts';
import { type DocumentedBody, type DocumentedMember, documentedBodies } from './documented-body.ts';
import { placeValue, removeAt } from './place-value.ts';
import { type Json, rewriting } from './rewrite.ts';
import { havingMembers, swapMembers } from './swap-members.ts';

type Pair = readonly [DocumentedMember, DocumentedMember];

/** A small value of each JSON type. */
const OF_TYPE: Readonly<Record<string, unknown>> = {
  string: 'text',
  number: 1,
  boolean: true,
  object: {},
  array: [],
  null: null,
};

const bodyName = ({ status, issue }: DocumentedBody): string => [status, issue].filter(Boolean).join('/');

/** The members at the root that every documented error has: PayPal's errors cannot be told apart, or traced, without them. */
function inEvery(bodies: readonly DocumentedBody[]): ReadonlySet<string> {
  const [first, ...others] = bodies.map(
    ({ members }) => new Set(members.filter(({ path }) => path.length === 1).map(({ path }) => path[0] ?? '')),
  );
  return new Set([...(first ?? [])].filter((name) => others.every((names) => names.has(name))));
}

/** What leaving a member out means; undefined where the contract does not decide it. */
function leavingOut(
  { issue }: DocumentedBody,
  { path, required }: DocumentedMember,
  common: ReadonlySet<string>,
): DerivedLie['contract'] | undefined {
  const [root = '', ...below] = path;
  if (required || (below.length === 0 && (common.has(root) || (root === 'details' && issue !== undefined))))
    return 'broken';
  return path.at(-1) === 'field' ? undefined : 'kept';
}

/** Pairs of text members of one object of which the contract pins one: by its values, or by a header (`debug_id`). */
function pairsOf(members: readonly DocumentedMember[]): Pair[] {
  const texts = members.filter(({ type }) => type === 'string');
  const isPinned = ({ path, pinned }: DocumentedMember): boolean => pinned || path.join() === 'debug_id';
  const parent = ({ path }: DocumentedMember): string => path.slice(0, -1).join('/');
  return texts.flatMap((a, at) =>
    texts
      .slice(at + 1)
      .filter((b) => parent(a) === parent(b) && (isPinned(a) || isPinned(b)))
      .map((b) => [a, b] as const),
  );
}

type Plant = (what: string, contract: DerivedLie['contract'], change: (honest: Json) => unknown) => DerivedLie;

/** Lies about one body, each named by what becomes of which member. */
const plantIn =
  (body: DocumentedBody): Plant =>
  (what, contract, change) => ({
    name: `${bodyName(body)} ${what}`,
    group: `member ${what.split(' ').find((word) => /ed$/.test(word))}`,
    contract,
    provokedBy: { status: body.status, ...(body.issue !== undefined && { issue: body.issue }) },
    tell: rewriting(body.where, change),
  });

const dropped = (spec: Spec, body: DocumentedBody, common: ReadonlySet<string>): DerivedLie[] =>
  body.members.flatMap((member) => {
    const contract = leavingOut(body, member, common);
    if (contract === undefined) return [];
    const whole = (honest: Json) =>
      havingMembers(spec, body.schemaPointer, honest, contract === 'broken' ? [member] : []);
    return [
      plantIn(body)(`${member.path.join('/')} dropped`, contract, (honest) => removeAt(whole(honest), member.path)),
    ];
  });

const retyped = (spec: Spec, body: DocumentedBody): DerivedLie[] =>
  body.members.flatMap(({ path, type }) =>
    Object.entries(OF_TYPE)
      .filter(([other]) => type !== undefined && other !== type)
      .map(([other, value]) =>
        plantIn(body)(`${path.join('/')} retyped as ${other}`, 'broken', (honest) =>
          placeValue(spec, body.schemaPointer, honest, path, value),
        ),
      ),
  );

const exchanged = (spec: Spec, body: DocumentedBody): DerivedLie[] =>
  pairsOf(body.members).map(([a, b]) =>
    plantIn(body)(`${a.path.join('/')} and ${b.path.join('/')} swapped`, 'broken', (honest) =>
      swapMembers(spec, body.schemaPointer, honest, [a, b]),
    ),
  );

/** Each member of each documented body left out, of every other type, and changed for another; what the contract allows is marked. */
export function liesAboutMembers(operation: Operation): readonly DerivedLie[] {
  const bodies = documentedBodies(operation);
  const common = inEvery(bodies);
  const { spec } = operation;
  return bodies.flatMap((body) => [...dropped(spec, body, common), ...retyped(spec, body), ...exchanged(spec, body)]);
}
