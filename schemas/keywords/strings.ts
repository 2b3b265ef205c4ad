import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { DFA, JS, NFA, Words } from 'refa';

/** The longest string that is looked for in an automaton: ours, in characters; the search takes memory for each. */
const LONGEST_DERIVED = 20_000;

/** Characters a derived word is made of where the pattern leaves a choice: `a`, else printable ASCII, else anything. */
const LETTER = 0x61;
const FIRST_PRINTABLE = 0x21;
const LAST_ASCII = 0x7f;

const automata = new Map<string, DFA | null>();

const ANYTHING = '[\\s\\S]*';

/**
 * One alternative of a pattern as the whole of a string: whatever is not anchored may have anything before or after
 * it.
 */
function wholeAlternative({ elements, raw }: AST.Alternative): string {
  const isAnchor = (element: AST.Element | undefined, kind: string): boolean =>
    element?.type === 'Assertion' && element.kind === kind;
  const from = isAnchor(elements[0], 'start') ? 1 : 0;
  const to = isAnchor(elements.at(-1), 'end') ? -1 : undefined;
  return `${from === 1 ? '' : ANYTHING}(?:${raw.slice(from, to)})${to === -1 ? '' : ANYTHING}`;
}

function asWhole(pattern: string): string {
  const { alternatives } = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
  return alternatives.map(wholeAlternative).join('|');
}

/**
 * The strings that a JSON Schema pattern matches, as an automaton; null where the pattern uses what automata cannot
 * say.
 */
function automatonOf(pattern: string): DFA | null {
  const known = automata.get(pattern);
  if (known !== undefined) return known;
  let dfa: DFA | null = null;
  try {
    const parser = JS.Parser.fromLiteral({ source: asWhole(pattern), flags: 'u' });
    const { expression, maxCharacter } = parser.parse();
    dfa = DFA.fromFA(NFA.fromRegex(expression, { maxCharacter }));
    dfa.minimize();
  } catch {}
  automata.set(pattern, dfa);
  return dfa;
}

/** Whether a text matches a pattern; false where the pattern is no regular expression. */
export function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return false;
  }
}

const textOf = (word: readonly number[]): string => word.map((point) => String.fromCodePoint(point)).join('');

function* wordsOf(dfa: DFA): Generator<string> {
  for (const sets of dfa.wordSets()) {
    const word = Words.pickMostReadableWord(sets);
    if (word) yield textOf(word);
  }
}

function complementOf(dfa: DFA): DFA {
  const complement = dfa.copy();
  complement.complement();
  return complement;
}

/** Whether every string matches: then nothing can break the pattern. False where it cannot be decided. */
export function isUniversal(pattern: string): boolean {
  const dfa = automatonOf(pattern);
  return dfa !== null && complementOf(dfa).isEmpty;
}

/** Whether a string with a character outside ASCII matches; undefined where it cannot be decided. */
export function takesBeyondAscii(pattern: string): boolean | undefined {
  const dfa = automatonOf(pattern);
  if (dfa === null) return undefined;
  return [...dfa.nodes()].some((node) => [...node.out.keys()].some(({ max }) => max > LAST_ASCII));
}

/** The shortest strings that match, shortest first; none where the pattern cannot be read. */
export function* matchingWords(pattern: string): Generator<string> {
  const dfa = automatonOf(pattern);
  if (dfa) yield* wordsOf(dfa);
}

/** The shortest strings that do not match, shortest first. */
export function* refusedWords(pattern: string): Generator<string> {
  const dfa = automatonOf(pattern);
  if (dfa) yield* wordsOf(complementOf(dfa));
}

type Node = DFA['initial'];
type Step = readonly [characters: { readonly min: number; readonly max: number }, next: Node];

/** Steps come in the order of their characters: the first that reaches these can be printed, where any can. */
const isReadable = ([{ max }]: Step): boolean => max >= FIRST_PRINTABLE;

/** The step to take where one or several lead to an end: one with a letter, else one that can be printed, else any. */
function easiest(steps: readonly Step[]): { character: number; next: Node } {
  const lettered = steps.find(([{ min, max }]) => min <= LETTER && max >= LETTER);
  if (lettered) return { character: LETTER, next: lettered[1] };
  const [{ min, max }, next] = steps.find(isReadable) ?? (steps[0] as Step);
  return { character: max < FIRST_PRINTABLE ? min : Math.max(min, FIRST_PRINTABLE), next };
}

/** `canEnd[k]`: the states from which exactly k more characters reach an accepting one. */
function distances(dfa: DFA, length: number): Set<Node>[] {
  const nodes = [...dfa.nodes()];
  const canEnd = [new Set(dfa.finals)];
  for (let k = 1; k <= length; k++) {
    const before = canEnd[k - 1] as Set<Node>;
    canEnd.push(new Set(nodes.filter((node) => [...node.out.values()].some((next) => before.has(next)))));
  }
  return canEnd;
}

/**
 * A string of exactly `length` code points that the pattern (any string, where undefined) matches; undefined where
 * none is found.
 */
export function wordOfLength(pattern: string | undefined, length: number): string | undefined {
  if (pattern === undefined || isUniversal(pattern)) return 'x'.repeat(length);
  const dfa = automatonOf(pattern);
  if (dfa === null || length > LONGEST_DERIVED) return undefined;
  const canEnd = distances(dfa, length);
  if (!canEnd.pop()?.has(dfa.initial)) return undefined;
  const word: number[] = [];
  let node = dfa.initial;
  for (const ends of canEnd.reverse()) {
    const step = easiest([...node.out].filter(([, next]) => ends.has(next)));
    word.push(step.character);
    node = step.next;
  }
  return textOf(word);
}
