import type { ScenarioLiteral } from '../define-scenarios.ts';
import { refusedBy } from '../legacy/outcomes.ts';

/** Who may cancel: the invoice's own merchant, with a token that holds. */
export const accessScenarios = [
  {
    id: 'cancel.access.foreign',
    title: 'foreign invoice',
    given: { state: 'SENT' },
    when: { credential: 'foreign' },
    expected: { status: 403, issue: 'PERMISSION_DENIED' },
    claims: ['issue/403/PERMISSION_DENIED', 'status/403'],
    legacy: {
      when: { credential: 'foreign' },
      expected: refusedBy('550027'),
      claims: ['code/550027', 'code/550027/message', 'ack/Failure'],
    },
  },
  {
    id: 'cancel.access.no-token',
    title: 'no token',
    given: { state: 'SENT', shared: true },
    when: { credential: 'none' },
    expected: { status: 401 },
    claims: ['security/Oauth2/missing', 'security/root', 'status/401'],
    legacy: {
      when: { credential: 'none' },
      expected: refusedBy('520003'),
      claims: ['code/520003', 'code/520003/message', 'ack/Failure'],
    },
  },
  {
    id: 'cancel.access.malformed-token',
    title: 'malformed token',
    given: { state: 'SENT', shared: true },
    when: { credential: 'malformed' },
    expected: { status: 401 },
    claims: ['security/Oauth2/malformed', 'status/401'],
    legacy: {
      when: { credential: 'malformed' },
      expected: refusedBy('520003'),
      claims: ['code/520003', 'code/520003/message', 'ack/Failure'],
    },
  },
  {
    id: 'cancel.access.expired-token',
    title: 'expired token',
    given: { state: 'SENT', shared: true },
    when: { credential: 'expired' },
    expected: { status: 401 },
    claims: ['security/Oauth2/expired', 'status/401'],
  },
  {
    id: 'cancel.access.unscoped-token',
    title: 'token without the scope',
    given: { state: 'SENT', shared: true },
    when: { credential: 'unscoped' },
    expected: { status: 403, issue: 'PERMISSION_DENIED' },
    claims: ['security/scope/readwrite', 'issue/403/PERMISSION_DENIED', 'status/403'],
  },
] as const satisfies readonly ScenarioLiteral[];
