import { headerOf } from '../exchange.ts';
import { type CheckDefinition, NONE } from './check.ts';
import { stated } from './grounds.ts';

/** A media type without its parameters, in lower case (RFC 9110 §8.3.1). */
export const essenceOf = (mediaType: string): string => mediaType.replace(/;.*/s, '').trim().toLowerCase();

/** Whether a media type is JSON: `application/json`, or the suffix of RFC 6839 §3.1. */
export const isJson = (mediaType: string): boolean => /^application\/json$|\+json$/.test(essenceOf(mediaType));

function covers(documented: string, essence: string): boolean {
  const range = essenceOf(documented);
  return range === essence || range === '*/*' || (range.endsWith('/*') && essence.startsWith(range.slice(0, -1)));
}

/** The body has a media type that the contract documents for the status. Source: the keys of the response's `content`. */
export const mediaType: CheckDefinition = {
  id: 'media-type',
  summary: 'A body has the media type that the contract documents for its status; parameters are free.',
  judge: ({ status, contract, headers, text }) => {
    if (!contract || contract.mediaTypes.length === 0 || text === '') return NONE;
    const actual = headerOf(headers, 'content-type');
    const essence = essenceOf(actual ?? '');
    if (contract.mediaTypes.some((documented) => covers(documented, essence))) return NONE;
    const expected = contract.mediaTypes.join(' or ');
    return [
      {
        ...stated(contract.clause),
        kind: 'wrong-media-type',
        pointer: '',
        expected,
        actual: actual ?? 'absent',
        explanation: `The contract has ${expected} for a ${status}; the answer ${actual === undefined ? 'has no Content-Type' : `says ${actual}`}.`,
      },
    ];
  },
};
