import type { FindingKind } from '../../finding.ts';
import { preview } from '../answer-body.ts';
import type { Departure } from '../check.ts';
import { stated } from '../grounds.ts';
import type { LegacyCheck } from './legacy-check.ts';
import type { SchemaFault } from './schema-faults.ts';

/** What a check makes of the places that it has to itself. */
interface MemberRule {
  readonly id: string;
  readonly summary: string;
  readonly places: readonly string[];
  readonly missing: FindingKind;
  /** Of a member that is there and breaks a keyword. */
  readonly wrong: FindingKind;
}

/** The places of which a departure has a name of its own; the schema says what is right there. */
const RULES: readonly MemberRule[] = [
  {
    id: 'legacy-ack',
    summary: 'Every answer is acknowledged by one of the four codes.',
    places: ['/responseEnvelope', '/responseEnvelope/ack'],
    missing: 'missing-ack',
    wrong: 'unknown-ack',
  },
  {
    id: 'legacy-correlation-id',
    summary: 'Every answer has a correlationId of 13 letters and digits.',
    places: ['/responseEnvelope/correlationId'],
    missing: 'missing-correlation-id',
    wrong: 'wrong-correlation-id',
  },
  {
    id: 'legacy-timestamp',
    summary: 'Every answer has a timestamp, an xs:dateTime with an offset.',
    places: ['/responseEnvelope/timestamp'],
    missing: 'missing-timestamp',
    wrong: 'wrong-timestamp',
  },
  {
    id: 'legacy-invoice',
    summary: 'A success carries the invoice: its id, its number and where it is shown.',
    places: ['/invoiceID', '/invoiceNumber', '/invoiceURL'],
    missing: 'missing-invoice',
    wrong: 'schema-violation',
  },
  {
    id: 'legacy-error',
    summary: 'A failure carries at least one error.',
    places: ['/error'],
    missing: 'missing-error',
    wrong: 'missing-error',
  },
  {
    id: 'legacy-error-id',
    summary: 'The errorId of an error has six digits.',
    places: ['/error/*/errorId'],
    missing: 'wrong-error-id',
    wrong: 'wrong-error-id',
  },
  {
    id: 'legacy-severity',
    summary: 'The severity of an error is a documented one.',
    places: ['/error/*/severity'],
    missing: 'wrong-severity',
    wrong: 'wrong-severity',
  },
  {
    id: 'legacy-category',
    summary: 'The category of an error is a documented one.',
    places: ['/error/*/category'],
    missing: 'wrong-category',
    wrong: 'wrong-category',
  },
  {
    id: 'legacy-domain',
    summary: 'An error says which domain it is of.',
    places: ['/error/*/domain'],
    missing: 'missing-domain',
    wrong: 'missing-domain',
  },
];

/** Judged by `legacy-message`, which knows what belongs to the code. */
const MESSAGE = '/error/*/message';

const isEmpty = (value: unknown): boolean => value === undefined || value === '';

function departure({ pointer, actual, wants, clause }: SchemaFault, kind: FindingKind): Departure {
  const shown = preview(actual);
  const explanation = `${pointer} is ${shown}; the contract wants ${actual === undefined ? 'it in every such answer' : wants}.`;
  return { ...stated(clause), kind, pointer, expected: wants, actual: shown, explanation };
}

const checkOf = ({ id, summary, places, missing, wrong }: MemberRule): LegacyCheck => ({
  id,
  summary,
  judge: ({ faults }) =>
    faults
      .filter(({ place }) => places.includes(place))
      .map((fault) => departure(fault, isEmpty(fault.actual) ? missing : wrong)),
});

/** One check for each place that has a kind of its own. */
export const memberChecks: readonly LegacyCheck[] = RULES.map(checkOf);

const OWNED: ReadonlySet<string> = new Set([...RULES.flatMap(({ places }) => places), MESSAGE]);

/** Whatever else departs from the schema. */
export const otherMembers: LegacyCheck = {
  id: 'legacy-schema',
  summary: 'The answer in normal form is valid against the schema of the message that it is.',
  judge: ({ faults }) =>
    faults.filter(({ place }) => !OWNED.has(place)).map((fault) => departure(fault, 'schema-violation')),
};
