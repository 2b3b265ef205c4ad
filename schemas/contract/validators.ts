import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { escapeToken, type JsonPointer, pointerTo, tokensOf, valueAt } from './clause.ts';
import { walkSchema } from './schema-walk.ts';
import type { Spec } from './spec.ts';
import { SuiteError } from './suite-error.ts';

/** The key under which Ajv knows the document. */
const KEY = 'spec';

/** Decimals that count in a `multipleOf`: 0.57 is a multiple of 0.01, although the division is not even in binary. */
const MULTIPLE_OF_DECIMALS = 9;

const EXCLUSIVE = [
  ['exclusiveMinimum', 'minimum'],
  ['exclusiveMaximum', 'maximum'],
] as const;

/**
 * OpenAPI 3.0 has its own dialect (3.0.3 §4.7.24): nothing counts beside a `$ref`, `exclusiveMinimum` is a flag beside
 * `minimum`, and `nullable` means nothing without `type`.
 */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (value === null || typeof value !== 'object') return value;
  const schema = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asJsonSchema(member)]));
  if (typeof schema.$ref === 'string') return { $ref: schema.$ref };
  for (const [flag, limit] of EXCLUSIVE) {
    if (typeof schema[flag] !== 'boolean') continue;
    if (schema[flag] && typeof schema[limit] === 'number') schema[flag] = schema[limit];
    else delete schema[flag];
  }
  if (typeof schema.nullable === 'boolean' && schema.type === undefined) delete schema.nullable;
  return schema;
}

/** Patterns are read with the `u` flag, as JSON Schema recommends, and without it where only that compiles. */
function compilePattern(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return new RegExp(pattern);
  }
}

const regExp = Object.assign(compilePattern, { code: 'new RegExp' });

function ajvFor(spec: Spec): Ajv {
  const multipleOfPrecision = MULTIPLE_OF_DECIMALS;
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    logger: false,
    validateSchema: false,
    multipleOfPrecision,
    code: { regExp },
  });
  addFormats.default(ajv);
  return ajv.addSchema(asJsonSchema(spec.document) as object, KEY, false, false);
}

function uncompilable(spec: Spec, pointer: JsonPointer, cause: unknown): SuiteError {
  const { file, line } = spec.clauseAt(pointer);
  const message = `${file} line ${line}: the schema cannot be compiled: ${(cause as Error).message}`;
  return new SuiteError('SPEC_INVALID', message, { hint: 'Mend the schema in the document.', cause });
}

/** Every reference leads somewhere, and every pattern is a regular expression: said here with the line of each. */
function assertReadable(spec: Spec, pointer: JsonPointer): void {
  for (const { pointer: at, schema } of walkSchema(spec, pointer))
    try {
      if (typeof schema.pattern === 'string') compilePattern(schema.pattern, 'u');
    } catch (cause) {
      throw uncompilable(spec, pointerTo(at, 'pattern'), cause);
    }
}

function compile(spec: Spec, ajv: Ajv, pointer: JsonPointer): ValidateFunction {
  if (valueAt(spec.document, pointer) === undefined) return ajv.compile({});
  const fragment = tokensOf(pointer).map((token) => `/${encodeURIComponent(escapeToken(token))}`);
  return ajv.compile({ $ref: `${KEY}#${fragment.join('')}` });
}

/** What is known of a document: Ajv with it inside, and every validator that was asked for. */
interface Validators {
  readonly ajv: Ajv;
  readonly compiled: Map<JsonPointer, ValidateFunction>;
}

const known = new WeakMap<Spec, Validators>();

function validatorsOf(spec: Spec): Validators {
  const validators = known.get(spec) ?? { ajv: ajvFor(spec), compiled: new Map() };
  known.set(spec, validators);
  return validators;
}

/**
 * The validator of the schema at a pointer of the document, with all errors; compiled once. Where no schema stands it
 * takes everything.
 * @throws SuiteError SPEC_INVALID where the schema cannot be compiled, e.g. for a pattern that is no regular expression
 */
export function validatorAt(spec: Spec, pointer: JsonPointer): ValidateFunction {
  const { ajv, compiled } = validatorsOf(spec);
  const before = compiled.get(pointer);
  if (before) return before;
  assertReadable(spec, pointer);
  try {
    const validate = compile(spec, ajv, pointer);
    compiled.set(pointer, validate);
    return validate;
  } catch (cause) {
    throw uncompilable(spec, pointer, cause);
  }
}
