import type { LegacyFormat } from './legacy-format.ts';
import { type LegacyMessage, type LegacyValue, MAX_LEVELS } from './legacy-message.ts';

/** Pairs of name and value, e.g. `error(0).parameter(1)=null`, percent-encoded as forms are. */
export const nvFormat: LegacyFormat = {
  mediaType: 'text/plain; charset=utf-8',
  read(text) {
    const message = treeOf(text);
    return message === undefined ? undefined : { root: null, message };
  },
  write: ({ message }) => pairsOf(message, '').join('&'),
  statusOf: () => 200,
};

const pairsOf = (value: LegacyValue, name: string): readonly string[] => {
  if (typeof value === 'string') return [`${name}=${formEncoded(value)}`];
  if (Array.isArray(value)) return value.flatMap((item, index) => pairsOf(item, `${name}(${index})`));
  return Object.entries(value as LegacyMessage).flatMap(([member, inner]) =>
    inner === undefined ? [] : pairsOf(inner, name === '' ? member : `${name}.${member}`),
  );
};

const formEncoded = (value: string): string => new URLSearchParams({ v: value }).toString().slice(2);

/** A member while its pairs are read: one text, or more members, by name or by index. */
interface Node {
  text?: string;
  readonly members: Map<string, Node>;
}

/** The pairs as one message; undefined where they contradict each other or cannot be decoded. */
function treeOf(text: string): LegacyMessage | undefined {
  const root: Node = { members: new Map() };
  for (const pair of text.split('&').filter((one) => one !== '')) {
    const [name, value] = decodedPair(pair) ?? [];
    const path = name === undefined ? undefined : pathOf(name);
    if (path === undefined || value === undefined || !isPlaced(root, path, value)) return undefined;
  }
  const tree = builtFrom(root);
  return typeof tree === 'object' && !Array.isArray(tree) ? (tree as LegacyMessage) : undefined;
}

function decodedPair(pair: string): readonly [string, string] | undefined {
  const at = pair.indexOf('=');
  if (at < 0) return undefined;
  try {
    return [pair.slice(0, at), pair.slice(at + 1)].map((part) =>
      decodeURIComponent(part.replaceAll('+', ' ')),
    ) as unknown as readonly [string, string];
  } catch {
    return undefined;
  }
}

/** The steps of `a(0).b`: `a`, `(0)`, `b`; undefined where the name is written otherwise. */
function pathOf(name: string): readonly string[] | undefined {
  if (!/^[A-Za-z_][\w-]*(\(\d{1,4}\))?(\.[A-Za-z_][\w-]*(\(\d{1,4}\))?)*$/.test(name)) return undefined;
  const path = name.match(/\(\d+\)|[^.()]+/g) ?? [];
  return path.length > MAX_LEVELS ? undefined : path;
}

/** Puts a text in its place; false where the place is taken by another, or by members. */
function isPlaced(root: Node, path: readonly string[], text: string): boolean {
  let node = root;
  for (const step of path) {
    if (node.text !== undefined) return false;
    const next = node.members.get(step) ?? { members: new Map() };
    node.members.set(step, next);
    node = next;
  }
  if (node.text !== undefined || node.members.size > 0) return false;
  node.text = text;
  return true;
}

/** The value of a node; undefined where it has both names and indices. */
function builtFrom({ text, members }: Node): LegacyValue | undefined {
  if (text !== undefined) return text;
  const entries = [...members].map(([step, node]) => [step, builtFrom(node)] as const);
  const indexed = entries.filter(([step]) => step.startsWith('('));
  if (entries.some(([, value]) => value === undefined)) return undefined;
  if (indexed.length === 0) return Object.fromEntries(entries);
  if (indexed.length < entries.length) return undefined;
  const indexOf = (step: string): number => Number(step.slice(1, -1));
  return indexed.sort(([a], [b]) => indexOf(a) - indexOf(b)).map(([, value]) => value as LegacyValue);
}
