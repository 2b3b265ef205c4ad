import { type Change, changeOf, type Side, type Where } from './change.ts';
import { compareAccess } from './compare-access.ts';
import { compareParts, whole } from './compare-parts.ts';
import { compareResponses } from './compare-responses.ts';
import { compareNotes } from './compare-schemas.ts';
import { compareServers } from './compare-servers.ts';
import type { NormalOperation } from './normal-operation.ts';
import type { NormalPart } from './normal-part.ts';
import { keysOf } from './pair.ts';
import { comparePathNames, parametersAs } from './path-names.ts';

const REQUEST: Where = { direction: 'request', place: 'request' };
const OPERATION: Where = { direction: 'request', place: 'operation' };

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
      yield* compareParts(where, old, now);
    }
  }
}

function* compareBodies(
  { requestBody: before }: NormalOperation,
  { requestBody: after }: NormalOperation,
): Generator<Change> {
  if (before && after) {
    yield* comparePresence(REQUEST, 'body', before, after);
    yield* compareParts(REQUEST, before, after);
  } else if (after)
    yield changeOf(REQUEST, after.required ? 'body-demanded' : 'body-added', 'body', null, whole(after, 'body'));
  else if (before) yield changeOf(REQUEST, 'body-removed', 'body', whole(before, 'body'), null);
}

/** Every difference between two versions of an operation. */
export function* compareOperations(before: NormalOperation, after: NormalOperation): Generator<Change> {
  if (before.address !== after.address) {
    const side = ({ address, at }: NormalOperation): Side => ({ value: address, at: [at], below: true });
    yield changeOf(REQUEST, 'address-changed', 'address', side(before), side(after));
  }
  if (before.hasOwnServers || after.hasOwnServers) yield* compareServers(OPERATION, before.servers, after.servers);
  yield* compareNotes(OPERATION, before.notes, after.notes);
  yield* compareParameters(before, after);
  yield* compareBodies(before, after);
  yield* compareResponses(before, after);
  yield* compareAccess(before, after);
}
