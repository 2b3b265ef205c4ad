import { expect, test } from 'vitest';
import { type RunHeader, runRecordOf } from '../reports/run-record.ts';
import { HEADER } from '../tests/run-samples.ts';
import { judgedText } from './judged-text.ts';

const LEGACY = { file: 'legacy.cancel-invoice.openapi.yaml', version: '1.0', sha256: '0'.repeat(64) };

const recordOf = (header: Partial<RunHeader>) =>
  runRecordOf(
    {
      header: { ...HEADER, ...header },
      planned: [],
      scenarios: [],
      defects: [],
      leftovers: [],
      end: null,
      requests: 0,
    },
    [],
  );

const toldOf = (before: Partial<RunHeader>, now: Partial<RunHeader>): string =>
  judgedText(recordOf(before), recordOf(now), { differences: [], unknown: [], carriedOver: 0 });

test('another contract is one of either system', () => {
  const changed = { ...LEGACY, sha256: '1'.repeat(64) };
  expect(toldOf({ legacyContract: LEGACY }, { legacyContract: LEGACY })).toContain('the same contract');
  expect(toldOf({ legacyContract: LEGACY }, { legacyContract: changed })).toContain('another contract');
  expect(toldOf({}, { contract: { ...HEADER.contract, sha256: '1'.repeat(64) } })).toContain('another contract');
});
