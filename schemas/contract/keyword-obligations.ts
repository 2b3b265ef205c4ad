import { KEYWORDS_WITHOUT_OBLIGATION, ruleOf } from '../keywords/keywords.ts';
import { type JsonPointer, type Level, pointerTo, tokensOf, valueAt } from './clause.ts';
import type { Obligation, ObligationGroup, UnruledKeyword } from './obligation.ts';
import { type SchemaNode, walkSchema } from './schema-walk.ts';
import type { Spec } from './spec.ts';

/** Where the keywords of a schema are to be found, and how their obligations are named. */
export interface KeywordSource {
  readonly group: ObligationGroup;
  readonly schemaPointer: JsonPointer;
  readonly level: Level;
  /** The id of the schema node, e.g. `request/note`. */
  idOf(node: SchemaNode): string;
  /** Why keeping or breaking one keyword here can never be seen, or undefined. */
  unobservable?(keyword: string): string | undefined;
  readonly statuses?: readonly number[];
  /** What the schema's root is called, where that is not the body. */
  readonly name?: string;
}

const isExtension = (keyword: string): boolean => keyword.startsWith('x-');

/** For a person, e.g. `note: maxLength 4000`. */
function subjectOf({ group, name }: KeywordSource, { path, schema }: SchemaNode, keyword: string): string {
  const place = [...(name === undefined ? [] : [name]), ...path].join('.');
  return `${place || group}: ${keyword} ${JSON.stringify(schema[keyword])}`;
}

function obligationOf(spec: Spec, source: KeywordSource, node: SchemaNode, keyword: string): Obligation {
  const unobservable = source.unobservable?.(keyword);
  const unbreakable = ruleOf(keyword)?.unbreakable?.(node.schema);
  const reason = unobservable ?? unbreakable;
  return {
    id: `${source.idOf(node)}/${keyword}`,
    group: source.group,
    subject: subjectOf(source, node, keyword),
    clause: spec.clauseAt(pointerTo(node.pointer, keyword)),
    level: source.level,
    standing: unobservable ? 'unobservable' : unbreakable ? 'unsatisfiable' : 'open',
    ...(reason === undefined ? {} : { reason }),
    keyword: {
      name: keyword,
      value: node.schema[keyword],
      path: node.path,
      trail: node.trail,
      schemaPointer: node.pointer,
    },
    ...(source.statuses ? { statuses: source.statuses } : {}),
  };
}

/** One obligation a keyword, in every schema that can be reached; a keyword without a rule is named instead. */
export function keywordObligations(
  spec: Spec,
  source: KeywordSource,
): { readonly obligations: readonly Obligation[]; readonly unruled: readonly UnruledKeyword[] } {
  const obligations: Obligation[] = [];
  const unruled: UnruledKeyword[] = [];
  for (const node of walkSchema(spec, source.schemaPointer))
    for (const keyword of Object.keys(node.schema)) {
      if (KEYWORDS_WITHOUT_OBLIGATION.has(keyword) || isExtension(keyword)) continue;
      if (ruleOf(keyword)) obligations.push(obligationOf(spec, source, node, keyword));
      else unruled.push({ keyword, clause: spec.clauseAt(pointerTo(node.pointer, keyword)) });
    }
  return { obligations, unruled };
}

/** What names a schema's pointer, its component or else the root, and at which token its members begin. */
function namedBy(tokens: readonly string[], root: string): { readonly names: string[]; readonly from: number } {
  if (tokens[0] === 'components' && tokens[1] === 'schemas') return { names: tokens.slice(2, 3), from: 3 };
  return { names: [root], from: tokens.indexOf('schema', tokens.indexOf('content')) + 1 };
}

/** A name for a schema by where it stands: its component, then its members; alternatives go by their title. */
export function nameOfSchema(spec: Spec, pointer: JsonPointer, root: string): string {
  const tokens = tokensOf(pointer);
  const { names, from } = namedBy(tokens, root);
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index] as string;
    if (token === 'items') names.push('*');
    else if (token === 'properties') names.push(tokens[++index] as string);
    else if (/^(all|any|one)Of$/.test(token))
      names.push(titleOr(spec, tokens.slice(0, ++index + 1), `${token}-${tokens[index]}`));
    else names.push(token);
  }
  return names.join('/');
}

function titleOr(spec: Spec, tokens: readonly string[], name: string): string {
  const title = valueAt(spec.document, pointerTo('', ...tokens, 'title'));
  return typeof title === 'string' ? title : name;
}
