import { KIND_PAGES } from './kind-pages.ts';
import { kindMarkdown } from './kind-text.ts';

/** The pages of all kinds as one document, which `docs/findings.md` holds. */
export function kindDocument(): string {
  const rows = KIND_PAGES.map(
    ([kind, { code, title }]) => `| [${code}](#${code.toLowerCase()}-${kind}) | \`${kind}\` | ${title} |`,
  );
  const pages = KIND_PAGES.map(
    ([kind, page]) => `## ${page.code} ${kind}\n\n*${page.title}.*\n\n${kindMarkdown(page)}`,
  );
  return [
    '# Kinds of findings',
    'Each way in which an answer, or a client under test, can depart from the contract has a permanent code, which every report names.',
    ['| code | kind | in one line |', '| --- | --- | --- |', ...rows].join('\n'),
    ...pages,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
