import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import type { Failure, Header } from '../../schemas/exchange.ts';
import { failure } from '../failure.ts';
import { BodyCopy } from './body-copy.ts';
import { hasBody, headersForClient, headersForUpstream, pairsOf } from './end-to-end.ts';
import { flushUnlessFlowing } from './flush-unless-flowing.ts';
import { passInterim } from './interim-answer.ts';
import { answerItself, PROXY_HEADER, statusOf } from './own-answer.ts';
import { isPassable, passedAnswer } from './passable-answer.ts';
import type { Interest, Observer, Passed, PassedAnswer } from './passed.ts';
import { notHttp, type Upstream, upstreamFailure } from './upstream.ts';

/** What is said of a held answer that is larger than is judged. */
const TOO_LARGE = 'inconclusive; reason=BODY_TOO_LARGE';

const ignore = (): void => {};

/** One request on its way to the upstream, and the answer on its way back: bytes go on as they come. */
export class Passage {
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #upstream: Upstream;
  readonly #observer: Observer;
  readonly #interest: Interest | undefined;
  readonly #headers: readonly Header[];
  readonly #asked: ClientRequest;
  readonly #sent: BodyCopy;
  readonly #received: BodyCopy;
  readonly #start = performance.now();
  #sentAt: number | undefined;
  #answeredAt: number | undefined;
  #answer: IncomingMessage | undefined;
  #isSettled = false;

