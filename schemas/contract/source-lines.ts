import { type Document, isMap, isSeq, type LineCounter, type ParsedNode } from 'yaml';
import { type JsonPointer, tokensOf } from './clause.ts';

/** A node as a token reaches it: the one whose position is cited, its key where it is a member, and the node itself. */
interface Reached {
  readonly cited: ParsedNode;
  readonly node: ParsedNode | null;
}

function step(node: ParsedNode | null, token: string): Reached | undefined {
  if (isSeq<ParsedNode>(node)) {
    const item = node.items[Number(token)];
    return item && { cited: item, node: item };
  }
  if (!isMap<ParsedNode, ParsedNode | null>(node)) return undefined;
  const pair = node.items.find(({ key }) => String(key) === token);
  return pair && { cited: pair.key, node: pair.value };
}

/**
 * The 1-based line on which the value at a pointer is written; the nearest above it where it is not. The document is a
 * parsed one that is not empty: each of its nodes has a position.
 */
export function lineAt(yaml: Document, lines: LineCounter, pointer: JsonPointer): number {
  const root = yaml.contents as ParsedNode;
  let reached: Reached = { cited: root, node: root };
  for (const token of tokensOf(pointer)) {
    const next = step(reached.node, token);
    if (!next) break;
    reached = next;
  }
  return lines.linePos(reached.cited.range[0]).line;
}
