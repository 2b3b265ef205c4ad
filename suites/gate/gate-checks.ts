import { answered } from './checks/answered.ts';
import { failureKind } from './checks/failure-kind.ts';
import { kept } from './checks/kept.ts';
import { requestBody } from './checks/request-body.ts';
import { requestHeaders } from './checks/request-headers.ts';
import { requestLine } from './checks/request-line.ts';
import { secrets } from './checks/secrets.ts';
import { sentOnce } from './checks/sent-once.ts';
import { success } from './checks/success.ts';
import type { GateCheckDefinition } from './gate-check.ts';

/** Every check of a client, in the order of what happens. Each judges every call. */
export const gateChecks: readonly GateCheckDefinition[] = [
  { id: 'client-request-line', summary: 'Method and path are those of the operation.', judge: requestLine },
  {
    id: 'client-request-headers',
    summary: 'The token and the media type are as the contract wants them.',
    judge: requestHeaders,
  },
  {
    id: 'client-request-body',
    summary: 'What the caller gives arrives, no less, no more, unaltered.',
    judge: requestBody,
  },
  { id: 'client-sent-once', summary: 'One call is one request.', judge: sentOnce },
  { id: 'client-answered', summary: 'Every call ends in an outcome.', judge: answered },
  { id: 'client-success', summary: 'Success is 204 alone.', judge: success },
  { id: 'client-kept', summary: 'Status, name, issue codes, debug id and time to wait reach the caller.', judge: kept },
  { id: 'client-failure-kind', summary: 'The kind of a failure fits what happened.', judge: failureKind },
  { id: 'client-secrets', summary: 'The access token stands in its header alone.', judge: secrets },
];
