import { isDeepStrictEqual } from 'node:util';
import { valueAt } from '../../../schemas/contract/clause.ts';
import type { Operation } from '../../../schemas/contract/operation.ts';
import { resolve } from '../../../schemas/contract/reference.ts';
import { headerOf } from '../../../schemas/exchange.ts';
import {
  clipped,
  departure,
  type GateCheck,
  type GateDeparture,
  type JudgedCall,
  NOTHING,
  shown,
} from '../gate-check.ts';

type Members = Readonly<Record<string, unknown>>;

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** The members of the request that the contract knows, with their schemas. */
function knownMembers({ spec, requestBody }: Operation): Members {
  if (requestBody === null) return {};
  return (valueAt(spec.document, `${resolve(spec, requestBody.schemaPointer)}/properties`) ?? {}) as Members;
}

const defaultOf = (schema: unknown): unknown => (schema as { default?: unknown } | undefined)?.default;

const corrupted = (judged: JudgedCall, name: string, expected: unknown, actual: unknown, explanation: string) =>
  departure(
    judged,
    {
      kind: 'client-corrupted-value',
      pointer: `/${name}`,
      expected: shown(expected),
      actual: shown(actual),
      explanation,
    },
    `request/${name}/type`,
  );

/** What was given and does not arrive, or arrives as another. To leave out a default is to give it. */
function changed(judged: JudgedCall, body: Members, known: Members): readonly GateDeparture[] {
  return Object.entries(judged.call.notification).flatMap(([name, value]) => {
    if (isDeepStrictEqual(body[name], value)) return [];
    if (!Object.hasOwn(body, name) && isDeepStrictEqual(value, defaultOf(known[name]))) return [];
    const what = Object.hasOwn(body, name) ? 'arrives as another value than the caller gave' : 'does not arrive at all';
    return [corrupted(judged, name, value, body[name], `The member ${name} ${what}.`)];
  });
}

/** What arrives and was not given: a default of the contract's is harmless, another value is the client's own invention. */
function added(judged: JudgedCall, body: Members, known: Members): readonly GateDeparture[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (Object.hasOwn(judged.call.notification, name)) return [];
    if (!Object.hasOwn(known, name)) return [unknown(judged, name, value)];
    if (isDeepStrictEqual(value, defaultOf(known[name]))) return [];
    return [
      corrupted(judged, name, undefined, value, `The member ${name} is sent although the caller did not give it.`),
    ];
  });
}

/** The schema is open, which is no promise to accept: the contract has no word for a member that it does not know. */
const unknown = (judged: JudgedCall, name: string, value: unknown): GateDeparture =>
  departure(
    judged,
    {
      kind: 'client-unknown-member',
      pointer: `/${name}`,
      origin: 'undefined',
      expected: 'only members that the contract knows',
      actual: shown(value),
      explanation: `The client sends a member ${name}, which the contract does not know.`,
    },
    'request/type',
  );

/** The body is a JSON object with what the caller gave, no less, no more, and nothing altered. */
export const requestBody: GateCheck = (judged) => {
  const [first] = judged.arrivals;
  if (first === undefined) return NOTHING;
  const { body: text } = first.exchange.request;
  const body = first.bodyIsUtf8 ? parsed(text) : undefined;
  const coding = headerOf(first.exchange.request.headers, 'content-encoding');
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    return [
      departure(
        judged,
        {
          kind: 'client-wrong-request',
          pointer: '/body',
          expected: 'a JSON object in UTF-8',
          actual: text === null ? 'no body' : clipped(text),
          explanation:
            text === null
              ? 'The client sends no body, which the contract requires, be it an empty object.'
              : `The body that arrives is not a JSON object in UTF-8${coding === undefined ? '' : `, but in the encoding ${coding}, of which the contract does not speak`}.`,
        },
        'request/required',
      ),
    ];
  const known = knownMembers(judged.operation);
  return [...changed(judged, body as Members, known), ...added(judged, body as Members, known)];
};
