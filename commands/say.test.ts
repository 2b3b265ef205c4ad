import { afterEach, expect, test, vi } from 'vitest';
import { forgetSecrets, keepSecret } from '../schemas/secrets/known-secrets.ts';
import { complain, say } from './say.ts';

afterEach(() => {
  forgetSecrets();
  vi.restoreAllMocks();
});

test.each([
  ['stdout', say],
  ['stderr', complain],
] as const)('no secret reaches %s', (stream, write) => {
  const written = vi.spyOn(process[stream], 'write').mockReturnValue(true);
  keepSecret('canary-of-the-terminal');
  write('It is canary-of-the-terminal, of jane@some-company.de.\n');
  expect(written).toHaveBeenCalledWith('It is [redacted], of [e-mail].\n');
});
