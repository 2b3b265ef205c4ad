import { readFileSync } from 'node:fs';
import { type Schema, Validator } from '@cfworker/json-schema';
import { parse } from 'yaml';
import { decodedAnswer } from '../schemas/checks/legacy/wire-formats.ts';
import { valueAt } from '../schemas/contract/clause.ts';
import { isNormalForm } from '../schemas/contract/normal-form.ts';
import type { Operation } from '../schemas/contract/operation.ts';
import { packageFile } from '../schemas/contract/package-file.ts';
import { type AnsweredExchange, type Exchange, isAnswered } from '../schemas/exchange.ts';

/**
 * A schema of OpenAPI 3.0 as JSON Schema draft 4, which is what it was made from: there too nothing counts beside a `$ref`,
 * and exclusive limits are flags. Only `nullable` is its own.
 */
function asDraft4(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asDraft4);
  if (schema === null || typeof schema !== 'object') return schema;
  const { nullable, ...keywords } = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, asDraft4(value)]),
  );
  return nullable === true && keywords.type !== undefined ? { ...keywords, type: [keywords.type, 'null'] } : keywords;
}

/** Where both validators were asked about a body, and what each said. */
export interface Disagreement {
  /** Of what: the request, or the answer with this status. */
  readonly of: 'request' | number;
  readonly body: string;
  readonly ajv: boolean;
  readonly other: boolean;
}

/** How many different bodies both were asked about, and how many of them both refuse. */
interface Count {
  asked: number;
  refused: number;
}

/** Asks a validator that the suite does not use about every body that Ajv can be asked about. */
export interface SecondOracle {
  hear(exchange: Exchange): void;
  /** Of answers. */
  readonly count: Count;
  /** Of requests in JSON; those of the legacy system have schemas for their normal form alone, and are not asked about. */
  readonly requests: Count;
  readonly disagreements: readonly Disagreement[];
}

/** What differs from answer to answer and matters to no schema. */
const withoutIds = (body: string): string =>
  body
    .replaceAll(/INV2(-[0-9A-Z]{4}){4}/g, 'INV2')
    .replaceAll(/"(debug_id|correlationId)":\s*"[0-9a-z]{13}"/g, '"$1":"x"')
    .replaceAll(/"timestamp":\s*"[0-9T.:-]{29}"/g, '"timestamp":"now"');

/** The body that a schema speaks of: JSON, or a legacy answer in normal form; undefined where it cannot be read. */
function bodyIn(exchange: AnsweredExchange, isNormal: boolean): unknown {
  if (!isNormal) return JSON.parse(exchange.response.body);
  const { decoded } = decodedAnswer(exchange);
  return 'undecodable' in decoded ? undefined : decoded.message;
}

/** An oracle that reads the contract's file for itself. */
export function openSecondOracle(operation: Operation): SecondOracle {
  const document = asDraft4(parse(readFileSync(packageFile(`specs/${operation.spec.file}`), 'utf8'))) as Record<
    string,
    unknown
  >;
  const validators = new Map<string, Validator>();
  const isLegacy = isNormalForm(operation.spec, operation.statusContract(200)?.contentPointer ?? '');
  const heard = new Set<string>();
  const count: Count = { asked: 0, refused: 0 };
  const requests: Count = { asked: 0, refused: 0 };
  const disagreements: Disagreement[] = [];
  const validatorOf = (pointer: string): Validator => {
    const schema = { allOf: [valueAt(document, pointer)], components: document.components } as Schema;
    const known = validators.get(pointer) ?? new Validator(schema, '4', true);
    validators.set(pointer, known);
    return known;
  };
  const isNew = (key: string): boolean => {
    const isKnown = heard.has(key);
    heard.add(key);
    return !isKnown;
  };
  const agree = (counted: Count, asked: Omit<Disagreement, 'ajv' | 'other'>, ajv: boolean, other: boolean): void => {
    counted.asked++;
    if (!ajv && !other) counted.refused++;
    if (ajv !== other) disagreements.push({ ...asked, ajv, other });
  };
  const askRequest = ({ request: { body } }: Exchange): void => {
    const { requestBody } = operation;
    if (isLegacy || requestBody === null || body === null || !isNew(`request ${body}`)) return;
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return;
    }
    const other = validatorOf(requestBody.schemaPointer).validate(value).valid;
    agree(requests, { of: 'request', body }, requestBody.validate(value), other);
  };
  const ask = (exchange: AnsweredExchange): void => {
    const { status, body } = exchange.response;
    const contract = operation.statusContract(isLegacy ? 200 : status);
    if (!contract?.schemaPointer || !contract.validate) return;
    let value: unknown;
    try {
      value = bodyIn(exchange, isLegacy);
    } catch {
      return;
    }
    if (value === undefined) return;
    const other = validatorOf(contract.schemaPointer).validate(value).valid;
    agree(count, { of: status, body }, contract.validate(value), other);
  };
  return {
    count,
    requests,
    disagreements,
    hear(exchange) {
      if (exchange.operation !== operation.id) return;
      askRequest(exchange);
      if (isAnswered(exchange) && isNew(`${exchange.response.status} ${withoutIds(exchange.response.body)}`))
        ask(exchange);
    },
  };
}