  /** Sends the head of the request on. */
  constructor(request: IncomingMessage, response: ServerResponse, upstream: Upstream, observer: Observer) {
    const { method = '', url = '', rawHeaders } = request;
    this.#request = request.on('error', ignore);
    this.#response = response.on('error', ignore).once('close', () => this.#clientGone());
    this.#upstream = upstream;
    this.#observer = observer;
    this.#interest = observer.interestIn(method, url);
    this.#sent = new BodyCopy(this.#interest?.maxBodyBytes ?? 0);
    this.#received = new BodyCopy(this.#interest?.maxBodyBytes ?? 0);
    this.#headers = headersForUpstream(method, rawHeaders, upstream.host);
    this.#asked = upstream.ask(method, url, this.#headers);
    this.#asked
      .once('response', (answer) => this.#answered(answer))
      .on('information', (interim) => passInterim(interim, request, response))
      .on('timeout', () => this.#idle())
      .on('error', (error) => this.#broken(error));
  }

  /** Sends the body of the request on. */
  begin(): void {
    if (hasBody(this.#request.rawHeaders)) this.#sendBody();
    else this.#endRequest();
  }

  #sendBody(): void {
    if (this.#interest) this.#request.on('data', (chunk: Buffer) => this.#sent.take(chunk));
    this.#request.pipe(this.#asked, { end: false });
    this.#request.once('end', () => this.#endRequest());
    flushUnlessFlowing(this.#request, this.#asked);
  }

  #endRequest(): void {
    this.#sentAt = performance.now();
    this.#asked.addTrailers(pairsOf(this.#request.rawTrailers));
    this.#asked.end();
  }

  #answered(answer: IncomingMessage): void {
    this.#answer = answer;
    this.#answeredAt = performance.now();
    answer.on('error', (error) => this.#broken(error));
    if (this.#interest) answer.on('data', (chunk: Buffer) => this.#received.take(chunk));
    if (!isPassable(answer)) this.#fail(notHttp(this.#upstream.origin));
    else if (this.#interest?.isHeld) this.#hold(answer);
    else this.#passOn(answer);
  }

  /** The head of an answer and what of its body has come; the rest follows as it comes. */
  #passOn(answer: IncomingMessage, come: readonly Buffer[] = [], said?: string): void {
    this.#writeHead(answer, said);
    for (const chunk of come) this.#response.write(chunk);
    answer.pipe(this.#response, { end: false });
    answer.once('end', () => {
      this.#endResponse(answer);
      this.#settle(passedAnswer(answer, this.#received.body));
    });
    flushUnlessFlowing(answer, this.#response);
  }

  /** Waits for the whole body, and for what is said of it; one that is too large to be judged goes on as it comes. */
  #hold(answer: IncomingMessage): void {
    const come: Buffer[] = [];
    const onEnd = (): void => void this.#release(answer, come);
    const onData = (chunk: Buffer): void => {
      come.push(chunk);
      if (this.#received.isWhole) return;
      answer.off('data', onData).off('end', onEnd);
      this.#passOn(answer, come, TOO_LARGE);
    };
    answer.on('data', onData).once('end', onEnd);
  }

  async #release(answer: IncomingMessage, come: readonly Buffer[]): Promise<void> {
    if (this.#isSettled) return;
    this.#isSettled = true;
    const said = await this.#observer.seen(this.#passed(passedAnswer(answer, this.#received.body)));
    if (this.#response.destroyed) return;
    this.#writeHead(answer, said);
    for (const chunk of come) this.#response.write(chunk);
    this.#endResponse(answer);
  }

  #writeHead(answer: IncomingMessage, said?: string): void {
    const { statusCode = 0, statusMessage = '', rawHeaders } = answer;
    const headers = headersForClient(rawHeaders, statusCode, this.#request.httpVersion).flat();
    this.#response.sendDate = false;
    this.#response.writeHead(
      statusCode,
      statusMessage,
      said === undefined ? headers : [...headers, PROXY_HEADER, said],
    );
  }

  /** An upstream that has answered reads no more of the request. */
  #endResponse({ rawTrailers }: IncomingMessage): void {
    this.#response.addTrailers(pairsOf(rawTrailers));
    this.#response.end();
    if (!this.#asked.writableEnded) this.#drop();
  }

  #drop(): void {
    this.#request.unpipe(this.#asked);
    this.#request.resume();
    this.#asked.destroy();
  }

  /** Silence counts against the upstream only where it is the upstream's turn. */
  #idle(): void {
    const { origin, timeoutMs } = this.#upstream;
    if (this.#isClientsTurn()) this.#asked.socket?.setTimeout(timeoutMs);
    else this.#fail(failure('TIMEOUT', `Nothing came from ${origin} for ${timeoutMs} ms.`));
  }

  #isClientsTurn(): boolean {
    if (this.#answer !== undefined) return this.#response.writableNeedDrain;
    const { complete, headers } = this.#request;
    return !complete && !this.#asked.writableNeedDrain && headers.expect === undefined;
  }

  /** What comes behind a whole answer is no part of it. */
  #broken(error: Error): void {
    if (this.#isSettled || this.#answer?.complete) return;
    const status = this.#answer?.statusCode ?? 0;
    const progress = { origin: this.#upstream.origin, status, bytes: this.#received.size };
    this.#fail(upstreamFailure(error, progress));
  }

  #clientGone(): void {
    if (this.#response.writableFinished) return;
    this.#asked.destroy();
    this.#settle(failure('CLIENT_GONE', 'The client went away before the answer was whole.'));
  }

  /** Says that no whole answer came; where one had begun, the client sees it break off as the proxy did. */
  #fail(why: Failure): void {
    if (this.#isSettled) return;
    this.#settle(why);
    this.#drop();
    if (this.#response.headersSent) this.#response.destroy();
    else answerItself(this.#response, statusOf(why), why);
  }

  #settle(answer: PassedAnswer | Failure): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    if (this.#interest) void this.#observer.seen(this.#passed(answer));
  }

  #passed(answer: PassedAnswer | Failure): Passed {
    const { method = '', url = '', httpVersion } = this.#request;
    const now = performance.now();
    const [sentAt, answeredAt] = [this.#sentAt ?? now, this.#answeredAt ?? now];
    return {
      request: {
        method,
        url: `${this.#upstream.origin}${url}`,
        httpVersion: `HTTP/${httpVersion}`,
        headers: this.#headers,
        body: this.#sent.body,
      },
      answer,
      startedAt: new Date(performance.timeOrigin + this.#start).toISOString(),
      timings: {
        send: Math.min(sentAt, answeredAt) - this.#start,
        wait: Math.max(0, answeredAt - sentAt),
        receive: now - answeredAt,
      },
    };
  }
}
