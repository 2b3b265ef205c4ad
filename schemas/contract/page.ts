/** A line that opens or closes a fenced block (CommonMark §4.5), with what is said of it. */
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** How an OpenAPI document begins, in YAML or in JSON. */
const BEGINS = /^\s*(?:["']?openapi["']?\s*:|\{\s*(?:$|"openapi"))/;

/** Where the block that a fence opens on line `from` ends: at a fence as long, or with the page. */
function endOf(lines: readonly string[], from: number, fence: string): number {
  const end = lines.findIndex((line, at) => {
    const [, closing = '', rest = ''] = at > from ? (FENCE.exec(line) ?? []) : [];
    return closing.startsWith(fence) && rest.trim() === '';
  });
  return end < 0 ? lines.length : end;
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
  const [, fence = ''] = FENCE.exec(lines[at] ?? '') ?? [];
  return '\n'.repeat(at + 1) + lines.slice(at + 1, endOf(lines, at, fence)).join('\n');
}
