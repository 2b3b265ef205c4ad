import type { Operation } from '../../schemas/contract/operation.ts';
import type { DerivedLie } from './derived-lie.ts';
import { answering, onIssue, onStatus, rewritingDetail } from './rewrite.ts';

/** Statuses by which a service says that it is busy or away: they tell nothing of the contract. */
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** The example of a status: of its first issue, or called like its error; null where there is no body. */
function exampleOf(operation: Operation, status: number): string | null {
  const contract = operation.statusContract(status);
  return contract?.issues.keys().next().value ?? contract?.names[0] ?? null;
}

/** One status where another is due: its whole answer, and its number alone. */
function statusFor(due: number, other: number, operation: Operation): DerivedLie[] {
  const where = onStatus(due);
  const whole = { status: other, example: exampleOf(operation, other) };
  const base = {
    group: 'pair of statuses',
    contract: BUSY.has(other) ? ('away' as const) : ('broken' as const),
    provokedBy: { status: due },
  };
  return [
    {
      ...base,
      name: `${other} for ${due}`,
      tell: { decide: (context) => (where(context) ? whole : context.decision) },
    },
    {
      ...base,
      name: `${other} for ${due}, with its body`,
      tell: answering(where, (answer) => ({ ...answer, status: other })),
    },
  ];
}

/** Every documented status in the place of every other. */
const statusPairs = (operation: Operation): DerivedLie[] =>
  operation.statuses.flatMap((due) =>
    operation.statuses.filter((other) => other !== due).flatMap((other) => statusFor(due, other, operation)),
  );

interface Known {
  readonly status: number;
  readonly issue: string;
  readonly description: string | undefined;
}

const issuesOf = ({ statuses, statusContract }: Operation): Known[] =>
  statuses.flatMap((status) =>
    [...(statusContract(status)?.issues.values() ?? [])].map(({ issue, descriptions: [description] }) => ({
      status,
      issue,
      description,
    })),
  );

/** Every documented issue in the place of every other, with its description and without, and its description alone. */
function issuePairs(operation: Operation): DerivedLie[] {
  const known = issuesOf(operation);
  const pairs = known.flatMap((due) => known.filter((other) => other !== due).map((other) => ({ due, other })));
  return pairs.flatMap(({ due, other: { issue, description } }) => {
    const changes = [
      { name: `${issue} for ${due.issue}`, change: { issue, description } },
      { name: `${issue} for ${due.issue}, with its description`, change: { issue } },
      { name: `the description of ${issue} for that of ${due.issue}`, change: { description } },
    ];
    return changes.map(
      ({ name, change }): DerivedLie => ({
        name,
        group: 'pair of issues',
        contract: 'broken',
        provokedBy: { status: due.status, issue: due.issue },
        tell: rewritingDetail(onIssue(due.issue), (detail) => ({ ...detail, ...change })),
      }),
    );
  });
}

/** Every pair of statuses and of issues that the contract documents, one in the other's place, both ways. */
export const liesAboutPairs = (operation: Operation): readonly DerivedLie[] => [
  ...statusPairs(operation),
  ...issuePairs(operation),
];
