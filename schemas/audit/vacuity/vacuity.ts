import { type Clause, pointerTo } from '../../contract/clause.ts';
import type { Operation } from '../../contract/operation.ts';
import { examplesBeside } from '../examples-in.ts';
import { type DocumentedResponse, documentedResponses } from '../responses.ts';
import { CORRUPTIONS, type CorruptionKind, corruptionsOf, type Others, placeOf } from './corruptions.ts';
import { documentedBodies } from './documented-bodies.ts';
import { expectedOf, foundIn } from './judged-answer.ts';
import { sumOf, type Tally } from './tally.ts';

/** How vacuous the schema of one response is. */
export interface ResponseVacuity {
  readonly operation: string;
  readonly response: string;
  readonly clause: Clause;
  /** Documented bodies that were corrupted; 0 where none is known that conforms. */
  readonly bodies: number;
  readonly total: Tally;
  readonly byKind: Readonly<Record<CorruptionKind, Tally>>;
  /** Corruptions that only the schema lets pass, and those that nothing catches: the first few places of each. */
  readonly uncaught: readonly string[];
}

/** The named examples of an operation's status, where a document beside the contract has some. */
export type NamedExamples = (status: number) => readonly unknown[];

/** How many places are named that nothing catches: ours. */
const MOST_UNCAUGHT = 50;

/** The bodies to corrupt: examples where there are any, else derived ones; only what conforms. Undefined without a schema. */
function bodiesOf({ spec }: Operation, { contract, status }: DocumentedResponse, examples?: NamedExamples) {
  const { schemaPointer, validate, mediaTypes, contentPointer, branches } = contract;
  if (schemaPointer === null || validate === null) return undefined;
  const own = [...examplesBeside(spec, pointerTo(contentPointer, mediaTypes[0] ?? ''))].map(({ value }) => value);
  const named = [...(examples?.(status) ?? []), ...own].filter((body) => validate(body));
  if (named.length > 0) return named;
  const branch = branches.find((candidate) => candidate.status === status)?.pointer ?? schemaPointer;
  return documentedBodies(spec, branch).filter((body) => validate(body));
}

/** What stands at each place of any of these bodies, each value once. */
function valuesByPlace(bodies: readonly unknown[]): Others {
  const places = new Map<string, Map<string, unknown>>();
  const visit = (value: unknown, pointer: string): void => {
    const place = placeOf(pointer);
    const known = places.get(place) ?? new Map<string, unknown>();
    places.set(place, known.set(JSON.stringify(value), value));
    if (value !== null && typeof value === 'object')
      for (const [name, member] of Object.entries(value)) visit(member, pointerTo(pointer, name));
  };
  for (const body of bodies) visit(body, '');
  return (place) => [...(places.get(place)?.values() ?? [])];
}

const isNew = (found: ReadonlySet<string>, before: ReadonlySet<string>): boolean =>
  [...found].some((finding) => !before.has(finding));

/** What becomes of every corruption of one body. */
function* judged(operation: Operation, response: DocumentedResponse, honest: unknown, others: Others) {
  const expected = expectedOf(response, honest);
  const judge = (wanted?: typeof expected) => {
    const before = foundIn(operation, response, honest, honest, wanted);
    return (body: unknown): boolean => !isNew(foundIn(operation, response, honest, body, wanted), before);
  };
  const [passesChecks, passesScenario] = [judge(), judge(expected)];
  for (const { kind, pointer, body } of corruptionsOf(honest, others)) {
    const passSchema = response.contract.validate?.(body) === true;
    const passScenario = passesScenario(body);
    const tally: Tally = {
      corruptions: 1,
      passSchema: Number(passSchema),
      passChecks: Number(passesChecks(body)),
      passScenario: Number(passScenario),
    };
    yield { kind, place: `${kind} ${placeOf(pointer) || 'the whole body'}`, tally };
  }
}

function measured(operation: Operation, response: DocumentedResponse, bodies: readonly unknown[], others: Others) {
  const results = bodies.flatMap((body) => [...judged(operation, response, body, others)]);
  const ofKind = (kind: CorruptionKind) => sumOf(results.filter((one) => one.kind === kind).map(({ tally }) => tally));
  const uncaught = results.filter(({ tally }) => tally.passScenario > 0).map(({ place }) => place);
  return {
    operation: operation.id,
    response: response.label,
    clause: response.contract.clause,
    bodies: bodies.length,
    total: sumOf(results.map(({ tally }) => tally)),
    byKind: Object.fromEntries(CORRUPTIONS.map((kind) => [kind, ofKind(kind)])) as ResponseVacuity['byKind'],
    uncaught: [...new Set(uncaught)].slice(0, MOST_UNCAUGHT),
  };
}

/**
 * How much a response's schema lets pass, for every response of an operation that has a schema: each documented body is
 * corrupted in every way, one at a time. A corruption that passes need not be forbidden: it is what nobody would see.
 */
export function vacuityOf(operation: Operation, examples?: NamedExamples): readonly ResponseVacuity[] {
  const ready = documentedResponses(operation).flatMap((response) => {
    const bodies = bodiesOf(operation, response, examples);
    return bodies === undefined ? [] : [{ response, bodies }];
  });
  const others = valuesByPlace(ready.flatMap(({ bodies }) => bodies));
  return ready.map(({ response, bodies }) => measured(operation, response, bodies, others));
}
