import { Client } from 'undici';

/**
 * Connections to one origin: one for every request under way, kept alive between requests. undici's own Pool opens a
 * second one for requests in sequence, since it counts a connection as busy until the next turn of the event loop.
 */
export class Connections {
  readonly #all = new Set<Client>();
  readonly #idle: Client[] = [];
  readonly #origin: string;
  readonly #connectTimeoutMs: number;

  constructor(origin: string, connectTimeoutMs: number) {
    this.#origin = origin;
    this.#connectTimeoutMs = connectTimeoutMs;
  }

  /** One that nobody uses, or a new one; a whole answer's time-out is the caller's. */
  take(): Client {
    const idle = this.#idle.pop();
    if (idle) return idle;
    const connect = { timeout: this.#connectTimeoutMs };
    const client = new Client(this.#origin, { headersTimeout: 0, bodyTimeout: 0, connect, allowH2: false });
    this.#all.add(client);
    return client;
  }

  /** Gives one back for the next request. */
  keep(client: Client): void {
    this.#idle.push(client);
  }

  /** Ends one that failed: it is not used again. */
  async drop(client: Client): Promise<void> {
    this.#all.delete(client);
    await client.destroy();
  }

  /** Ends all; what is under way fails. */
  async close(): Promise<void> {
    this.#idle.length = 0;
    await Promise.all([...this.#all].map((client) => this.drop(client)));
  }
}
