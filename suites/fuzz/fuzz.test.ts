import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../clients/undici-client.ts';
import { liars } from '../../targets/liars/liars.ts';
import { createSwitchboard } from '../../targets/liars/switchboard.ts';
import type { Lie } from '../../targets/lie.ts';
import { type StartedPrism, startPrism } from '../../targets/prism/prism.ts';
import { cancelOperation } from '../cancel/cancel-contract.ts';
import { openSession } from '../session.ts';
import { fuzz } from './fuzz.ts';

const switchboard = createSwitchboard();
let prism: StartedPrism;

beforeAll(async () => {
  prism = await startPrism({ lie: switchboard.lie });
  await prism.ready();
});
afterAll(() => prism.close());

async function searched(lie: Lie, runs: number, seed = 1, timeoutMs = 5_000) {
  switchboard.tell(lie);
  const client = createHttpClient(prism.baseUrl, { timeoutMs, maxBodyBytes: 1_048_576 });
  const outcome = await fuzz(openSession({ target: prism.target, client, operation: cancelOperation }), { runs, seed });
  await client.close();
  const [first] = outcome.counterExamples;
  return { ...outcome, first, kinds: first?.findings.map(({ kind }) => kind) };
}

const lieOf = (name: string): Lie => liars.find((liar) => liar.name === name)?.tell ?? {};

it('an honest target draws nothing in 2,000 requests', async () => {
  const { judged, counterExamples, undecided } = await searched({}, 2_000);
  expect({ counterExamples, undecided }).toEqual({ counterExamples: [], undecided: [] });
  expect(judged).toBeGreaterThanOrEqual(2_000);
}, 60_000);

describe('a lying target is found out, and the request shrunk', () => {
  it('where it takes one character too many', async () => {
    const { first, kinds } = await searched(lieOf('limit-of-4001'), 1_000);
    const body = first?.literal.when.body as Readonly<Record<string, string>>;
    expect(Object.values(body).map((text) => [...text].length)).toEqual([4001]);
    expect(first?.literal.expected).toMatchObject({ issue: 'INVALID_STRING_MAX_LENGTH', location: 'body' });
    expect(kinds).toEqual(['wrong-status']);
  });

  it('where it refuses what conforms', async () => {
    const { first } = await searched(lieOf('takes-99-addresses-only'), 1_000);
    expect(first?.literal).toMatchObject({ given: { state: 'SENT' }, expected: { status: 204 } });
    expect((first?.literal.when.body as { additional_recipients: [] }).additional_recipients.length).toBe(100);
  });

  it('where it cancels for anybody: the scenario alone shows it', async () => {
    const { first, kinds } = await searched(lieOf('cancels-for-anybody'), 200);
    expect(first).toMatchObject({
      path: [],
      literal: { when: { credential: 'foreign' }, expected: { status: 403, issue: 'PERMISSION_DENIED' } },
    });
    expect(kinds).toContain('wrong-status');
  });

  it('where only a sequence shows it: its path is told, as short as can be', async () => {
    const { first } = await searched(lieOf('refused-once-is-paid'), 1_000);
    expect(first?.path).toEqual(['an invoice that is DRAFT', 'send', 'a cancel by the other merchant, answered 403']);
    expect(first?.literal.expected).toEqual({ status: 204 });
  });

  it('by the same request for the same seed', async () => {
    const once = await searched(lieOf('reads-no-body'), 200, 7);
    const again = await searched(lieOf('reads-no-body'), 200, 7);
    expect(once.first?.literal).toBeDefined();
    expect(again.first?.literal).toEqual(once.first?.literal);
  });
});

it('a target that never answers is given up after a few, and nothing is known of it', async () => {
  const { judged, counterExamples, undecided } = await searched({ answer: () => 'hang' }, 1_000, 1, 100);
  expect({ judged, counterExamples, undecided: undecided.length }).toEqual({
    judged: 0,
    counterExamples: [],
    undecided: 3,
  });
});
