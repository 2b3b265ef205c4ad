import type { Lie } from '../lie.ts';
import type { LiesAgainst } from './lies-against.ts';
import { answering, onStatus, rewritingDetail, type Where, withBody } from './rewrite.ts';

/** Statuses of each class that the contract may leave out, beside those it has. */
const ANY_STATUS = [200, 201, 418, 451, 501, 505];

/** Statuses by which a service says that it is busy or away: they tell nothing of the contract, so they are no lie about it. */
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

const classOf = (status: number): number => Math.floor(status / 100);

/** Bodies that a `default` of alternatives refuses: by their type, by every name, and because every alternative takes them. */
const ODD_BODIES = [[], { name: 'NAMED_BY_NO_ALTERNATIVE' }, {}];

/** Another status number with the same body; of `default`, a body that not exactly one of its alternatives takes. */
export const liesAgainstStatus: LiesAgainst = ({ statuses }, operation) => {
  const [status] = statuses ?? [];
  if (status !== undefined)
    return [...operation.statuses, ...ANY_STATUS]
      .filter((other) => other !== status && classOf(other) === classOf(status) && !BUSY.has(other))
      .map((other) => answering(onStatus(status), (answer) => ({ ...answer, status: other })));
  const isDefault: Where = ({ decision }) => operation.statusContract(decision.status)?.listed === false;
  return ODD_BODIES.filter((body) => operation.statusContract(0)?.validate?.(body) === false).map((body) =>
    answering(isDefault, (answer) => withBody(answer, JSON.stringify(body))),
  );
};

/** Another documented issue of the status, with its description, or an unlisted one, where this one is due. */
export const liesAgainstIssue: LiesAgainst = ({ id, statuses = [] }, operation): readonly Lie[] => {
  const issue = id.split('/').at(-1);
  const issues = statuses.flatMap((status) => [...(operation.statusContract(status)?.issues.values() ?? [])]);
  const others = issues.filter((other) => other.issue !== issue);
  const replacements = [
    ...others.map((other) => ({ issue: other.issue, description: other.descriptions[0] })),
    { issue: `${issue}_NOT_LISTED` },
  ];
  return replacements.map((replacement) =>
    rewritingDetail(onStatus(...statuses), (detail) =>
      detail.issue === issue ? { ...detail, ...replacement } : detail,
    ),
  );
};
