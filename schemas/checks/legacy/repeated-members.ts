import { pointerTo, valueAt } from '../../contract/clause.ts';
import { preview } from '../answer-body.ts';
import type { Departure } from '../check.ts';
import { stated } from '../grounds.ts';
import type { LegacyCheck } from './legacy-check.ts';

/** The answer is about the invoice that the request names. */
export const repeatedMembers: LegacyCheck = {
  id: 'legacy-invoice-id',
  summary: 'The invoiceID of a success is the one of the request.',
  judge: ({ message, request, contract }) =>
    contract.repeated.flatMap(({ path, ofRequest, clause }): Departure[] => {
      const pointer = pointerTo('', ...path);
      const [sent, answered] = [valueAt(request, pointerTo('', ofRequest)), valueAt(message, pointer)];
      if (typeof sent !== 'string' || typeof answered !== 'string' || answered === '' || sent === answered) return [];
      const [expected, actual] = [preview(sent), preview(answered)];
      const explanation = `The request names the invoice ${expected}; the answer speaks of ${actual}.`;
      return [{ ...stated(clause), kind: 'invoice-mismatch', pointer, expected, actual, explanation }];
    }),
};
