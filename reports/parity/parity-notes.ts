/** What is known of an answer on one side beyond what a run shows. */
export interface ParityNote {
  readonly nearest?: string;
  readonly note: string;
}

/** Of errors of the legacy system, by their code. */
export const LEGACY_NOTES: Readonly<Record<string, ParityNote>> = {
  '520009': { nearest: '403', note: 'REST documents no answer of its own for a restricted account.' },
  '550026': {
    nearest: '403 PERMISSION_DENIED',
    note: 'REST knows no partners: whoever may not touch an invoice is refused in the same words.',
  },
  '570058': { nearest: '401', note: 'An unconfirmed account has no client that REST would give a token to.' },
  '571001': { note: 'REST does not tell an invoice that was deleted from one that never was.' },
  '580022': { note: 'One code for every fault of the request; REST names the member, and the issue where it has one.' },
};

/** Of answers of REST, by status and issue. */
export const REST_NOTES: Readonly<Record<string, ParityNote>> = {
  '400 INVALID_ARRAY_MAX_ITEMS': { nearest: '580022', note: 'A legacy cancel has no list of recipients.' },
  '400 INVALID_STRING_MAX_LENGTH': { nearest: '580022', note: 'The legacy page documents no limit of a text.' },
  '403 PERMISSION_DENIED': { nearest: '550027', note: 'A legacy call has no scope that could be missing.' },
  '422 CANNOT_CANCEL_SCHEDULED_INVOICE': { note: 'The legacy system has no scheduled invoices.' },
};
