import { type Change, changeOf, type Side, type Where } from './change.ts';
import { compareNotes, compareSchemas } from './compare-schemas.ts';
import type { NormalPart } from './normal-part.ts';
import { type NormalSchema, pointersIn, type Term } from './normal-schema.ts';
import { keysOf } from './pair.ts';
import { isEqual } from './stable-text.ts';

/** All of a part: itself, and every place that its bodies are written in. */
export const whole = (part: NormalPart, value: unknown): Side => ({
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

function* compareWriting(where: Where, before: NormalPart, after: NormalPart): Generator<Change> {
  const side = (term: Term | undefined): Side | null => (term ? { ...term } : null);
  for (const name of keysOf(before.writing, after.writing)) {
    const [old, now] = [before.writing.get(name), after.writing.get(name)];
    if (!isEqual(old?.value, now?.value)) yield changeOf(where, 'changed', name, side(old), side(now));
  }
}

function* compareHeaders(where: Where, before: NormalPart, after: NormalPart): Generator<Change> {
  for (const name of keysOf(before.headers, after.headers)) {
    const at: Where = { ...where, place: `${where.place}/header/${name}` };
    const [old, now] = [before.headers.get(name), after.headers.get(name)];
    if (!old && now) yield changeOf(at, 'header-added', name, null, whole(now, name));
    else if (old && !now) yield changeOf(at, 'header-removed', name, whole(old, name), null);
    else if (old && now) {
      const side = ({ at: pointer, required }: NormalPart): Side => ({ value: required, at: [`${pointer}/required`] });
      const kind = now.required ? 'member-required' : 'member-optional';
      if (old.required !== now.required) yield changeOf(at, kind, 'required', side(old), side(now));
      yield* compareParts(at, old, now);
    }
  }
}

/** What two versions of one part differ in, whether it has to be there left out. */
export function* compareParts(where: Where, before: NormalPart, after: NormalPart): Generator<Change> {
  yield* compareNotes(where, before.notes, after.notes);
  yield* compareWriting(where, before, after);
  yield* compareHeaders(where, before, after);
  yield* compareContent(where, before, after);
}
