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

/** Where both validators were asked about an answer, and what each said; undefined where they agree. */
export interface Disagreement {
  readonly status: number;
  readonly body: string;
  readonly ajv: boolean;
  readonly other: boolean;
}

/** Asks a validator that the suite does not use about every answer that Ajv was asked about. */
export interface SecondOracle {
  hear(exchange: Exchange): void;
  /** How many different bodies both were asked about, and how many of them both refuse. */
  readonly count: { asked: number; refused: number };
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
  const count = { asked: 0, refused: 0 };
  const disagreements: Disagreement[] = [];
  const validatorOf = (pointer: string): Validator => {
    const schema = { allOf: [valueAt(document, pointer)], components: document.components } as Schema;
    const known = validators.get(pointer) ?? new Validator(schema, '4', true);
    validators.set(pointer, known);
    return known;
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
    const ajv = contract.validate(value);
    const other = validatorOf(contract.schemaPointer).validate(value).valid;
    count.asked++;
    if (!ajv && !other) count.refused++;
    if (ajv !== other) disagreements.push({ status, body, ajv, other });
  };
  return {
    count,
    disagreements,
    hear(exchange) {
      if (exchange.operation !== operation.id || !isAnswered(exchange)) return;
      const key = `${exchange.response.status} ${withoutIds(exchange.response.body)}`;
      if (heard.has(key)) return;
      heard.add(key);
      ask(exchange);
    },
  };
}
