import type { ScenarioLiteral } from '../define-scenarios.ts';

/** The shortest run of equal characters, and of equal items, that is written as a repetition. */
const WORTH_REPEATING = 8;

/** A text as TypeScript writes it, ASCII alone: anything else would be changed by an editor, or not be seen. */
function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  const escaped = inner.replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `'${escaped}'`;
}

function textOf(text: string): string {
  const points = [...text];
  const isOneCharacter = points.length >= WORTH_REPEATING && points.every((point) => point === points[0]);
  return isOneCharacter ? `${quoted(points[0] ?? '')}.repeat(${points.length})` : quoted(text);
}

const nameOf = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__' ? name : quoted(name);

function listOf(items: readonly unknown[], indent: string): string {
  const written = items.map((item) => typescriptOf(item, `${indent}  `));
  const isRepeated = items.length >= WORTH_REPEATING && written.every((item) => item === written[0]);
  return isRepeated ? `Array.from({ length: ${items.length} }, () => ${written[0]})` : `[${written.join(', ')}]`;
}

/** A JSON value as TypeScript writes it, on several lines where it is an object. */
function typescriptOf(value: unknown, indent: string): string {
  if (typeof value === 'string') return textOf(value);
  if (Array.isArray(value)) return listOf(value, indent);
  if (value === null || typeof value !== 'object') return Object.is(value, -0) ? '0' : String(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  const lines = members.map(([name, member]) =>
    name === '__proto__'
      ? `${indent}  ['__proto__']: ${typescriptOf(member, `${indent}  `)},`
      : `${indent}  ${nameOf(name)}: ${typescriptOf(member, `${indent}  `)},`,
  );
  return `{\n${lines.join('\n')}\n${indent}}`;
}

/** A scenario as the literal to paste among those of `suites/`, with notes for a person above it. */
export const literalText = (literal: ScenarioLiteral, notes: readonly string[]): string =>
  [
    ...notes.map((note) => `  // ${note.replaceAll(/[\r\n\u2028\u2029]+/g, ' ')}`),
    `  ${typescriptOf(literal, '  ')},`,
  ].join('\n');
