import { type BaselineEntry, isExpired } from './baseline.ts';

/** What becomes of a baseline's entries: some take the place of others of their id, some are added. */
export interface BaselineChanges {
  readonly replaced: ReadonlyMap<string, BaselineEntry>;
  readonly added: readonly BaselineEntry[];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const termsOf = ({ reason, owner, expires, source }: BaselineEntry) => [reason, owner, expires, source];

/** One that is out of date is accepted anew, for all the scenarios that it and the new one name. */
function renewed(old: BaselineEntry, fresh: BaselineEntry): BaselineEntry {
  const { id, findings, scenarios } = old;
  const { reason, owner, date, expires, source } = fresh;
  const named = scenarios && [...scenarios, ...(fresh.scenarios ?? []).filter((one) => !scenarios.includes(one))];
  return {
    ...{ id, findings },
    ...(named && { scenarios: named }),
    ...{ reason, owner, date },
    ...(expires && { expires }),
    source,
  };
}

/** The same departure, accepted for the same reason, in more scenarios. */
const widened = (old: BaselineEntry, { scenarios = [] }: BaselineEntry): BaselineEntry => ({
  ...old,
  ...(old.scenarios && { scenarios: [...old.scenarios, ...scenarios.filter((one) => !old.scenarios?.includes(one))] }),
});

/** How new entries join those that are there on the day `today` (YYYY-MM-DD); whatever can stay as it is stays. */
export function mergeEntries(
  existing: readonly BaselineEntry[],
  fresh: readonly BaselineEntry[],
  today: string,
): BaselineChanges {
  const replaced = new Map<string, BaselineEntry>();
  const added: BaselineEntry[] = [];
  for (const entry of fresh) {
    const alike = existing.filter(({ id, findings }) => isSame(findings, entry.findings) && !replaced.has(id));
    const past = alike.find((old) => isExpired(old, today));
    const near = alike.find((old) => !isExpired(old, today) && isSame(termsOf(old), termsOf(entry)));
    if (past) replaced.set(past.id, renewed(past, entry));
    else if (near) replaced.set(near.id, widened(near, entry));
    else added.push(entry);
  }
  return { replaced, added };
}
