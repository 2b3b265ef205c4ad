import type { Command } from 'commander';

/** Describes `init` and its options. */
export const addInitOptions = (command: Command): Command =>
  command
    .description('write .env, the baseline and the nightly workflow into this directory')
    .option('--force', 'write files anew that are there already');
