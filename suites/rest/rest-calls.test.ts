import { describe, expect, it } from 'vitest';
import { loadOperation } from '../../schemas/contract/operation.ts';
import { packageFile } from '../../schemas/contract/package-file.ts';
import { loadSpec } from '../../schemas/contract/spec.ts';
import { PREAMBLES, type Step } from '../preambles.ts';
import { bodyOf, SET_UP_CALLS } from './rest-calls.ts';

const spec = loadSpec(packageFile('specs/preamble.openapi.yaml'));
const given = { state: 'SENT', recipients: ['cc@example.com'] } as const;
const steps: readonly Step[] = Object.values(PREAMBLES).flat();
const bodies = steps.map((step) => [step.call, bodyOf(step, { given, reference: 'cc-run' })] as const);

describe('the calls around the one under test are those of their document', () => {
  it.each(Object.values(SET_UP_CALLS).filter(({ id }) => id !== 'invoices.cancel'))('$id', ({ id, method, path }) => {
    expect(loadOperation(spec, id)).toMatchObject({ id, method, path });
  });

  it.each(bodies.filter(([call]) => call !== 'cancel' && call !== 'delete'))('a body of %s', (call, body) => {
    const { requestBody } = loadOperation(spec, SET_UP_CALLS[call as keyof typeof SET_UP_CALLS].id);
    expect(requestBody?.validate(body), JSON.stringify(requestBody?.validate.errors)).toBe(true);
  });
});

describe('an invoice', () => {
  const invoiceFor = (state: keyof typeof PREAMBLES) =>
    bodyOf(PREAMBLES[state][0] as Step, { given, reference: 'cc-run' }) as {
      detail: { invoice_date: string; reference: string };
    };
  const daysFromNow = (date: string) => Math.round((Date.parse(date) - Date.now()) / 86_400_000 + 0.5);

  it('that is sent is dated yesterday, one that is scheduled a week ahead', () => {
    expect(daysFromNow(invoiceFor('SENT').detail.invoice_date)).toBe(-1);
    expect(daysFromNow(invoiceFor('SCHEDULED').detail.invoice_date)).toBe(7);
  });

  it('carries the run id and its recipients, and reaches nobody', () => {
    expect(invoiceFor('SENT')).toMatchObject({
      detail: { reference: 'cc-run' },
      additional_recipients: given.recipients,
    });
    const addresses = JSON.stringify(bodies).match(/[^"]+@[^"]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !address.endsWith('@example.com'))).toEqual([]);
  });
});
