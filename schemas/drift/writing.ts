import { type JsonPointer, pointerTo } from '../contract/clause.ts';
import { objectAt } from '../contract/reference.ts';
import type { Spec } from '../contract/spec.ts';
import type { NormalSchema, Term } from './normal-schema.ts';
import { stableText } from './stable-text.ts';

/** The style of a value by where it stands, where none is said (OpenAPI 3.0.3, Parameter Object and Header Object). */
const STYLES: Readonly<Record<string, string>> = { query: 'form', cookie: 'form', path: 'simple', header: 'simple' };

/** Types of one value: whether it is exploded makes no difference. */
const SCALARS = ['string', 'number', 'integer', 'boolean'];

const isScalar = ({ keywords }: NormalSchema): boolean =>
  SCALARS.some((type) => stableText(keywords.get('type')?.value) === stableText([type]));

/** How a parameter, or a header, is written: what is not said stands with the value that it has then. */
export function valueWriting(
  spec: Spec,
  pointer: JsonPointer,
  mediaType: string | undefined,
  schema: NormalSchema,
): ReadonlyMap<string, Term> {
  const own = objectAt(spec, pointer);
  const style = own.style ?? STYLES[String(own.in ?? 'header')];
  const said: Readonly<Record<string, unknown>> =
    mediaType === undefined
      ? {
          style,
          ...(!isScalar(schema) && { explode: own.explode ?? style === 'form' }),
          allowReserved: own.allowReserved ?? false,
        }
      : { content: mediaType };
  return new Map(Object.entries(said).map(([name, value]) => [name, { value, at: [pointerTo(pointer, name)] }]));
}

/** Media types of which an `encoding` says how they are written; of others it says nothing (OpenAPI 3.0.3, Media Type Object). */
const FORM = /^(multipart\/|application\/x-www-form-urlencoded$)/;

/** How the parts of bodies are written that are forms, by media type. */
export const bodyWriting = (
  spec: Spec,
  types: readonly (readonly [type: string, at: JsonPointer])[],
): ReadonlyMap<string, Term> =>
  new Map(
    types.flatMap(([type, at]) => {
      const { encoding } = objectAt(spec, at);
      const term = { value: stableText(encoding), at: [pointerTo(at, 'encoding')] };
      return encoding === undefined || !FORM.test(type) ? [] : [[`encoding of ${type}`, term] as const];
    }),
  );
