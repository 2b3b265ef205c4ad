import type { BoundaryCase } from '../../schemas/boundaries/boundary-case.ts';
import { boundaryCases } from '../../schemas/boundaries/boundary-cases.ts';
import { refusalOf } from '../../schemas/boundaries/refusal.ts';
import { type ShapeCase, shapeCases } from '../../schemas/boundaries/request-shape.ts';
import { valueAt } from '../../schemas/contract/clause.ts';
import type { LegacyBinding, ScenarioLiteral } from '../define-scenarios.ts';
import { refusedBy } from '../legacy/outcomes.ts';
import type { Given } from '../scenario.ts';
import { cancelObligations, cancelOperation } from './cancel-contract.ts';

/** Names by which people know a derived case. */
const TITLES: Readonly<Record<string, string>> = {
  'note.length-4001': 'oversized note',
  'additional_recipients.items-101': '101 CC emails',
};

/** What derived cases are in the legacy system: a boolean that is none. */
const LEGACY: Readonly<Record<string, LegacyBinding>> = {
  'send_to_recipient.string': {
    title: 'sendPayerNotification that is no boolean',
    when: { message: { sendPayerNotification: 'maybe' } },
    expected: refusedBy('580022'),
    claims: ['code/580022', 'request/sendPayerNotification/enum', 'ack/Failure'],
  },
  'send_to_invoicer.string': {
    title: 'sendCopyToMerchant that is no boolean',
    when: { message: { sendCopyToMerchant: 'maybe' } },
    expected: refusedBy('580022'),
    claims: ['code/580022', 'request/sendCopyToMerchant/enum', 'ack/Failure'],
  },
};

/** Refused requests share one invoice as long as its state is proven unchanged. */
const SHARED: Given = { state: 'SENT', shared: true };

/** The CC addresses of an accepted request stand on the invoice already: the prose takes no others. */
function givenFor(instance: unknown): Given {
  const recipients = valueAt(instance, '/additional_recipients');
  return Array.isArray(recipients) && recipients.length > 0 ? { state: 'SENT', recipients } : { state: 'SENT' };
}

/** What the prose demands of the details of a client's fault: shown wherever the fault has a documented issue. */
const DETAILED = ['prose/response/error_details', 'prose/response/error_details/field'];

const named = (id: string, title: string) => ({
  id: `cancel.request.${id}`,
  title: TITLES[id] ?? title,
  ...(LEGACY[id] && { legacy: LEGACY[id] }),
});
const claimsOf = (first: string, obligations: readonly string[]): [string, ...string[]] => [
  first,
  ...obligations.filter((id) => id !== first),
];

function acceptedCase({ id, title, instance, obligations, proseAgainst }: BoundaryCase): ScenarioLiteral {
  const base = { ...named(id, title), given: givenFor(instance), when: { body: instance } };
  if (proseAgainst === undefined)
    return { ...base, expected: { status: 204 }, claims: claimsOf('status/204', obligations) };
  return {
    ...base,
    expected: { status: [204, 400] },
    claims: ['status/204'],
    origin: 'undefined',
    gap: `the schema accepts it, the prose says: ${proseAgainst}`,
  };
}

/** A refusal shows a keyword only where no other one refuses as well. */
function refusedCase({ id, title, instance, broken, refusedBy, pointer, value }: BoundaryCase): ScenarioLiteral {
  const { status, issue, gap } = refusalOf(cancelOperation, refusedBy);
  const fault =
    issue === undefined
      ? {}
      : { issue, field: pointer, location: 'body' as const, ...(typeof value === 'string' ? { value } : {}) };
  return {
    ...named(id, title),
    given: SHARED,
    when: { body: instance },
    expected: { status, ...fault },
    claims: claimsOf(issue === undefined ? 'status/400' : `issue/400/${issue}`, [
      'status/400',
      ...(refusedBy.length === 1 ? broken : []),
      ...(issue === undefined ? [] : DETAILED),
    ]),
    ...(gap === undefined ? {} : { gap }),
  };
}

function shapeCase({ id, title, text, mediaType, obligations, refusal }: ShapeCase): ScenarioLiteral {
  const [first = 'status/204', ...rest] = obligations;
  return {
    ...named(id, title),
    given: refusal ? SHARED : { state: 'SENT' },
    when: { text, mediaType },
    expected: { status: refusal?.status ?? 204, ...(refusal?.issue === undefined ? {} : { issue: refusal.issue }) },
    claims: [first, ...rest],
    ...(refusal?.gap === undefined ? {} : { gap: refusal.gap }),
  };
}

/** What the schema leaves open and no keyword has a boundary for. */
const openScenarios = [
  {
    id: 'cancel.request.unknown-member',
    title: 'a member that the contract does not know',
    given: { state: 'SENT' },
    when: { body: { x_unknown: 'x' } },
    expected: { status: [204, 400] },
    claims: ['status/204'],
    origin: 'undefined',
    gap: 'the request schema is open, and nothing says whether an unknown member is refused',
  },
  {
    id: 'cancel.request.unassociated-recipient',
    title: 'a CC address that does not stand on the invoice',
    given: { state: 'SENT' },
    when: { body: { additional_recipients: ['stranger@example.com'] } },
    expected: { status: [204, 400, 422] },
    claims: ['status/204'],
    origin: 'undefined',
    gap: 'the prose takes only addresses of the invoice, and no issue is documented for others',
  },
] as const satisfies readonly ScenarioLiteral[];

const { requestBody, spec } = cancelOperation;

/** Every boundary of the request, derived from its schema. */
export const requestBoundaries = requestBody
  ? boundaryCases({
      spec,
      schemaPointer: requestBody.schemaPointer,
      validate: requestBody.validate,
      obligations: cancelObligations.obligations.filter(({ group }) => group === 'request'),
      root: 'body',
    })
  : { cases: [], oneSided: [] };

/** The request: every boundary case on both sides, and every way in which it can be wrong as a whole. */
export const requestScenarios: readonly ScenarioLiteral[] = [
  ...requestBoundaries.cases.map((one) => (one.accepted ? acceptedCase(one) : refusedCase(one))),
  ...shapeCases(cancelOperation).map(shapeCase),
  ...openScenarios,
];
