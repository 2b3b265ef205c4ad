import type { KindPage } from './kind-page.ts';
import { pageFor } from './kind-pages.ts';

/** Where the pages of all kinds stand, for a person. */
export const KIND_DOCUMENT = 'docs/findings.md';

/** A page as plain paragraphs. */
export const kindText = ({ means, matters, mend }: KindPage): string =>
  [means, `Why it matters: ${matters}`, `How to mend it: ${mend}`].join('\n\n');

const example = ({ departs, conforms }: NonNullable<KindPage['example']>): readonly string[] => [
  'It departs:',
  `\`\`\`text\n${departs}\n\`\`\``,
  'It conforms:',
  `\`\`\`text\n${conforms}\n\`\`\``,
];

/** A page as Markdown, without its heading. */
export const kindMarkdown = ({ means, matters, mend, example: shown }: KindPage): string =>
  [means, `**Why it matters.** ${matters}`, `**How to mend it.** ${mend}`, ...(shown ? example(shown) : [])].join(
    '\n\n',
  );

/** One line that says what a kind means and where it is explained; none of a kind that this version does not know. */
export function kindLine(kind: string): readonly string[] {
  const page = pageFor(kind);
  return page === undefined ? [] : [`${page.code}: ${page.title} (${KIND_DOCUMENT})`];
}
