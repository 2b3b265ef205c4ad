import type { Header } from '../../schemas/exchange.ts';
import type { CancelContext, Lie, TargetAnswer } from '../lie.ts';

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Where a lie is told. */
export type Where = (context: CancelContext) => boolean;

const is = (name: string) => (header: Header) => header[0].toLowerCase() === name.toLowerCase();
const isLength = is('content-length');

/** The answer with one header in place of all of that name; null leaves it out. */
export const withHeader = (answer: TargetAnswer, name: string, value: string | null): TargetAnswer => ({
  ...answer,
  headers: [
    ...answer.headers.filter((header) => !is(name)(header)),
    ...(value === null ? [] : [[name, value] as const]),
  ],
});

/** The answer with another body, and its length where a length was declared. */
export function withBody(answer: TargetAnswer, body: string | Uint8Array): TargetAnswer {
  const changed = { ...answer, body };
  return answer.headers.some(isLength)
    ? withHeader(changed, 'Content-Length', String(Buffer.byteLength(body)))
    : changed;
}

/** The members of the answer's JSON body; undefined where there is none. */
export function bodyOf({ body }: TargetAnswer): Json | undefined {
  return body.length === 0 ? undefined : JSON.parse(String(body));
}

/** The items of `details`. */
export const detailsOf = (body: Json | undefined): readonly Json[] =>
  Array.isArray(body?.details) ? (body.details as readonly Json[]) : [];

/** A lie about the whole answer, where `where` holds. */
export const answering = (
  where: Where,
  change: (answer: TargetAnswer, context: CancelContext) => TargetAnswer,
): Lie => ({
  answer: (answer, context) => (where(context) ? change(answer, context) : answer),
});

/** A lie about the JSON body, where `where` holds and there is one. */
export const rewriting = (where: Where, change: (body: Json, context: CancelContext) => unknown): Lie =>
  answering(where, (answer, context) => {
    const body = bodyOf(answer);
    return body === undefined ? answer : withBody(answer, JSON.stringify(change(body, context)));
  });

/** A lie about the first item of `details`, where there is one. */
export const rewritingDetail = (where: Where, change: (detail: Json, context: CancelContext) => unknown): Lie =>
  rewriting(where, (body, context) => {
    const [first, ...others] = detailsOf(body);
    return first === undefined ? body : { ...body, details: [change(first, context), ...others] };
  });

/** The object without some of its members. */
export const without = (object: Json, ...names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/** In answers to these statuses. */
export const onStatus =
  (...statuses: readonly number[]): Where =>
  ({ decision }) =>
    statuses.includes(decision.status);

/** In every refusal. */
export const onRefusal: Where = ({ decision }) => decision.status >= 400;

/** In refusals for an issue. */
export const onIssue =
  (...issues: readonly string[]): Where =>
  ({ decision }) =>
    decision.example !== null && issues.includes(decision.example);
