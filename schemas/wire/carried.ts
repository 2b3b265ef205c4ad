import { SuiteError } from '../contract/suite-error.ts';
import type { WireFormat } from './codec.ts';
import { isList, type Message } from './message.ts';
import type { Part, Restriction } from './restrictions.ts';

function inner({ name, value, depth }: Part): readonly Part[] {
  if (typeof value === 'string') return [];
  const at = depth + 1;
  return isList(value)
    ? value.map((item) => ({ name, value: item, isItem: true, depth: at }))
    : Object.entries(value).map(([member, held]) => ({ name: member, value: held, isItem: false, depth: at }));
}

/** Throws a USAGE error for the first part of a message that a format would not carry as it is. */
export function assertCarried(
  format: WireFormat,
  root: string,
  message: Message,
  restrictions: readonly Restriction[],
): void {
  const parts: Part[] = [{ name: root, value: message, isItem: false, depth: 0 }];
  for (const part of parts) {
    const broken = restrictions.find(({ forbids }) => forbids(part));
    if (broken)
      throw new SuiteError('USAGE', `${format} cannot carry ${JSON.stringify(part.name)}: ${broken.why}`, {
        hint: 'Change the message, or send it in a format that can carry it.',
      });
    parts.push(...inner(part));
  }
}
