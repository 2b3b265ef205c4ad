import { type Change, changeOf, type Side, type Where } from './change.ts';
import type { ChangeKind } from './changes.ts';
import { compareAccess } from './compare-access.ts';
import { compareNotes, compareSchemas } from './compare-schemas.ts';
import type { NormalOperation, NormalPart } from './normal-operation.ts';
import { type NormalSchema, pointersIn } from './normal-schema.ts';
import { keysOf } from './pair.ts';
import { comparePathNames, parametersAs } from './path-names.ts';

const REQUEST: Where = { direction: 'request', place: 'request' };

const only = (part: NormalPart | NormalOperation, value: unknown): Side => ({ value, at: [part.at] });
const whole = (part: NormalPart, value: unknown): Side => ({
  value,
  at: [part.at, ...[...part.content.values()].flatMap(pointersIn)],
  below: true,
});

function* compareContent(where: Where, before: NormalPart, after: NormalPart): Generator<Change> {
  for (const type of keysOf(before.content, after.content)) {
    const [old, now] = [before.content.get(type), after.content.get(type)];
    if (old && now) yield* compareSchemas(where, old, now);
    else {
      const side = ({ at }: NormalPart, schema: NormalSchema | undefined): Side | null =>
        schema ? { value: type, at: [`${at}/content`, ...pointersIn(schema)], below: true } : null;
      yield changeOf(where, now ? 'media-type-added' : 'media-type-removed', type, side(before, old), side(after, now));
    }
  }
}

function* compareParameters(before: NormalOperation, after: NormalOperation): Generator<Change> {
  const isSamePath = before.address === after.address;
  if (isSamePath) yield* comparePathNames(before, after);
  const later = isSamePath ? parametersAs(before, after) : after.parameters;
  for (const name of keysOf(before.parameters, later)) {
    const where: Where = { direction: 'request', place: `parameter/${name.replace(' ', '/')}` };
    const [old, now] = [before.parameters.get(name), later.get(name)];
    if (!old && now) {
      yield changeOf(where, now.required ? 'parameter-demanded' : 'parameter-added', name, null, whole(now, name));
    } else if (old && !now) yield changeOf(where, 'parameter-removed', name, whole(old, name), null);
    else if (old && now) {
      yield* comparePresence(where, 'parameter', old, now);
      yield* compareNotes(where, old.notes, now.notes);
      yield* compareContent(where, old, now);
    }
  }
}

function* comparePresence(
  where: Where,
  what: 'parameter' | 'body',
  before: NormalPart,
  after: NormalPart,
): Generator<Change> {
  if (before.required === after.required) return;
  const side = ({ at, required }: NormalPart): Side => ({ value: required, at: [`${at}/required`] });
  yield changeOf(where, `${what}-${after.required ? 'demanded' : 'optional'}`, 'required', side(before), side(after));
}

function* compareBodies(
  { requestBody: before }: NormalOperation,
  { requestBody: after }: NormalOperation,
): Generator<Change> {
  if (before && after) {
    yield* comparePresence(REQUEST, 'body', before, after);
    yield* compareNotes(REQUEST, before.notes, after.notes);
    yield* compareContent(REQUEST, before, after);
  } else if (after)
    yield changeOf(REQUEST, after.required ? 'body-demanded' : 'body-added', 'body', null, whole(after, 'body'));
  else if (before) yield changeOf(REQUEST, 'body-removed', 'body', whole(before, 'body'), null);
}

/** Whether a status that is not listed is covered all the same, by its range or by `default`. */
const isCovered = (status: string, { responses }: NormalOperation): boolean =>
  responses.has('default') || responses.has(`${status[0]}XX`);

function statusKind(status: string, before: NormalOperation, after: NormalOperation): ChangeKind {
  if (after.responses.has(status)) return isCovered(status, before) ? 'status-named' : 'status-added';
  if (status.startsWith('2')) return 'success-removed';
  return isCovered(status, after) ? 'status-unnamed' : 'status-removed';
}

function* compareResponses(before: NormalOperation, after: NormalOperation): Generator<Change> {
  for (const status of keysOf(before.responses, after.responses)) {
    const where: Where = { direction: 'response', place: `response/${status}` };
    const [old, now] = [before.responses.get(status), after.responses.get(status)];
    if (old && now) {
      yield* compareNotes(where, old.notes, now.notes);
      yield* compareContent(where, old, now);
    } else {
      const side = (part: NormalPart | undefined): Side | null => (part ? whole(part, status) : null);
      yield changeOf(where, statusKind(status, before, after), 'status', side(old), side(now));
    }
  }
}

/** Every difference between two versions of an operation. */
export function* compareOperations(before: NormalOperation, after: NormalOperation): Generator<Change> {
  if (before.address !== after.address) {
    const side = (one: NormalOperation): Side => ({ ...only(one, one.address), below: true });
    yield changeOf(REQUEST, 'address-changed', 'address', side(before), side(after));
  }
  yield* compareNotes({ ...REQUEST, place: 'operation' }, before.notes, after.notes);
  yield* compareParameters(before, after);
  yield* compareBodies(before, after);
  yield* compareResponses(before, after);
  yield* compareAccess(before, after);
}
