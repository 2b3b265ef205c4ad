import type { Command } from 'commander';
import { wholeNumber } from './option-values.ts';

/** What `serve` is told, as the command line gives it. */
export interface ServeOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** The name of a lie that it tells, or `list`. */
  readonly liar?: string;
}

/** Describes `serve` and its options. */
export const addServeOptions = (command: Command): Command =>
  command
    .description("serve the prism target for anybody's client")
    .option('--port <port>', 'the port to listen on, 0 for any free one', wholeNumber('a port', 0, 65_535), 4010)
    .option('--liar <name>', 'tell this lie, to try other tools on; `list` names them all');
