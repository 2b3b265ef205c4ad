import type { Judged } from './check.ts';

/** Whether a JSON value is an object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A member of a JSON object; undefined for what is no object and for what only every object inherits. */
export const memberOf = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

const NO_ITEMS: readonly unknown[] = [];

/** The items of an array member; none where it is absent or no array. */
export function itemsOf(value: unknown, name: string): readonly unknown[] {
  const items = memberOf(value, name);
  return Array.isArray(items) ? items : NO_ITEMS;
}

/** One item of `details` that names an issue. */
export interface NamedIssue {
  readonly issue: string;
  readonly detail: unknown;
  /** Among the items of `details`, from 0. */
  readonly index: number;
}

/** The items of `details` that name an issue, in their order; one whose `issue` is no text is the schema's to judge. */
export function namedIssues(body: unknown): readonly NamedIssue[] {
  const named: NamedIssue[] = [];
  for (const [index, detail] of itemsOf(body, 'details').entries()) {
    const issue = memberOf(detail, 'issue');
    if (typeof issue === 'string') named.push({ issue, detail, index });
  }
  return named;
}

/** Longest text of a value that a finding repeats, in UTF-16 units: ours. */
const PREVIEW_LENGTH = 120;

/** JSON is written by recursion, which a body of a hundred thousand brackets outruns although it can be read. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return 'a value nested too deeply to be shown';
  }
}

/** A value as JSON, shortened so that a person can read on; `absent` for what is not there. */
export function preview(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = textOf(value);
  return text.length <= PREVIEW_LENGTH ? text : `${text.slice(0, PREVIEW_LENGTH)}…`;
}

/** A text of a server's, its control characters escaped: printed as they are, they would command the terminal. */
export const printable = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What an answer calls itself: its `name` and the issues it lists, or the `error` of an OAuth answer. */
export function selfDescription({ body, issues: named }: Pick<Judged, 'body' | 'issues'>): string {
  const name = memberOf(body, 'name') ?? memberOf(body, 'error');
  const issues = named.slice(0, 3).map(({ issue }) => issue.slice(0, PREVIEW_LENGTH));
  const title = typeof name === 'string' ? name.slice(0, PREVIEW_LENGTH) : '';
  return printable([title, issues.length > 0 ? `(${issues.join(', ')})` : ''].filter((part) => part !== '').join(' '));
}
