import { expect, test } from 'vitest';
import { runRecordOf } from '../reports/run-record.ts';
import { HEADER, resultOf } from '../tests/run-samples.ts';
import { type Ending, EXIT_CODES, endingOf, exitCodeOf } from './exit-code.ts';

const CONFORMS: Ending = { signal: null, defects: 0, usage: false, findings: 0, unknown: 0, judged: 9 };

test.each<[number, Partial<Ending>]>([
  [0, {}],
  [1, { findings: 1 }],
  [1, { findings: 1, unknown: 5 }],
  [2, { usage: true }],
  [2, { usage: true, findings: 3, unknown: 1 }],
  [3, { unknown: 1 }],
  [3, { judged: 0 }],
  [3, { outage: true }],
  [3, { outage: true, findings: 2 }],
  [4, { defects: 1 }],
  [4, { defects: 1, usage: true, findings: 2, unknown: 2, judged: 0 }],
  [130, { signal: 'SIGINT' }],
  [130, { signal: 'SIGINT', defects: 1, findings: 1 }],
  [143, { signal: 'SIGTERM', unknown: 4 }],
])('%i for %j', (code, ending) => {
  expect(exitCodeOf({ ...CONFORMS, ...ending })).toBe(code);
});

test('each code stands in the table once', () => {
  const codes = EXIT_CODES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

test('a strict run fails on an entry of its baseline that is gone, another only says so', () => {
  const entry = { id: 'gone', findings: [], reason: 'known', owner: 'us', date: '2025-12-01', source: 'seen' };
  const record = runRecordOf(
    {
      header: { ...HEADER, baseline: { file: 'x.json', accepted: [entry] } },
      planned: ['cancel.state.draft'],
      scenarios: [{ ...resultOf('cancel.state.draft'), debugIds: [] }],
      defects: [],
      leftovers: [],
      end: { at: '2026-01-01T00:00:02.500Z', interrupted: false },
      requests: 1,
    },
    [],
  );
  expect(exitCodeOf(endingOf(record, null))).toBe(0);
  expect(exitCodeOf(endingOf(record, null, true))).toBe(1);
});
