declare module 'paypal-adaptive' {
  /** What the client is told: where, and by whom. */
  interface Config {
    readonly userId: string;
    readonly password: string;
    readonly signature: string;
    readonly appId: string;
    readonly sandbox: boolean;
    readonly sandboxHostname: string;
  }
  /** The part of the package that is used here; it comes without types. */
  class Paypal {
    constructor(config: Config);
    callApi(
      method: string,
      payload: unknown,
      callback: (error: Error | null, body: Readonly<Record<string, unknown>> | undefined) => void,
    ): void;
  }
  export = Paypal;
}
