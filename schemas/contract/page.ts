/** A line that opens or closes a fenced block (CommonMark §4.5), with what is said of it. */
const FENCE = /^ {0,3}(`{3,}|~{3,}).*$/;

/** How an OpenAPI document begins, in YAML or in JSON. */
const BEGINS = /^\s*(?:["']?openapi["']?\s*:|\{\s*(?:$|"openapi"))/;

/** The lines that a fence opens: up to another that is at least as long, or to the end of the page. */
function fencedBy(fence: string, lines: readonly string[]): readonly string[] {
  const closing = new RegExp(`^ {0,3}${fence}+\\s*$`);
  const end = lines.findIndex((line) => closing.test(line));
  return end === -1 ? lines : lines.slice(0, end);
}

/**
 * The OpenAPI document in a text: the text itself, or of a documentation page the first fenced block that begins as
 * one. What stands before it becomes empty lines, so that lines are counted as in the page.
 */
export function documentIn(text: string): string {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line, index) => FENCE.test(line) && BEGINS.test(lines[index + 1] ?? ''));
  const isPage = at >= 0 && !lines.slice(0, at).some((line) => /^["']?openapi["']?\s*:/.test(line));
  if (!isPage) return text;
  const fence = (lines[at] as string).replace(FENCE, '$1');
  return '\n'.repeat(at + 1) + fencedBy(fence, lines.slice(at + 1)).join('\n');
}
