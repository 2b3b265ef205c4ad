/** Longest local part and longest domain label, in characters: RFC 5321 §4.5.3.1.1 and RFC 1035 §2.3.4. */
const MAX_LOCAL = 64;
const MAX_LABEL = 63;

/** Reserved for documentation (RFC 2606): no mail to it can reach a person. */
const DOMAIN = 'example.com';

/** The nth of a series of distinct addresses that can never reach a person. */
export const addressNumber = (n: number): string => `cc-${String(n).padStart(3, '0')}@${DOMAIN}`;

/** An address of exactly `length` characters at a reserved domain; undefined where none is so short. */
export function addressOfLength(length: number): string | undefined {
  const room = length - `@${DOMAIN}`.length;
  if (room < 1) return undefined;
  const labels = Math.ceil(room / MAX_LOCAL) - 1;
  const local = room - labels * (MAX_LABEL + 1);
  return `${'a'.repeat(local)}@${`${'d'.repeat(MAX_LABEL)}.`.repeat(labels)}${DOMAIN}`;
}

/** An address with a noteworthy shape. */
export interface NotableAddress {
  readonly label: string;
  readonly title: string;
  readonly address: string;
  /** What the contract's prose says against an address that its schema accepts. */
  readonly proseAgainst?: string;
}

/** Addresses that implementations get wrong; whether each is accepted is for the schema to say. */
export const NOTABLE_ADDRESSES: readonly NotableAddress[] = [
  { label: 'local-64', title: 'a local part of 64 characters', address: `${'a'.repeat(64)}@${DOMAIN}` },
  {
    label: 'local-65',
    title: 'a local part of 65 characters',
    address: `${'a'.repeat(65)}@${DOMAIN}`,
    proseAgainst: 'Up to 64 characters are allowed before the @ sign.',
  },
  { label: 'non-ascii', title: 'letters outside ASCII', address: `jos\u00e9@${DOMAIN}` },
  { label: 'ip-literal', title: 'an IP address (reserved for documentation) as its domain', address: 'cc@[192.0.2.1]' },
  { label: 'quoted', title: 'a quoted local part', address: `"c.c"@${DOMAIN}` },
  { label: 'plus', title: 'a plus sign in the local part', address: `cc+1@${DOMAIN}` },
  { label: 'no-at', title: 'no @', address: `cc.${DOMAIN}` },
  { label: 'two-ats', title: 'two @', address: `cc@cc@${DOMAIN}` },
  { label: 'no-domain', title: 'nothing after the @', address: 'cc@' },
  { label: 'no-dot', title: 'a domain without a dot', address: 'cc@example' },
  { label: 'white-space', title: 'a space in the local part', address: `c c@${DOMAIN}` },
];
