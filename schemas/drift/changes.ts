/**
 * What a difference means to those who rely on the contract: `breaking`, a caller or a client that was right can fail;
 * `widening`, more is possible; `tightening`, more is promised; `editorial`, nothing that can be checked.
 */
export type ChangeClass = 'breaking' | 'widening' | 'tightening' | 'editorial';

/** The classes, the one to be read first first. */
export const CHANGE_CLASSES: readonly ChangeClass[] = ['breaking', 'widening', 'tightening', 'editorial'];

/** Whom a promise binds: what is sent binds the caller, what is answered binds the service. */
export type Direction = 'request' | 'response';

/** What a kind of change means in one direction, and why. */
export interface Meaning {
  readonly class: ChangeClass;
  readonly reason: string;
}

const breaking = (reason: string): Meaning => ({ class: 'breaking', reason });
const widening = (reason: string): Meaning => ({ class: 'widening', reason });
const tightening = (reason: string): Meaning => ({ class: 'tightening', reason });
const editorial = (reason: string): Meaning => ({ class: 'editorial', reason });
const either = (meaning: Meaning) => ({ request: meaning, response: meaning });

const REFUSED = breaking('A request that was accepted may be refused.');
const STILL_ACCEPTED = widening('Every request that was accepted still is.');
const UNKNOWN = breaking('A client may meet an answer that the contract excluded.');
const STILL_KNOWN = tightening('Every answer that conforms now conformed before.');
const ONLY_TOLD = editorial('No validator sees it; where the prose obliges, read it.');

/** Every kind of change, and what it means in each direction. Permanent names. */
export const CHANGES = {
  narrowed: { request: REFUSED, response: STILL_KNOWN },
  widened: { request: STILL_ACCEPTED, response: UNKNOWN },
  changed: { request: REFUSED, response: UNKNOWN },
  'value-removed': { request: REFUSED, response: STILL_KNOWN },
  'value-added': { request: STILL_ACCEPTED, response: UNKNOWN },
  'alternative-removed': { request: REFUSED, response: STILL_KNOWN },
  'alternative-added': { request: STILL_ACCEPTED, response: UNKNOWN },
  'member-added': {
    request: widening('A caller may send it, and none has to.'),
    response: widening('A client may meet a member that was not described; the schema was open.'),
  },
  'member-removed': {
    request: breaking('What callers send there is described no longer: it may be ignored or refused.'),
    response: breaking('A client that reads it is promised nothing any more.'),
  },
  'header-added': either(widening('A client may meet a header that was not described.')),
  'header-removed': either(breaking('A client that reads it is promised nothing any more.')),
  'member-required': { request: REFUSED, response: tightening('An answer always has it now.') },
  'member-optional': {
    request: STILL_ACCEPTED,
    response: breaking('A client that reads it may find it absent.'),
  },
  'default-added': either(tightening('It is said now what an absent member means.')),
  'default-changed': either(breaking('An absent member means something else.')),
  'default-removed': either(breaking('It is said no longer what an absent member means.')),
  'told-otherwise': either(ONLY_TOLD),
  'status-added': either(breaking('A client may meet a status that was not documented.')),
  'status-named': either(tightening('A status that default, or a range, covered is documented by itself.')),
  'status-redefined': either(breaking('A status that default, or a range, covered promises something else now.')),
  'status-removed': either(tightening('A failure less to expect.')),
  'status-unnamed': either(breaking('A status is covered by default, or a range, only: less is promised of it.')),
  'success-removed': either(breaking('What callers took for success is documented no longer.')),
  'media-type-added': {
    request: STILL_ACCEPTED,
    response: breaking('A client may meet a media type that was not documented.'),
  },
  'media-type-removed': {
    request: REFUSED,
    response: breaking('A client that reads it is promised nothing any more.'),
  },
  'parameter-added': either(widening('A caller may send it, and none has to.')),
  'parameter-demanded': either(breaking('A request without it was complete, and may be refused.')),
  'parameter-optional': either(STILL_ACCEPTED),
  'parameter-removed': either(
    breaking('What callers send there is described no longer: it may be ignored or refused.'),
  ),
  'body-added': either(widening('A caller may send a body, and none has to.')),
  'body-demanded': either(breaking('A request without a body was complete, and may be refused.')),
  'body-optional': either(STILL_ACCEPTED),
  'body-removed': either(breaking('A body is described no longer: it may be ignored or refused.')),
  'access-demanded': either(breaking('A caller has to show more than before.')),
  'access-eased': either(widening('A caller has to show less than before.')),
  'access-changed': either(breaking('Credentials are obtained or shown in another way.')),
  'access-added': either(widening('A caller may show who it is in one more way.')),
  'access-removed': either(breaking('A caller that shows who it is in that way may be refused.')),
  'address-changed': either(breaking('Nothing is promised of the old method and path any more.')),
  'server-added': either(widening('The service is reached in one more way.')),
  'server-removed': either(breaking('Nothing is promised of the old address any more.')),
  'operation-added': either(widening('There is one operation more.')),
  'operation-removed': either(breaking('Nothing is promised of the operation any more.')),
} as const satisfies Readonly<Record<string, Readonly<Record<Direction, Meaning>>>>;

/** The name of a kind of change. */
export type ChangeKind = keyof typeof CHANGES;

/** The other way round: what is forbidden by a `not` is widened where the `not` is narrowed. */
export const OPPOSITE: Readonly<Partial<Record<ChangeKind, ChangeKind>>> = {
  narrowed: 'widened',
  widened: 'narrowed',
  'value-removed': 'value-added',
  'value-added': 'value-removed',
  'alternative-removed': 'alternative-added',
  'alternative-added': 'alternative-removed',
  'member-required': 'member-optional',
  'member-optional': 'member-required',
};
