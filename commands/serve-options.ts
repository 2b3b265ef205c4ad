import { type Command, Option } from 'commander';
import { DEFAULT_LIMITS } from '../clients/http-client.ts';
import { LEVELS } from '../schemas/contract/clause.ts';
import { wholeNumber } from './option-values.ts';

/** Longest silence of an upstream by default, in milliseconds: as long as the suite's own client waits. */
export const UPSTREAM_TIMEOUT_MS = DEFAULT_LIMITS.timeoutMs;

/** What `serve` is told, as the command line gives it. */
export interface ServeOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** The name of a lie that it tells, or `list`. */
  readonly liar?: string;
  /** The origin that a judging proxy passes requests on to; all that follows is for that proxy. */
  readonly upstream?: string;
  /** Where what passes is recorded. */
  readonly record?: string;
  /** Whether the response says what was judged of it. */
  readonly header?: true;
  /** A level in small letters; `should` where it is left out. */
  readonly failOn?: string;
  /** Longest silence of the upstream, in milliseconds. */
  readonly timeout?: number;
}

/** Describes `serve` and its options. */
export const addServeOptions = (command: Command): Command =>
  command
    .description("serve the prism target for anybody's client, or a proxy that judges what passes")
    .option('--port <port>', 'the port to listen on, 0 for any free one', wholeNumber('a port', 0, 65_535), 4010)
    .addOption(
      new Option('--liar <name>', 'tell this lie, to try other tools on; `list` names them all').conflicts('upstream'),
    )
    .option('--upstream <url>', 'pass everything on to this service instead, and judge every cancel')
    .option('--record <file>', 'with --upstream: record what passes as HAR 1.2, without secrets')
    .option('--header', 'with --upstream: say in a header of the response what was judged of it')
    .addOption(
      new Option(
        '--fail-on <level>',
        'with --upstream: the weakest level of finding that fails (default: "should")',
      ).choices(LEVELS.map((level) => level.toLowerCase())),
    )
    .option(
      '--timeout <ms>',
      `with --upstream: longest silence of the service while it is its turn (default: ${UPSTREAM_TIMEOUT_MS})`,
      wholeNumber('milliseconds', 1, 86_400_000),
    );
