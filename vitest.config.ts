import { configDefaults, defineConfig } from 'vitest/config';

/** `*.test.ts` tests us; `*.spec.ts` tests what answers, and belongs to Playwright. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'dist/**'],
    globalSetup: 'tests/own-temporary-files.ts',
    // One worker a core: the default leaves one core to itself, and there are two.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
