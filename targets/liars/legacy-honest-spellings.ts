import { isMessage, type LegacyMessage, type LegacyValue } from '../prism/legacy/legacy-message.ts';
import type { HonestVariant } from './honest-variant.ts';
import { anywhere, inResponse, rewritingMessage, rewritingText } from './legacy-rewrite.ts';

const reversed = (value: LegacyValue): LegacyValue => {
  if (typeof value === 'string') return value;
  if (!isMessage(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner ?? '')]),
  );
};

/** Every element in the namespace of the root. */
const qualified = (value: LegacyValue): LegacyValue => {
  if (typeof value === 'string') return value;
  if (!isMessage(value)) return value.map(qualified);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [`ns2:${name}`, qualified(inner ?? '')]));
};

/** Other spellings of the same legacy messages. */
export const legacySpellings: readonly HonestVariant[] = [
  {
    name: 'legacy-member-order',
    does: 'orders members of legacy messages the other way round',
    tell: rewritingMessage(anywhere, (message) => reversed(message) as LegacyMessage),
  },
  {
    name: 'legacy-qualified-children',
    does: 'puts every element of its XML in a namespace',
    tell: rewritingMessage(inResponse('XML', 'SOAP'), (message) => qualified(message) as LegacyMessage),
  },
  {
    name: 'legacy-default-namespace',
    does: 'writes its XML without prefixes',
    tell: rewritingText((text) =>
      text.startsWith('<?xml') ? text.replaceAll('ns2:', '').replaceAll('xmlns:ns2=', 'xmlns=') : text,
    ),
  },
  {
    name: 'legacy-indented',
    does: 'indents its legacy messages',
    tell: rewritingText((text) =>
      /^[<{]/.test(text) ? text.replaceAll('><', '>\n  <').replaceAll(',"', ', "') : text,
    ),
  },
  {
    name: 'legacy-character-references',
    does: 'writes its XML with character references, comments and attributes',
    tell: rewritingText((text) =>
      text.startsWith('<?xml')
        ? text.replaceAll('A draft', '&#65;<!-- sic --> d&#x72;aft').replaceAll('<error>', '<error xml:lang="en">')
        : text,
    ),
  },
  {
    name: 'legacy-numeric-ids',
    does: 'writes its error ids as numbers in JSON',
    tell: rewritingText((text) => text.replaceAll(/"errorId":"(\d+)"/g, '"errorId":$1')),
  },
  {
    name: 'legacy-percent-encoding',
    does: 'writes spaces in NV as %20, and brackets encoded',
    tell: rewritingText((text) =>
      text.startsWith('responseEnvelope.') ? text.replaceAll('+', '%20').replaceAll('(0)', '%280%29') : text,
    ),
  },
  {
    name: 'legacy-nv-order',
    does: 'writes the pairs of NV in the order of their names',
    tell: rewritingText((text) => (text.startsWith('responseEnvelope.') ? text.split('&').toSorted().join('&') : text)),
  },
];
