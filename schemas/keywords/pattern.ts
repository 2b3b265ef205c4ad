import type { Candidate, KeywordRule } from './keyword-rule.ts';
import { shortestMatch } from './string-length.ts';
import { isUniversal, refusedWords } from './strings.ts';

/** How many of the shortest refused strings are looked at for one that no other keyword refuses. */
const LOOKED_AT = 200;

function refused(pattern: string, minLength: number): Candidate[] {
  let seen = 0;
  for (const word of refusedWords(pattern)) {
    if (++seen > LOOKED_AT) break;
    if ([...word].length < minLength) continue;
    return [{ label: 'off-pattern', title: `${JSON.stringify(word)}, which the pattern does not take`, value: word }];
  }
  return [];
}

/** Source: JSON Schema Validation §6.3.3. */
export const pattern: KeywordRule = {
  candidates: (schema) => [...shortestMatch(schema), ...refused(String(schema.pattern), Number(schema.minLength ?? 0))],
  unbreakable: (schema) => (isUniversal(String(schema.pattern)) ? 'every string matches the pattern' : undefined),
};
