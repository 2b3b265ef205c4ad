import { configDefaults, defineConfig } from 'vitest/config';

/** `*.test.ts` tests us; `*.spec.ts` tests what answers, and belongs to Playwright. */
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    // `npm run test:tarball` is a script of its own: it installs the package as a user does, which takes a minute a Node.
    exclude: [...configDefaults.exclude, 'dist/**', ...(process.env.TARBALL_NODES ? [] : ['tests/tarball.test.ts'])],
    globalSetup: 'tests/own-temporary-files.ts',
    // One worker a core: the default leaves one core to itself, and there are two.
    maxWorkers: 2,
    // Whole runs are tests here: on a busy machine they take their time, and what hangs is ended all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
