import type { ScenarioRecord } from '../run-record.ts';
import { grouped } from '../summary/columns.ts';
import { LEGACY_NOTES, type ParityNote, REST_NOTES } from './parity-notes.ts';
import type { ParityRow, ParitySide, ParityStanding } from './parity-row.ts';

/** The operations of the two systems. */
const LEGACY = 'CancelInvoice';
const REST = 'invoices.cancel';

/** The same case in both systems. */
interface Pair {
  readonly title: string;
  readonly legacy: ScenarioRecord;
  readonly rest: ScenarioRecord;
}

const sideOf = ({ id, verdict, answer }: ScenarioRecord): ParitySide => ({
  scenario: id,
  verdict,
  status: answer?.status ?? null,
  code: answer?.code ?? null,
});

/** What a legacy answer names, or `Success`; empty where there is none. */
const legacyKey = ({ answer }: ScenarioRecord): string => (answer === undefined ? '' : (answer.code ?? 'Success'));

/** Status and issue; empty where there is no answer. */
const restKey = ({ answer }: ScenarioRecord): string => [answer?.status, answer?.code].filter(Boolean).join(' ');

function standingOf(pairs: readonly Pair[]): ParityStanding {
  const verdicts = pairs.flatMap(({ legacy, rest }) => [legacy.verdict, rest.verdict]);
  if (verdicts.includes('fail')) return 'departs';
  return verdicts.every((verdict) => verdict === 'pass') ? 'verified' : 'unknown';
}

const noteOf = ({ note, nearest }: Partial<ParityNote> = {}): Pick<ParityRow, 'note' | 'nearest'> => ({
  ...(nearest !== undefined && { nearest }),
  ...(note !== undefined && { note }),
});

function pairsIn(scenarios: readonly ScenarioRecord[]): readonly Pair[] {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  return scenarios.flatMap((legacy) => {
    const rest = legacy.operation === LEGACY && legacy.twin !== undefined ? byId.get(legacy.twin) : undefined;
    return rest === undefined ? [] : [{ title: rest.title, legacy, rest }];
  });
}

/** One row for all pairs that are answered alike. */
function pairedRow(pairs: readonly [Pair, ...Pair[]]): ParityRow {
  const [{ legacy, rest }] = pairs;
  const { note } = LEGACY_NOTES[legacyKey(legacy)] ?? {};
  const titles = [...new Set(pairs.map(({ title }) => title))];
  return {
    titles,
    legacy: sideOf(legacy),
    rest: sideOf(rest),
    standing: standingOf(pairs),
    ...(note !== undefined && { note }),
  };
}

const orderOf = ({ rest, legacy }: ParityRow): string => `${rest?.status ?? 999} ${rest?.code} ${legacy?.code}`;

/** By REST status and issue: the order of a run depends on how fast it was. */
const byAnswer = (a: ParityRow, b: ParityRow): number => (orderOf(a) < orderOf(b) ? -1 : 1);

/** Whether a scenario has an answer to show, by a word of the contract. */
const isShown = ({ answer, origin, gap, verdict }: ScenarioRecord): boolean =>
  answer !== undefined && origin !== 'undefined' && origin !== 'simulator' && gap === undefined && verdict === 'pass';

/** Rows of answers that no pair has shown, one for each. */
function oneSided(
  scenarios: readonly ScenarioRecord[],
  keyOf: (scenario: ScenarioRecord) => string,
  known: ReadonlySet<string>,
  rowOf: (side: ParitySide, key: string) => Omit<ParityRow, 'titles'>,
): readonly ParityRow[] {
  const left = scenarios.filter((scenario) => isShown(scenario) && !known.has(keyOf(scenario)));
  return [...grouped(left, keyOf)].flatMap(([key, [first]]) =>
    first === undefined ? [] : [{ titles: [first.title], ...rowOf(sideOf(first), key) }],
  );
}

/**
 * Legacy code against REST status and issue, from the scenarios of one run: what the same case was answered with in both
 * systems, then what only one of them can express. Empty where the legacy system answered nothing.
 */
export function parityOf(scenarios: readonly ScenarioRecord[]): readonly ParityRow[] {
  const legacy = scenarios.filter(({ operation }) => operation === LEGACY);
  if (!legacy.some(({ answer }) => answer !== undefined)) return [];
  const pairs = pairsIn(scenarios);
  const known = (keyOf: (scenario: ScenarioRecord) => string, side: 'legacy' | 'rest') =>
    new Set(pairs.map((pair) => keyOf(pair[side])));
  const rows = [...grouped(pairs, (pair) => `${legacyKey(pair.legacy)} ${restKey(pair.rest)}`).values()];
  const paired = rows.flatMap(([first, ...more]) => (first === undefined ? [] : [pairedRow([first, ...more])]));
  return [
    ...paired.toSorted(byAnswer),
    ...oneSided(legacy, legacyKey, known(legacyKey, 'legacy'), (side, key) => ({
      legacy: side,
      rest: null,
      standing: 'legacy-only',
      ...noteOf(LEGACY_NOTES[key]),
    })),
    ...oneSided(
      scenarios.filter(({ operation }) => operation === REST),
      restKey,
      known(restKey, 'rest'),
      (side, key) => ({ legacy: null, rest: side, standing: 'rest-only', ...noteOf(REST_NOTES[key]) }),
    ),
  ];
}
