import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { DEFAULT_LIMITS } from './clients/http-client.ts';
import { DEFAULT_PATIENCE } from './clients/patience.ts';
import { runEnvironment } from './suites/run-environment.ts';

/** The same from the sources and from the compiled `dist/`. */
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** No scenario sends more requests than this, one after the other; each may have to wait for a busy service first. */
const MAX_REQUESTS = 20;

const run = runEnvironment();
const { directory, limits } = run ?? { directory: null, limits: DEFAULT_LIMITS };

export default defineConfig({
  testDir: here('./suites'),
  testMatch: `**/*.spec.${extension}`,
  globalSetup: here(`./suites/global-setup.${extension}`),
  // One worker runs as many scenarios at once as it is told: they share its tokens, its invoices and its rate.
  workers: 1,
  // A shard is cut between scenarios, not between files.
  fullyParallel: run?.shard !== undefined,
  ...(run?.shard && { shard: run.shard }),
  retries: 0,
  timeout: MAX_REQUESTS * (limits.timeoutMs + DEFAULT_PATIENCE.longestMs),
  // Under the command a scenario never throws for what a target does: the first throws are defects of ours.
  ...(directory && { maxFailures: 3 }),
  reporter: directory ? [[here(`./reports/playwright-reporter.${extension}`), { directory }]] : 'list',
  outputDir: directory ? join(directory, 'playwright') : join(process.cwd(), 'test-results'),
  use: { trace: 'off', screenshot: 'off', video: 'off' },
  projects: [{ name: run?.target ?? 'prism' }],
});
