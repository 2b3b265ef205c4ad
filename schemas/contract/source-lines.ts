import { type Document, isAlias, isMap, isSeq, type LineCounter, type Node } from 'yaml';
import { type JsonPointer, tokensOf } from './clause.ts';

const keyText = (key: unknown): string => String((key as { value?: unknown } | null)?.value ?? key);

/** The node that a token leads to from another, and the one whose position is cited: its key where it is a member. */
function step(node: unknown, token: string): { readonly cited: Node | undefined; readonly next: unknown } | undefined {
  if (isAlias(node)) return undefined;
  if (isSeq(node)) return { cited: node.items[Number(token)] as Node | undefined, next: node.items[Number(token)] };
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => keyText(key) === token);
  return { cited: pair?.key as Node | undefined, next: pair?.value };
}

/** The 1-based line on which the value at a pointer is written; the nearest above it where it is not. */
export function lineAt(yaml: Document, lines: LineCounter, pointer: JsonPointer): number {
  let node: unknown = yaml.contents;
  let offset = yaml.contents?.range?.[0] ?? 0;
  for (const token of tokensOf(pointer)) {
    const found = step(node, token);
    if (found?.cited?.range == null) break;
    offset = found.cited.range[0];
    node = found.next;
  }
  return lines.linePos(offset).line;
}
