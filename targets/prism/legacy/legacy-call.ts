import type { TargetRequest } from '../../lie.ts';
import type { Books } from '../books.ts';
import type { LegacyFacts } from './decide-legacy.ts';
import { invoiceIdIn } from './decide-legacy.ts';
import { demandedFormats } from './demanded-formats.ts';
import { callerOf } from './known-merchants.ts';
import { legacyFormats } from './legacy-formats.ts';
import { isMessage, type LegacyMessage, listAt } from './legacy-message.ts';

/** What a legacy call says by itself: who calls, in which formats, and what. */
export type LegacyCall = Pick<LegacyFacts, 'caller' | 'formats' | 'said'> & {
  /** The invoice that it is about; empty where it names none. */
  readonly id: string;
};

/** Reads a call. What cannot be read is undefined in it. */
export function legacyCall(request: TargetRequest, { legacyMerchants }: Books): LegacyCall {
  const formats = demandedFormats(request);
  const read = legacyFormats[formats.request].read(request.text);
  const said = read && { ...read, message: withItems(read.message) };
  return { caller: callerOf(request, legacyMerchants), formats, said, id: invoiceIdIn(said) };
}

/** The call beside what is kept of its invoice. */
export const factsOf = (call: LegacyCall, { invoices, deleted, legacyFaults }: Books): LegacyFacts => ({
  ...call,
  invoice: invoices.get(call.id),
  isDeleted: deleted.has(call.id),
  armed: legacyFaults.get(call.id),
});

/** The message with `item` as a list: formats without lists write one item as if it were no list. */
const withItems = (message: LegacyMessage): LegacyMessage =>
  Object.fromEntries(
    Object.entries(message).map(([name, value]) => {
      if (name === 'item') return [name, listAt(message, name)];
      return [name, isMessage(value) ? withItems(value) : value];
    }),
  );
