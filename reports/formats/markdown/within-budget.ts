import { counted } from '../../summary/columns.ts';
import type { Section } from './section.ts';

/** Kept free for each section's title and for what it has to say of what is left out, in bytes. */
const RESERVED = 400;

const paragraph = (text: string): string => `${text}\n\n`;

/** What stands before, and then as many blocks of each section as `bytes` hold; the others are counted where they would stand. */
export function* withinBudget(sections: readonly Section[], bytes: number): Generator<string> {
  let left = bytes - sections.length * RESERVED;
  for (const { title, noun, blocks } of sections) {
    if (blocks.length === 0) continue;
    yield paragraph(title);
    let shown = 0;
    for (const make of blocks) {
      const text = paragraph(make());
      const size = Buffer.byteLength(text);
      if (size > left) break;
      left -= size;
      shown += 1;
      yield text;
    }
    const rest = blocks.length - shown;
    if (rest > 0) {
      yield paragraph(
        `**${counted(rest, `more ${noun}`)} left out**: this page ends below 1 MiB, and \`run.json\` has all.`,
      );
    }
  }
}
