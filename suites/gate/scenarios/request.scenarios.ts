import type { GateLiteral } from '../gate-scenario.ts';

const addresses = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `cc${at + 1}@example.com`);

/** What the caller gives arrives, whole and unchanged, in one request that the contract describes. */
export const requestScenarios = [
  {
    id: 'client.request.empty',
    title: 'An empty notification is sent as an empty object',
    asked: { notification: {} },
    meets: 204,
    claims: 'request/required',
  },
  {
    id: 'client.request.all-members',
    title: 'Every member that the caller gives arrives',
    asked: {
      notification: {
        subject: 'Invoice cancelled',
        note: 'We are sorry.',
        send_to_invoicer: true,
        send_to_recipient: false,
        additional_recipients: ['cc@example.com'],
      },
    },
    meets: 204,
    claims: 'request/type',
  },
  {
    id: 'client.request.nobody-told',
    title: 'A recipient who is not to be told is not told: false is a value',
    asked: { notification: { send_to_recipient: false } },
    meets: 204,
    claims: 'request/send_to_recipient/type',
  },
  {
    id: 'client.request.empty-values',
    title: 'An empty text and an empty list are values',
    asked: { notification: { note: '', additional_recipients: [] } },
    meets: 204,
    claims: 'request/note/type',
  },
  {
    id: 'client.request.any-character',
    title: 'Quotes, backslashes, line ends, and characters beyond ASCII and beyond 16 bits arrive as they are',
    asked: {
      notification: { note: 'He said "no" \\ \r\n\t<b>&amp;</b> – Ünïcödé 発行 \u2028 🧾', subject: '%41+%20' },
    },
    meets: 204,
    claims: 'request/note/type',
  },
  {
    id: 'client.request.longest-note',
    title: 'A note of 4000 characters arrives whole',
    asked: { notification: { note: 'n'.repeat(4000) } },
    meets: 204,
    claims: 'request/note/maxLength',
  },
  {
    id: 'client.request.longest-note-astral',
    title: 'A note of 4000 characters beyond 16 bits, which are 8000 units of many languages, arrives whole',
    asked: { notification: { note: '🧾'.repeat(4000) } },
    meets: 204,
    claims: 'request/note/maxLength',
  },
  {
    id: 'client.request.most-recipients',
    title: '100 addresses arrive, in their order',
    asked: { notification: { additional_recipients: addresses(100) } },
    meets: 204,
    claims: 'request/additional_recipients/maxItems',
  },
] as const satisfies readonly GateLiteral[];

const SILENT = 'The contract does not say who refuses what exceeds a limit, the client or the service';

/** Beyond a limit a client may refuse, or leave that to the service: reported, not judged. What it sends is not to be altered. */
export const boundaryScenarios = [
  {
    id: 'client.boundary.note',
    title: 'A note of 4001 characters is refused, or sent whole',
    asked: { notification: { note: 'n'.repeat(4001) } },
    meets: 400,
    issues: ['INVALID_STRING_MAX_LENGTH'],
    claims: 'request/note/maxLength',
    mayRefuse: SILENT,
  },
  {
    id: 'client.boundary.subject',
    title: 'A subject of 4001 characters is refused, or sent whole',
    asked: { notification: { subject: 's'.repeat(4001) } },
    meets: 400,
    issues: ['INVALID_STRING_MAX_LENGTH'],
    claims: 'request/subject/maxLength',
    mayRefuse: SILENT,
  },
  {
    id: 'client.boundary.recipients',
    title: '101 addresses are refused, or all of them sent',
    asked: { notification: { additional_recipients: addresses(101) } },
    meets: 400,
    issues: ['INVALID_ARRAY_MAX_ITEMS'],
    claims: 'request/additional_recipients/maxItems',
    mayRefuse: SILENT,
  },
  {
    id: 'client.boundary.address',
    title: 'What is no address is refused, or sent as it is',
    asked: { notification: { additional_recipients: ['cc@example.com', 'nobody'] } },
    meets: 400,
    claims: 'request/additional_recipients/*/pattern',
    mayRefuse: SILENT,
  },
] as const satisfies readonly GateLiteral[];
