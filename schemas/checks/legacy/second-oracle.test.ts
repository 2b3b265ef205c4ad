import { expect, it } from 'vitest';
import { answeredLegacy, legacyCancel, onTheWire, sampleMessage } from '../../../tests/legacy-judging.ts';
import { openSecondOracle } from '../../../tests/second-oracle.ts';
import { legacyContractOf } from '../../contract/legacy-contract.ts';

const FORMATS = ['NV', 'JSON', 'XML', 'SOAP'] as const;

it('another validator says the same of every answer, in every format', () => {
  const oracle = openSecondOracle(legacyCancel);
  const names = ['Success', ...legacyContractOf(legacyCancel).codes.keys()];
  for (const format of FORMATS)
    for (const name of names) {
      const { responseEnvelope, error, ...members } = sampleMessage(name);
      const faulty = { responseEnvelope: { ...(responseEnvelope as object), timestamp: 'today' }, ...members };
      const errorless = { responseEnvelope: responseEnvelope ?? {}, ...members, invoiceURL: 'no URL' };
      const misnamed = { ...faulty, error: [{ ...(error as readonly object[] | undefined)?.[0], severity: 'Fatal' }] };
      for (const message of [sampleMessage(name), faulty, errorless, misnamed])
        oracle.hear(answeredLegacy(format, onTheWire(message, format)));
    }
  expect(oracle.disagreements).toEqual([]);
  expect(oracle.count.asked).toBeGreaterThan(names.length * 4);
  expect(oracle.count.refused).toBeGreaterThan(names.length);
});

it('an answer that cannot be read is asked of neither', () => {
  const oracle = openSecondOracle(legacyCancel);
  oracle.hear(answeredLegacy('XML', '<half'));
  expect(oracle.count.asked).toBe(0);
});
