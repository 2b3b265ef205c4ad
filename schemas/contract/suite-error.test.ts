import { expect, test } from 'vitest';
import { SuiteError } from './suite-error.ts';

test('what stops the suite says its name, and has a cause only where there is one', () => {
  const error = new SuiteError('USAGE', 'No file is named', { hint: 'Name one.' });
  expect(String(error)).toBe('SuiteError: No file is named');
  expect(error).toMatchObject({ code: 'USAGE', hint: 'Name one.' });
  expect(Object.hasOwn(error, 'cause')).toBe(false);
  const cause = new Error('ENOENT');
  expect(new SuiteError('USAGE', 'No file', { hint: 'Name one.', cause }).cause).toBe(cause);
});
