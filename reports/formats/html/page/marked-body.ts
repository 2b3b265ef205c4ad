/// <reference lib="dom" />
import { element } from './elements.ts';

/** Deepest nesting that is spread over lines: ours; what is deeper stands as it came. */
const DEEPEST = 40;

/** A line of a body, and the pointer of the member that it shows or closes. */
interface BodyLine {
  readonly text: string;
  readonly pointer: string;
}

const escapeToken = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');

type Members = readonly (readonly [key: string, token: string, value: unknown])[];

function membersOf(value: object): Members {
  if (Array.isArray(value)) return value.map((item: unknown, at) => ['', String(at), item] as const);
  return Object.entries(value).map(([name, item]) => [`${JSON.stringify(name)}: `, escapeToken(name), item] as const);
}

function* linesOf(value: unknown, pointer: string, before: string, after: string, depth: number): Generator<BodyLine> {
  const indent = '  '.repeat(depth);
  const members = typeof value === 'object' && value !== null && depth < DEEPEST ? membersOf(value) : [];
  if (members.length === 0) {
    yield { text: `${indent}${before}${JSON.stringify(value)}${after}`, pointer };
    return;
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  yield { text: `${indent}${before}${open}`, pointer };
  for (const [at, [key, token, item]] of members.entries())
    yield* linesOf(item, `${pointer}/${token}`, key, at < members.length - 1 ? ',' : '', depth + 1);
  yield { text: `${indent}${close}${after}`, pointer };
}

const isWithin = (pointer: string, member: string): boolean => pointer === member || pointer.startsWith(`${member}/`);

/** The member itself, or the nearest above it that is there. */
function markedIn(lines: readonly BodyLine[], wanted: string): string {
  let member = wanted;
  while (member !== '' && !lines.some(({ pointer }) => pointer === member))
    member = member.slice(0, Math.max(0, member.lastIndexOf('/')));
  return member;
}

/** Two members of one level stand under one pointer's lines, each with its own mark. */
function lineElement({ text, pointer }: BodyLine, member: string, isMarked: boolean): HTMLElement {
  const line = isMarked && isWithin(pointer, member) ? element('mark', {}, text) : element('span', {}, text);
  return element('span', { class: 'line' }, line, '\n');
}

function jsonOf(body: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

/** Lines of a JSON body; none where it is no JSON, or nested deeper than anything can be shown. */
function spread(body: string): readonly BodyLine[] {
  const json = jsonOf(body);
  try {
    return json === undefined ? [] : [...linesOf(json.value, '', '', '', 0)];
  } catch {
    return [];
  }
}

/** A body on lines of its own with the member marked that departs; where it is missing, with a note of it. */
export function markedBody(body: string, pointer?: string): HTMLElement {
  const lines = spread(body);
  if (lines.length === 0) return element('pre', { tabindex: '0' }, body === '' ? '(no body)' : body);
  const member = pointer === undefined ? '' : markedIn(lines, pointer);
  const isMarked = pointer !== undefined && pointer !== '' && (member !== '' || pointer === '');
  const isMissing = pointer !== undefined && pointer !== '' && member !== pointer;
  const note = isMissing
    ? element('p', { class: 'missing' }, '✕ missing here: ', element('code', {}, pointer))
    : undefined;
  const shown = lines.map((line) => lineElement(line, member, isMarked && !isMissing));
  return element('div', { class: 'body' }, note, element('pre', { tabindex: '0' }, shown));
}
