import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { CLIENT_KINDS, type FindingKind } from '../../schemas/finding.ts';
import { gateScenariosOf, kindsIn, type OpenedGate, openTestGate } from './opened-gate.ts';

/** A client that breaks one rule: what it does, what it has to be caught by, and in which scenarios. */
interface BrokenClient {
  readonly fault: string;
  readonly draws: FindingKind;
  readonly seenIn: readonly string[];
}

const broken: readonly BrokenClient[] = [
  { fault: 'retries-on-500', draws: 'client-retried', seenIn: ['client.status.500'] },
  { fault: 'retries-on-reset', draws: 'client-retried', seenIn: ['client.transport.reset'] },
  { fault: 'hurries-after-429', draws: 'client-retried', seenIn: ['client.status.429'] },
  { fault: 'follows-redirects', draws: 'client-retried', seenIn: ['client.answer.redirect'] },
  { fault: 'looks-first', draws: 'client-wrong-request', seenIn: ['client.status.204', 'client.issue.draft'] },
  { fault: 'asks-for-a-token', draws: 'client-wrong-request', seenIn: ['client.status.204', 'client.issue.draft'] },
  { fault: 'asks-for-options', draws: 'client-wrong-request', seenIn: ['client.status.204'] },
  { fault: 'token-in-a-cookie', draws: 'client-leaked-secret', seenIn: ['client.status.204'] },
  { fault: 'token-in-a-header', draws: 'client-leaked-secret', seenIn: ['client.status.204'] },
  {
    fault: 'any-2xx-is-success',
    draws: 'client-false-success',
    seenIn: ['client.answer.accepted', 'client.answer.html-200'],
  },
  { fault: 'parses-204', draws: 'client-false-failure', seenIn: ['client.status.204'] },
  { fault: 'drops-status', draws: 'client-lost-status', seenIn: ['client.issue.draft', 'client.answer.html-502'] },
  { fault: 'drops-name', draws: 'client-lost-name', seenIn: ['client.issue.draft', 'client.status.429'] },
  { fault: 'drops-issues', draws: 'client-lost-issue', seenIn: ['client.issue.draft', 'client.issue.paid'] },
  { fault: 'first-issue-only', draws: 'client-lost-issue', seenIn: ['client.answer.two-issues'] },
  { fault: 'reads-free-text', draws: 'client-lost-issue', seenIn: ['client.answer.reworded'] },
  { fault: 'known-issues-only', draws: 'client-lost-issue', seenIn: ['client.answer.unknown-issue'] },
  { fault: 'drops-debug-id', draws: 'client-lost-debug-id', seenIn: ['client.issue.draft', 'client.answer.html-502'] },
  { fault: 'drops-retry-after', draws: 'client-lost-retry-after', seenIn: ['client.status.429'] },
  { fault: 'everything-is-network', draws: 'client-wrong-kind', seenIn: ['client.issue.draft'] },
  { fault: 'token-in-error', draws: 'client-leaked-secret', seenIn: ['client.issue.draft', 'client.status.500'] },
  { fault: 'half-an-outcome', draws: 'client-broken-answer', seenIn: ['client.issue.draft'] },
  { fault: 'crashes-on-html', draws: 'client-crashed', seenIn: ['client.answer.html-502', 'client.answer.html-200'] },
  {
    fault: 'truncates-notes',
    draws: 'client-corrupted-value',
    seenIn: ['client.boundary.note', 'client.request.longest-note-astral'],
  },
  { fault: 'drops-falsy', draws: 'client-corrupted-value', seenIn: ['client.request.nobody-told'] },
  { fault: 'adds-its-own', draws: 'client-corrupted-value', seenIn: ['client.request.empty'] },
  { fault: 'escapes-twice', draws: 'client-corrupted-value', seenIn: ['client.path.space', 'client.path.slash'] },
  { fault: 'escapes-never', draws: 'client-wrong-request', seenIn: ['client.path.slash'] },
  { fault: 'no-content-type', draws: 'client-wrong-request', seenIn: ['client.request.empty', 'client.status.204'] },
  { fault: 'no-authorization', draws: 'client-wrong-request', seenIn: ['client.request.empty', 'client.status.204'] },
  { fault: 'no-body', draws: 'client-wrong-request', seenIn: ['client.request.empty'] },
  { fault: 'adds-unknown', draws: 'client-unknown-member', seenIn: ['client.request.empty'] },
  { fault: 'never-gives-up', draws: 'client-hung', seenIn: ['client.transport.hang'] },
];

/** What every client is judged by, beside the scenarios that find it out: something of each topic. */
const EVERYONE = [
  'client.status.204',
  'client.issue.draft',
  'client.status.429',
  'client.request.all-members',
  'client.path.slash',
  'client.boundary.note',
  'client.answer.html-502',
  'client.transport.reset',
];
const file = packageFile('tests/clients/broken-clients.mjs');

let gate: OpenedGate;
beforeAll(async () => {
  gate = await openTestGate();
});
afterAll(() => gate.close());

/** The client's process is started with its first call, and inherits what it is to do wrong. */
function judge(fault: string, ids: readonly string[]) {
  process.env.BROKEN_CLIENT = fault;
  return gate.judged({ kind: 'module', file }, gateScenariosOf(ids));
}

describe('a client that breaks one rule', () => {
  test.each(broken)('$fault is caught by $draws, and by nothing else', async ({ fault, draws, seenIn }) => {
    const results = await judge(fault, [...new Set([...EVERYONE, ...seenIn])]);
    const kinds = kindsIn(results);
    expect(kinds.filter((line) => !line.endsWith(` ${draws}`))).toEqual([]);
    expect(kinds).toEqual(expect.arrayContaining(seenIn.map((id) => `${id} ${draws}`)));
  });

  test('is there for every kind of finding', () => {
    const drawn = new Set(broken.map(({ draws }) => draws));
    expect(CLIENT_KINDS.filter((kind) => !drawn.has(kind))).toEqual([]);
  });
});

test.each([
  'none',
  'careful',
  'media-type-with-parameters',
  'offers-http2',
])('an honest client (%s) draws nothing', async (fault) => {
  const results = await judge(fault, [...EVERYONE, 'client.transport.hang', 'client.transport.stall']);
  expect(kindsIn(results)).toEqual([]);
  const gaps = results.flatMap(({ gap }) => gap ?? []).join('\n');
  expect(gaps).toContain(fault === 'careful' ? 'refuses it itself' : 'leaves it to the service');
});
