import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { packageFile } from '../../schemas/contract/package-file.ts';
import type { CallEnd, ClientCall, ClientOutcome } from './client-call.ts';

interface Answer {
  readonly call: number;
  readonly outcome?: ClientOutcome;
  readonly thrown?: string;
}

const SCHEMA = 'schemas/published/client-protocol.schema.json';

let compiled: ValidateFunction<Answer> | undefined;

function answerValidator(): ValidateFunction<Answer> {
  if (compiled !== undefined) return compiled;
  const schema = JSON.parse(readFileSync(packageFile(SCHEMA), 'utf8'));
  const ajv = new Ajv2020({ strict: true, strictRequired: false });
  ajv.addSchema(schema);
  compiled = ajv.compile<Answer>({ $ref: `${schema.$id}#/$defs/answer` });
  return compiled;
}

/** What some readers take for the end of a line although JSON does not: `readline` of newer Nodes, `splitlines` of Python. */
const LINE_SEPARATORS = /[\u0085\u2028\u2029]/g;

const oneLine = (value: object): string =>
  JSON.stringify(value).replaceAll(
    LINE_SEPARATORS,
    (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A call as one line: without white space, members in the published order, so that a shell can take it apart. */
export function callLine(number: number, call: ClientCall): string {
  const { baseUrl, accessToken, invoiceId, timeoutMs, notification } = call;
  return `${oneLine({ call: number, baseUrl, accessToken, invoiceId, timeoutMs, notification })}\n`;
}

/** How much of a line that is no answer is kept, in characters. */
const KEPT = 500;

const broken = (what: string, text: string, inStep = false): CallEnd => ({
  ...{ kind: 'broken', what, inStep },
  text: text.slice(0, KEPT),
});

const numberOf = (answer: unknown): unknown => (answer as { call?: unknown } | null)?.call;

/** Some runtimes begin their output with a byte order mark, which a reader of JSON may pass over (RFC 8259 §8.1). */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** What is wrong with an outcome, for a person: the place, and the schema's complaint. */
function complaintOf({ errors }: ValidateFunction<Answer>): string {
  const [first] = (errors ?? []).toSorted((a, b) => b.instancePath.length - a.instancePath.length);
  const member = first?.params.additionalProperty ?? first?.params.missingProperty ?? '';
  return `${first?.instancePath || 'the answer'} ${first?.message ?? 'is wrong'}${member ? ` (${member})` : ''}`;
}

/** What a line says of the call of that number. */
export function endOfLine(line: string, number: number): CallEnd {
  const answer = parsed(line);
  if (answer === undefined) return broken('A line of its output is not JSON', line);
  const validate = answerValidator();
  if (!validate(answer))
    return broken(`Its answer departs from ${SCHEMA}: ${complaintOf(validate)}`, line, numberOf(answer) === number);
  if (answer.call !== number)
    return broken(`It answers call ${answer.call}, and call ${number} is the one that waits for an answer`, line);
  if (answer.outcome === undefined) return { kind: 'crashed', how: `It threw: ${answer.thrown}`, gone: false };
  return { kind: 'outcome', outcome: answer.outcome };
}

/** An answer, and another line that nobody asked for. */
export const answeredTwice = (line: string): CallEnd => broken('It wrote another line after its answer', line);
