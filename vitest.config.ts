import { configDefaults, defineConfig } from 'vitest/config';

/** `*.test.ts` tests us; `*.spec.ts` tests what answers, and belongs to Playwright. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'dist/**'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
