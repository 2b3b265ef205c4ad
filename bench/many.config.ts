import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import config from '../playwright.config.ts';

/** The suite's own configuration, over the scenarios many times. */
export default defineConfig({
  ...config,
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  testMatch: '**/many.spec.js',
});
