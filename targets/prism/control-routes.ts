import type { TargetAnswer, TargetRequest } from '../lie.ts';
import type { Desk, Route } from './route.ts';
import type { SpecialKind } from './tokens.ts';
import { jsonAnswer } from './wire.ts';

/** What a test asks the director itself, not the service: faults and tokens out of the ordinary. */
export const controlRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/_director\/faults$/,
    async answer(request, _, { books, contract }) {
      const { invoice_id: id, status } = bodyOf(request);
      const { examples } = await contract();
      if (typeof status !== 'number' || examples.namesOf(status).length === 0)
        return refused(`There is no example for status ${status}.`);
      if (typeof id !== 'string' || !books.invoices.has(id)) return refused(`There is no invoice ${id}.`);
      books.faults.set(id, status);
      return jsonAnswer(200, { invoice_id: id, status });
    },
  },
  {
    method: 'POST',
    path: /^\/_director\/legacy-faults$/,
    async answer(request, _, { books, legacy }) {
      const { invoice_id: id, code } = bodyOf(request);
      const codes = (await legacy.contract()).examples.namesOf(200);
      if (typeof code !== 'string' || code === 'Success' || !codes.includes(code))
        return refused(`There is no example for code ${code}.`);
      if (typeof id !== 'string' || !books.invoices.has(id)) return refused(`There is no invoice ${id}.`);
      books.legacyFaults.set(id, code);
      return jsonAnswer(200, { invoice_id: id, code });
    },
  },
  {
    method: 'POST',
    path: /^\/_director\/tokens$/,
    answer: (request, _, desk) => Promise.resolve(specialToken(request, desk)),
  },
];

function specialToken(request: TargetRequest, { books }: Desk): TargetAnswer {
  const { client_id: clientId, kind } = bodyOf(request);
  const merchant = books.merchants.find((candidate) => candidate.clientId === clientId);
  if (merchant === undefined) return refused(`There is no client ${clientId}.`);
  if (!isSpecial(kind)) return refused(`There is no kind of token ${kind}.`);
  return jsonAnswer(200, { access_token: books.tokens.issueSpecial(merchant.clientId, kind).accessToken });
}

const isSpecial = (kind: unknown): kind is SpecialKind => kind === 'expired' || kind === 'unscoped';

const refused = (message: string): TargetAnswer => jsonAnswer(400, { message });

/** The members of a JSON body; none where it is no JSON object. */
function bodyOf({ text }: TargetRequest): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
