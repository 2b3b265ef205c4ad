import { inertLines } from '../inert-text.ts';

/** Markup that is safe as it stands: made by `html` alone. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: texts are escaped, lists joined, nothing where there is nothing. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text between tags or in a quoted attribute; what would act is written out. */
export const escaped = (text: string): string =>
  inertLines(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

function markupOf(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(markupOf).join('');
}

/** A template of markup: whatever is put in is escaped, unless it is markup itself. */
export const html = (texts: TemplateStringsArray, ...contents: readonly Content[]): Markup => ({
  markup: texts.map((text, at) => text + markupOf(contents[at])).join(''),
});
