import { type Change, changeOf, type Side, type Where } from './change.ts';
import type { ChangeKind } from './changes.ts';
import { compareNotes, compareSchemas } from './compare-schemas.ts';
import type { NormalContent, NormalOperation, NormalPart } from './normal-operation.ts';
import { pointersIn } from './normal-schema.ts';
import { keysOf } from './pair.ts';

const REQUEST: Where = { direction: 'request', place: 'request' };

const only = (part: NormalPart | NormalOperation, value: unknown): Side => ({ value, at: [part.at] });
const whole = (part: NormalPart, value: unknown): Side => ({
  value,
  at: [part.at, ...[...part.content.values()].flatMap(pointersIn)],
  below: true,
});

function* compareContent(where: Where, before: NormalPart, after: NormalPart): Generator<Change> {
  for (const type of keysOf<unknown>(before.content, after.content)) {
    const [old, now] = [before.content.get(type), after.content.get(type)];
    if (old && now) yield* compareSchemas(where, old, now);
    else yield mediaTypeChange(where, type, old ? before : null, now ? after : null);
  }
}

function mediaTypeChange(where: Where, type: string, before: NormalPart | null, after: NormalPart | null): Change {
  const side = (part: NormalPart | null): Side | null => {
    const schema = (part?.content as NormalContent | undefined)?.get(type);
    return part && schema ? { value: type, at: [`${part.at}/content`, ...pointersIn(schema)], below: true } : null;
  };
  return changeOf(where, after ? 'media-type-added' : 'media-type-removed', type, side(before), side(after));
}

function* compareParameters(before: NormalOperation, after: NormalOperation): Generator<Change> {
  for (const name of keysOf(before.parameters, after.parameters)) {
    const where: Where = { direction: 'request', place: `parameter/${name.replace(' ', '/')}` };
    const [old, now] = [before.parameters.get(name), after.parameters.get(name)];
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
  (status !== 'default' && responses.has('default')) || (/^\d{3}$/.test(status) && responses.has(`${status[0]}XX`));

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

function* compareAccess(before: NormalOperation, after: NormalOperation): Generator<Change> {
  const where: Where = { direction: 'request', place: 'access' };
  for (const name of keysOf(before.access, after.access)) {
    const [old, now] = [before.access.get(name), after.access.get(name)];
    if (old && now) continue;
    const side = (term: typeof old): Side | null => (term ? { value: term.value, at: term.at, below: true } : null);
    yield changeOf(where, now ? 'access-demanded' : 'access-eased', name, side(old), side(now));
  }
  for (const [name, old] of before.schemes) {
    const now = after.schemes.get(name);
    if (now && now.value !== old.value) yield changeOf(where, 'access-changed', name, old, now);
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
