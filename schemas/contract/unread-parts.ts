import { type JsonPointer, pointerTo } from './clause.ts';
import { mediaTypesOf } from './media-type.ts';
import type { UnruledKeyword } from './obligation.ts';
import type { Operation, RequestBody } from './operation.ts';
import { objectAt, resolve } from './reference.ts';
import type { Spec } from './spec.ts';

/**
 * What is read of each object, or only tells (OpenAPI 3.0.3 §4.7.10, §4.7.12, §4.7.13, §4.7.17); anything else is
 * named.
 */
const READ = {
  operation: ['tags', 'summary', 'description', 'externalDocs', 'operationId', 'deprecated', 'servers'].concat([
    'parameters',
    'requestBody',
    'responses',
    'security',
  ]),
  parameter: ['name', 'in', 'description', 'required', 'deprecated', 'schema', 'content', 'example', 'examples'],
  requestBody: ['description', 'content', 'required'],
  response: ['description', 'content'],
  mediaType: ['schema', 'example', 'examples'],
} as const;

const STATUS = /^(\d{3}|default)$/;

function unread(spec: Spec, pointer: JsonPointer, read: readonly string[]): UnruledKeyword[] {
  return Object.keys(objectAt(spec, pointer))
    .filter((keyword) => !read.includes(keyword) && !keyword.startsWith('x-'))
    .map((keyword) => ({ keyword, clause: spec.clauseAt(pointerTo(pointer, keyword)) }));
}

/** The media types whose schema is not read, and what is not read of the first, whose is. */
function unreadContent(spec: Spec, owner: JsonPointer, mediaTypes: readonly string[]): UnruledKeyword[] {
  return mediaTypes.flatMap((type, index) => {
    const at = pointerTo(owner, 'content', type);
    return index === 0 ? unread(spec, at, READ.mediaType) : [{ keyword: type, clause: spec.clauseAt(at) }];
  });
}

function unreadBody(spec: Spec, { clause, mediaTypes }: RequestBody): UnruledKeyword[] {
  return [...unread(spec, clause.pointer, READ.requestBody), ...unreadContent(spec, clause.pointer, mediaTypes)];
}

function unreadResponse({ spec, clause }: Operation, key: string): UnruledKeyword[] {
  if (key.startsWith('x-')) return [];
  const pointer = pointerTo(clause.pointer, 'responses', key);
  if (!STATUS.test(key)) return [{ keyword: key, clause: spec.clauseAt(pointer) }];
  const at = resolve(spec, pointer);
  return [...unread(spec, at, READ.response), ...unreadContent(spec, at, mediaTypesOf(objectAt(spec, at).content))];
}

/**
 * What an operation promises that nothing here judges: ranges of statuses, headers, further media types and the like.
 */
export function unreadParts(operation: Operation): UnruledKeyword[] {
  const { spec, clause, parameters, requestBody } = operation;
  return [
    ...unread(spec, clause.pointer, READ.operation),
    ...parameters.flatMap((parameter) => unread(spec, parameter.clause.pointer, READ.parameter)),
    ...(requestBody ? unreadBody(spec, requestBody) : []),
    ...Object.keys(objectAt(spec, `${clause.pointer}/responses`)).flatMap((key) => unreadResponse(operation, key)),
  ];
}
