import type { ComparedAnswer } from './compared-answer.ts';

/** In what an answer of the mock can differ from one of the service. */
export type FidelityAspect = 'answers' | 'status' | 'name' | 'issues' | 'headers' | 'members' | 'values' | 'state';

/** One difference between the mock and the service, in one scenario. */
export interface FidelityDifference {
  readonly aspect: FidelityAspect;
  /** Which answer of the operation under test, from 0; null where it is not about one. */
  readonly answer: number | null;
  readonly mock: string;
  readonly service: string;
}

type Pair = readonly [mock: string, service: string];

const listText = (items: Iterable<string>): string => [...items].join(', ') || 'none';

/** What only one of two has, on either side. */
const onlyIn = (mock: Iterable<string>, service: Iterable<string>): readonly [string[], string[]] => {
  const [ours, theirs] = [new Set(mock), new Set(service)];
  return [[...ours].filter((one) => !theirs.has(one)), [...theirs].filter((one) => !ours.has(one))];
};

/** Members that stand alone on one side; what stands below such a one goes without saying. */
function memberPair(mock: ComparedAnswer, service: ComparedAnswer): Pair {
  const [ours, theirs] = onlyIn(mock.members.keys(), service.members.keys());
  const roots = (places: readonly string[]): readonly string[] =>
    places.filter((place) => !places.some((other) => place.startsWith(`${other}/`)));
  return [listText(roots(ours)), listText(roots(theirs))];
}

/** Members whose values are compared by themselves: name and issues of an error, acknowledgment and codes of a legacy answer. */
const SAID: ReadonlySet<string> = new Set(['/name', '/details/*/issue', '/responseEnvelope/ack', '/error/*/errorId']);

/** Members that both have, with other values. */
function valuePairs(mock: ComparedAnswer, service: ComparedAnswer): readonly Pair[] {
  return [...mock.members].flatMap(([place, values]): readonly Pair[] => {
    const others = service.members.get(place);
    if (others === undefined || SAID.has(place)) return [];
    const [ours, theirs] = onlyIn(values, others);
    if (ours.length + theirs.length === 0) return [];
    return [[`${place} ${listText(values)}`, `${place} ${listText(others)}`]];
  });
}

/** In what two answers to one request differ. Bodies of different statuses are not held against each other. */
export function answerDifferences(
  mock: ComparedAnswer,
  service: ComparedAnswer,
  answer: number,
): readonly FidelityDifference[] {
  const pairs: readonly (readonly [FidelityAspect, Pair])[] = [
    ['status', [String(mock.status), String(service.status)]],
    ['name', [mock.name, service.name]],
    ['issues', [listText(mock.issues), listText(service.issues)]],
    ['headers', [listText(mock.headers), listText(service.headers)]],
  ];
  const bodies: readonly (readonly [FidelityAspect, Pair])[] =
    mock.status === service.status
      ? [
          ['members', memberPair(mock, service)],
          ...valuePairs(mock, service).map((pair) => ['values', pair] as const),
          ['values', [mock.text, service.text]],
        ]
      : [];
  return [...pairs, ...bodies]
    .filter(([, [ours, theirs]]) => ours !== theirs)
    .map(([aspect, [ours, theirs]]) => ({ aspect, answer, mock: ours, service: theirs }));
}
