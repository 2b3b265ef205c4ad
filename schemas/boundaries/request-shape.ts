import type { Operation } from '../contract/operation.ts';
import type { Refusal } from './refusal.ts';
import { sampleOf } from './sample.ts';

/** A request whose shape is at fault, or only unusual, before any member of it is. */
export interface ShapeCase {
  /** Stable, e.g. `body.missing`. */
  readonly id: string;
  readonly title: string;
  /** The body's exact text; null sends none. */
  readonly text: string | null;
  /** null sends no Content-Type. */
  readonly mediaType: string | null;
  /** What it shows: never empty, and nothing that the contract does not oblige to. */
  readonly obligations: readonly string[];
  /** undefined where the contract accepts it. */
  readonly refusal?: Refusal;
}

const noIssue = (what: string): string => `no issue is documented for ${what}`;

/** Statuses for a body that is not there: refused as a bad request or as no media type at all. */
const MISSING_BODY = [400, 415];
const MALFORMED = [400];
const UNSUPPORTED = [415];

/** Bodies of other media types: all that HTTP libraries send by themselves. */
const OTHERS = [
  { name: 'plain', title: 'text/plain', mediaType: 'text/plain', text: undefined },
  { name: 'form', title: 'a form', mediaType: 'application/x-www-form-urlencoded', text: 'note=cancelled' },
  { name: 'xml', title: 'XML', mediaType: 'application/xml', text: '<note/>' },
] as const;

function missingBodies(mediaType: string, required: boolean, success: readonly string[]): ShapeCase[] {
  const outcome = required
    ? { refusal: { status: MISSING_BODY, gap: noIssue('a missing body') }, obligations: ['request/required'] }
    : { obligations: success };
  return [
    { id: 'body.missing', title: 'no body at all', text: null, mediaType: null, ...outcome },
    { id: 'body.empty', title: 'a body of 0 bytes', text: '', mediaType, ...outcome },
  ];
}

function malformedBodies(mediaType: string, obligations: readonly string[]): ShapeCase[] {
  const outcome = { mediaType, refusal: { status: MALFORMED, gap: noIssue('malformed JSON') }, obligations };
  return [
    { id: 'body.malformed', title: 'JSON that breaks off', text: '{"note": "', ...outcome },
    { id: 'body.not-json', title: 'form data under a JSON media type', text: 'note=cancelled', ...outcome },
  ];
}

function otherMediaTypes(
  documented: readonly string[],
  body: string,
  media: readonly string[],
  status: readonly string[],
): ShapeCase[] {
  const others = OTHERS.filter(({ mediaType }) => !documented.includes(mediaType));
  return others.map(({ name, title, mediaType, text }) => ({
    id: `media-type.${name}`,
    title: `wrong media type: ${title}`,
    text: text ?? body,
    mediaType,
    refusal: { status: UNSUPPORTED },
    obligations: [...status, ...media],
  }));
}

/** The same media type in other words, and none at all. */
function spelledMediaTypes(mediaType: string, text: string, obligations: readonly string[]): ShapeCase[] {
  return [
    {
      id: 'media-type.none',
      title: 'a body without a media type',
      text,
      mediaType: null,
      refusal: { status: MISSING_BODY },
      obligations,
    },
    {
      id: 'media-type.charset',
      title: 'the media type with charset=utf-8',
      text,
      mediaType: `${mediaType}; charset=utf-8`,
      obligations,
    },
    {
      id: 'media-type.case',
      title: 'the media type in upper case',
      text,
      mediaType: mediaType.toUpperCase(),
      obligations,
    },
  ];
}

/**
 * Every way in which a JSON request can be wrong, or merely unusual, as a whole; none where the operation takes no
 * body.
 */
export function shapeCases({ spec, requestBody, statuses }: Operation): readonly ShapeCase[] {
  const mediaType = requestBody?.mediaTypes[0];
  if (!requestBody || mediaType === undefined) return [];
  const media = [`media-type/request/${mediaType}`];
  const ofStatus = (wanted: (status: number) => boolean): string[] =>
    statuses
      .filter(wanted)
      .slice(0, 1)
      .map((status) => `status/${status}`);
  const or = (found: readonly string[]): readonly string[] => (found.length > 0 ? found : media);
  const success = or(ofStatus((status) => status >= 200 && status < 300));
  const text = JSON.stringify(sampleOf(spec, [requestBody.schemaPointer]));
  return [
    ...missingBodies(mediaType, requestBody.required, success),
    ...malformedBodies(mediaType, or(ofStatus((status) => status === 400))),
    ...otherMediaTypes(
      requestBody.mediaTypes,
      text,
      media,
      ofStatus((status) => status === 415),
    ),
    ...spelledMediaTypes(mediaType, text, media),
    {
      id: 'body.white-space',
      title: 'white space around the JSON',
      text: ` \r\n\t${text} \n`,
      mediaType,
      obligations: success,
    },
  ];
}
