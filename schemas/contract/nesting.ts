import { Lexer } from 'yaml';

/** How far a line may be indented, in characters; `-` and `?` open collections on the line itself. */
const FAR_INDENTED = /^[ ?-]{400}/m;

const STEPS: Readonly<Record<string, number>> = { '[': 1, '{': 1, ']': -1, '}': -1 };

/**
 * Whether YAML nests deeper than `levels`, told without parsing it: the parser recurses, and a stack that overflows
 * inside a regular expression ends the process.
 */
export function nestsDeeper(text: string, levels: number): boolean {
  if (FAR_INDENTED.test(text)) return true;
  let depth = 0;
  for (const lexeme of new Lexer().lex(text)) {
    depth = Math.max(0, depth + (Object.hasOwn(STEPS, lexeme) ? (STEPS[lexeme] ?? 0) : 0));
    if (depth > levels) return true;
  }
  return false;
}
