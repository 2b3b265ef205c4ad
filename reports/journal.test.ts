import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetSecrets, keepSecret } from '../schemas/secrets/known-secrets.ts';
import { EXCHANGE, HEADER, resultOf } from '../tests/run-samples.ts';
import { defectsFile, recordDefect } from './defect.ts';
import { finishRun } from './finish-run.ts';
import { appendToJournal, journalFile } from './journal.ts';
import { leakyFiles } from './scan.ts';
import { startRun } from './start-run.ts';
import { recordFile } from './write-record.ts';

const SECRET = 'canary-of-the-journal';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'journal-'));
  keepSecret(SECRET);
});
afterEach(forgetSecrets);

const answered = {
  ...EXCHANGE,
  response: {
    ...EXCHANGE.response,
    headers: [
      ['Set-Cookie', 'a=b'],
      ['X-Echo', Buffer.from(SECRET).toString('base64')],
    ] as const,
    body: `{"value":"jane@some-company.de","echo":"${SECRET}"}`,
  },
};

test('the journal is the one door: no secret passes, in a result, a reason, a header or a cause', () => {
  startRun(directory, { ...HEADER, id: SECRET });
  appendToJournal(directory, { kind: 'result', result: resultOf('a', { exchanges: [answered], reason: SECRET }) });
  appendToJournal(directory, {
    kind: 'leftover',
    leftover: { invoiceId: SECRET, state: null, reason: SECRET } as never,
  });
  recordDefect(directory, 'a', new Error('outer', { cause: new Error(`inner ${SECRET}`) }));
  const record = finishRun(directory, false, () => []);
  const files = [journalFile(directory), defectsFile(directory), recordFile(directory)];
  for (const file of files) {
    expect(readFileSync(file, 'utf8')).not.toMatch(/canary-of|Y2FuYXJ5|jane@|a=b/);
    expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600]);
  }
  expect(JSON.stringify(record)).not.toContain(SECRET);
  expect(leakyFiles(directory)).toEqual([]);
});
